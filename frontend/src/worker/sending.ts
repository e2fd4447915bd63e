/** What was entered without the computer: kept in order, sent once when it is back. */

import { AWAY_URL, isJudged, LIST_URL, mayWait, nextAfter, type KeepList, type Known } from "./list.ts";
import { all, change, countSent, drop, keep, known, type Waiting } from "./memory.ts";
import { forget, tellsToForget } from "./pages.ts";

const UNSENT_URL = `${AWAY_URL}?why=unsent`;
const TOLD_URL = `${AWAY_URL}?why=told`;

/** Whether the list knows what follows this; anything else may change what is open. */
export async function leadsOn(path: string, type: string, request: Request): Promise<boolean> {
  const facts = await known();
  if (facts === null || !mayWait(path, type, facts.list)) return false;
  return !isJudged(path, new URLSearchParams(await request.text()), facts.list);
}

/** Keeps what could not be sent, and says where to go on. */
export async function wait(path: string, type: string, body: string): Promise<string> {
  const facts = await known();
  if (facts === null || !mayWait(path, type, facts.list)) return UNSENT_URL;
  const form = new URLSearchParams(body);
  const next = isJudged(path, form, facts.list) ? TOLD_URL : nextAfter(form, path, facts.list);
  if (next === null) return UNSENT_URL;
  if (form.get("do") === "done" && !form.has("asked")) form.set("asked", "1"); // asked, and left blank
  form.delete("csrfmiddlewaretoken"); // a fresh one goes with it
  await keep("waiting", { path, body: form.toString(), entered_at_ms: Date.now() });
  await change((now) => now && after(now, path, next));
  return next;
}

function after(facts: Known, path: string, next: string): Known {
  const isSession = path.startsWith("/session/");
  return {
    ...facts,
    entered_at_ms: Date.now(),
    is_over: facts.is_over || (isSession && next.startsWith(AWAY_URL)),
    stands_at: isSession ? next : facts.stands_at,
  };
}

let sending: Promise<boolean> | null = null;

/** Sends all that waits, in order; true where nothing waits any more. */
export function send(scope: ServiceWorkerGlobalScope): Promise<boolean> {
  sending ??= sendAll(scope).finally(() => (sending = null));
  return sending;
}

async function sendAll(scope: ServiceWorkerGlobalScope): Promise<boolean> {
  const waiting = await all("waiting");
  if (waiting.length === 0) return true;
  try {
    const answer = await fetch(LIST_URL, { cache: "no-store" });
    if (tellsToForget(answer)) await forget(scope);
    if (!answer.ok) return false;
    const { csrf } = (await answer.json()) as KeepList;
    for (const one of waiting) if (!(await sendOne(one, csrf))) return false;
    return true;
  } catch {
    return false; // still away
  }
}

/** False where it has to be tried again later. */
async function sendOne(one: Waiting, csrf: string): Promise<boolean> {
  const age_s = Math.max(0, Math.round((Date.now() - one.entered_at_ms) / 1000));
  const answer = await fetch(one.path, {
    method: "POST",
    body: one.body,
    headers: {
      "Content-Type": "application/x-www-form-urlencoded",
      "X-CSRFToken": csrf,
      "Loosen-Age-S": String(age_s),
    },
  });
  if (answer.status >= 500) return false;
  const isTaken = answer.status === 204 && Number(answer.headers.get("Loosen-Recorded")) > 0;
  const { path, body, entered_at_ms } = one;
  await (isTaken ? countSent() : keep("refused", { path, body, entered_at_ms }));
  await drop("waiting", one.id as number);
  return true;
}
