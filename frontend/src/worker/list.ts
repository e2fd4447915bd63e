/** The list that the computer makes: what may be kept, until when, and what follows each form. */

export const FORMAT = 3;
export const LIST_URL = "/keep/";
export const AWAY_URL = "/away/";

export interface KeptPage {
  readonly url: string;
  readonly tag: string;
  readonly group: "open" | "guarded" | "session";
  readonly until: string | null;
  readonly idle_from: string | null;
  readonly idle_s: number;
  readonly figures: readonly string[];
}

export interface NextPages {
  readonly action: string;
  readonly step: string;
  readonly to: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Answers that the computer has to look at first, unless `field` says one of `plain`. */
export interface Judged {
  readonly path: string;
  readonly field: string;
  readonly plain: readonly string[];
}

export interface KeepList {
  readonly format: number;
  readonly now_ms: number;
  readonly csrf: string;
  readonly pages: readonly KeptPage[];
  readonly forms: readonly NextPages[];
  readonly stands_for: readonly (readonly [string, string])[];
  readonly sends: readonly string[];
  readonly judged: readonly Judged[];
  readonly assets: readonly string[];
  /** Kept once it was fetched, and not before. */
  readonly coach: readonly string[];
}

/** What the device knows beside the list; times are those of its own clock. */
export interface Known {
  readonly list: KeepList;
  /** The latest that this clock has shown. */
  readonly seen_ms: number;
  /** How far this clock is ahead of the computer's. */
  readonly ahead_ms: number;
  /** The session has come to its end here. */
  readonly is_over: boolean;
  /** Where a session stands that went on here. */
  readonly stands_at: string | null;
  readonly entered_at_ms: number;
  /** When something was told to the computer that its list does not know of yet. */
  readonly behind_since_ms: number | null;
}

/** Whether a kept page may be shown now. What would need a judgement is closed. */
export function isOpen(page: KeptPage, known: Known, now_ms: number, isClosed: boolean): boolean {
  if (page.group === "open") return true;
  if (isClosed || (known.is_over && page.group === "session")) return false;
  if (now_ms < known.seen_ms) return false; // a clock that went back cannot tell
  const there_ms = now_ms - known.ahead_ms;
  if (page.until !== null && there_ms >= Date.parse(page.until)) return false;
  return page.idle_from === null || there_ms - lastEntered(page.idle_from, known) <= page.idle_s * 1000;
}

function lastEntered(idle_from: string, known: Known): number {
  return Math.max(Date.parse(idle_from), known.entered_at_ms - known.ahead_ms);
}

/** Where a form leads that waits here; null where its answer has to come from the computer. */
export function nextAfter(form: URLSearchParams, path: string, list: KeepList): string | null {
  const found = list.forms.find(
    ({ action, step }) => action === path && (step === "" || step === form.get("step")),
  );
  if (found === undefined) return isSession(path) ? null : `${AWAY_URL}?why=kept`;
  const byScore = found.to[form.get("do") ?? ""] ?? found.to[""];
  return byScore?.[form.get("pain") ?? ""] ?? (hasScores(byScore) ? null : (byScore?.[""] ?? null));
}

function isSession(path: string): boolean {
  return path.startsWith("/session/");
}

function hasScores(byScore: Readonly<Record<string, string>> | undefined): boolean {
  return byScore !== undefined && Object.keys(byScore).length > 1;
}

/** Whether these answers are judged: until they were, nothing rests on a decision. */
export function isJudged(path: string, form: URLSearchParams, list: KeepList): boolean {
  const found = list.judged.find((one) => path.startsWith(one.path));
  return found !== undefined && !found.plain.includes(form.get(found.field) ?? "");
}

/** Whether what is sent to this path may wait here. */
export function mayWait(path: string, type: string, list: KeepList): boolean {
  const isPlain = type.startsWith("application/x-www-form-urlencoded");
  return isPlain && list.sends.some((start) => path.startsWith(start));
}
