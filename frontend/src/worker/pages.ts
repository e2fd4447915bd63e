/** The kept pages: fetched by the list, shown without the computer, let go again. */

import { COACH, coachFile, letCoachGo } from "./coach.ts";
import { FIGURES, fetchFigures, keptFigure, letFiguresGo } from "./figures.ts";
import { AWAY_URL, FORMAT, isJudged, isOpen, LIST_URL, type KeepList, type Known, type KeptPage } from "./list.ts";
import { all, change, empty, known } from "./memory.ts";
import { closedBy } from "./telling.ts";

const PAGES = `loosen-pages-${FORMAT}`;
const FILES = `loosen-files-${FORMAT}`;
const TAG = "Loosen-Tag";
const FORGETS = "Clear-Site-Data";
const FORM_ID = /(name="form_id" value=")[0-9a-f-]{36}/g;
const NOTHING_SAID = new URLSearchParams();

let refreshing: Promise<void> = Promise.resolve();

/** Asks the computer for the list and keeps to it, one time after the other. */
export function refresh(scope: ServiceWorkerGlobalScope): Promise<void> {
  refreshing = refreshing.then(() => refreshNow(scope)).catch(() => undefined);
  return refreshing;
}

async function refreshNow(scope: ServiceWorkerGlobalScope): Promise<void> {
  const asked_at_ms = Date.now();
  const answer = await fetch(LIST_URL, { cache: "no-store" });
  if (tellsToForget(answer)) await forget(scope);
  if (!answer.ok) return;
  const list = (await answer.json()) as KeepList;
  if (list.format !== FORMAT) {
    // This worker is older or newer than the computer: it keeps no page by a list it cannot read.
    for (const name of [PAGES, FIGURES]) await caches.delete(name);
    await scope.registration.update();
    return;
  }
  await follow(list, asked_at_ms);
}

/** First what is closed now goes, then the list counts, then what is missing comes. */
async function follow(list: KeepList, asked_at_ms: number): Promise<void> {
  const now_ms = Date.now();
  await letGo(list);
  if ((await all("waiting")).length > 0) return; // the computer does not know of it yet
  await change((before) => ({
    list,
    seen_ms: now_ms,
    ahead_ms: now_ms - list.now_ms,
    is_over: false,
    stands_at: null,
    entered_at_ms: 0,
    behind_since_ms: later(before?.behind_since_ms ?? null, asked_at_ms),
  }));
  const pages = await caches.open(PAGES);
  for (const page of list.pages) await fetchPage(pages, page);
  await fetchFiles(list);
  await fetchFigures(list);
  await dropOlder();
}

/** What was told after the list was asked for is not in it. */
function later(behind_since_ms: number | null, asked_at_ms: number): number | null {
  return behind_since_ms !== null && behind_since_ms >= asked_at_ms ? behind_since_ms : null;
}

async function letGo(list: KeepList): Promise<void> {
  const pages = await caches.open(PAGES);
  const wanted = new Set(list.pages.map((page) => page.url));
  for (const { url } of await pages.keys()) {
    if (!wanted.has(pathOf(new URL(url)))) await pages.delete(url);
  }
  await letFiguresGo(list);
  await letCoachGo(list);
}

async function fetchPage(pages: Cache, page: KeptPage): Promise<void> {
  const before = await pages.match(page.url);
  if (before?.headers.get(TAG) === page.tag) return;
  const answer = await fetch(page.url, { redirect: "manual", headers: { "Loosen-Keep": "1" } });
  if (answer.status !== 200) {
    await pages.delete(page.url);
    return;
  }
  const kept = await marked(answer, "data-kept");
  kept.headers.set(TAG, page.tag);
  await pages.put(page.url, kept);
}

/** Scripts, styles and drawings of these pages; their names change with what is in them. */
async function fetchFiles(list: KeepList): Promise<void> {
  const [pages, files] = [await caches.open(PAGES), await caches.open(FILES)];
  const wanted = new Set(list.assets);
  for (const request of await pages.keys()) {
    const text = (await (await pages.match(request))?.text()) ?? "";
    for (const [, url] of text.matchAll(/"(\/static\/[^"?#]+)"/g)) wanted.add(url as string);
  }
  for (const { url } of await files.keys()) {
    if (!wanted.delete(new URL(url).pathname)) await files.delete(url);
  }
  for (const url of wanted) {
    const answer = await fetch(url);
    if (answer.ok) await files.put(url, answer);
  }
}

/** The kept page of this address, if it may be shown now; else where to go instead. */
export async function withoutComputer(url: URL): Promise<Response> {
  const facts = await known();
  const closed = facts === null ? null : await closedBy(facts);
  if (facts === null || url.pathname === AWAY_URL) return away(closed !== null);
  const wanted = standsFor(pathOf(url), facts.stands_at, facts.list);
  if (wanted.startsWith(AWAY_URL)) return Response.redirect(wanted);
  const page = pageFor(url, facts);
  if (page === undefined) return goTo(isJudged(url.pathname, NOTHING_SAID, facts.list) ? "seized" : "not-kept");
  if (isOpen(page, facts, Date.now(), closed !== null)) return shown(await keptOf(page));
  return goTo(closed ?? (facts.is_over && page.group === "session" ? "kept" : "lapsed"));
}

/** Under an id made here, so that the same thing told twice is not taken for one tapped twice. */
async function shown(kept: Response | undefined): Promise<Response> {
  if (kept === undefined) return goTo("not-kept");
  const text = (await kept.text()).replaceAll(FORM_ID, (_, name: string) => name + crypto.randomUUID());
  return new Response(text, { headers: kept.headers });
}

/** Whether something can be shown for this address without waiting for the computer. */
export async function isKept(url: URL): Promise<boolean> {
  const facts = await known();
  const page = facts === null ? undefined : pageFor(url, facts);
  if (facts === null || page === undefined) return false;
  return isOpen(page, facts, Date.now(), (await closedBy(facts)) !== null);
}

/** Whom to call is better old than not at all; what rests on a decision has to be of this list. */
async function keptOf(page: KeptPage): Promise<Response | undefined> {
  const kept = await (await caches.open(PAGES)).match(page.url);
  const isOfThisList = kept?.headers.get(TAG) === page.tag;
  return page.group === "open" || isOfThisList ? kept : undefined;
}

function pageFor(url: URL, { list, stands_at }: Known): KeptPage | undefined {
  const wanted = standsFor(pathOf(url), stands_at, list);
  return list.pages.find((one) => one.url === wanted);
}

export async function file(event: FetchEvent): Promise<Response> {
  const kept = await (await caches.open(FILES)).match(event.request.url);
  return kept ?? coachFile(event);
}

/** The kept drawing, as long as a page that shows it may be shown; else whatever the computer says. */
export async function figure(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const facts = await known();
  const pages = facts?.list.pages.filter(({ figures }) => figures.includes(pathOf(url))) ?? [];
  if (facts === null || pages.length === 0) return fetch(request);
  const isClosed = (await closedBy(facts)) !== null;
  const mayShow = pages.some((page) => isOpen(page, facts, Date.now(), isClosed));
  return (mayShow ? await keptFigure(url) : undefined) ?? fetch(request);
}

/** Told by the computer: this device was put out, or the record was erased. */
export function tellsToForget(answer: Response): boolean {
  return answer.headers.get(FORGETS)?.includes("storage") ?? false;
}

/** Nothing of the person stays here, and this worker goes as well. */
export async function forget(scope: ServiceWorkerGlobalScope): Promise<void> {
  for (const name of await caches.keys()) await caches.delete(name);
  await empty("known", "waiting", "refused");
  await scope.registration.unregister();
}

/** What older workers kept: not before this one has kept its own, for whom to call is in it. */
async function dropOlder(): Promise<void> {
  for (const name of await caches.keys()) {
    if (![PAGES, FILES, FIGURES, COACH].includes(name)) await caches.delete(name);
  }
}

function standsFor(path: string, stands_at: string | null, list: KeepList): string {
  const found = list.stands_for.find(([address]) => address === path);
  return found === undefined ? path : (stands_at ?? found[1]);
}

function goTo(why: string): Response {
  return Response.redirect(`${AWAY_URL}?why=${why}`);
}

async function away(isClosed: boolean): Promise<Response> {
  const kept = (await (await caches.open(PAGES)).match(AWAY_URL)) ?? (await caches.match(AWAY_URL));
  if (kept === undefined) return Response.error();
  return isClosed ? marked(kept, "data-closed") : kept;
}

/** The same page with a word in its first tag, for the page's own style and script. */
async function marked(page: Response, word: string): Promise<Response> {
  const text = (await page.text()).replace("<html ", `<html ${word} `);
  const headers = new Headers(page.headers);
  headers.delete("Content-Length"); // it is longer by now
  return new Response(text, { headers });
}

function pathOf(url: URL): string {
  return url.pathname + url.search;
}
