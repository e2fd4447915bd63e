/// <reference lib="webworker" />
/** Stands between the pages and the network of an approved phone. It judges nothing: see `list`. */

import { all, empty, known, takeSent } from "./worker/memory.ts";
import { figure, file, forget, isKept, refresh, tellsToForget, withoutComputer } from "./worker/pages.ts";
import { goTo } from "./worker/noting.ts";
import { leadsOn, send, wait } from "./worker/sending.ts";
import { fallBehind, look } from "./worker/telling.ts";

declare const self: ServiceWorkerGlobalScope;

/** Longer than any page takes; shorter than a person waits for a computer that sleeps. */
const PATIENCE_MS = 5000;

self.addEventListener("install", () => void self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("fetch", (event) => answer(event));
self.addEventListener("message", (event) => event.waitUntil(hear(event)));
self.addEventListener("notificationclick", (event) => event.waitUntil(goTo(self, event.notification)));

/** It keeps anew at once, for the next page may be one without the computer; no page waits for that. */
async function takeOver(): Promise<void> {
  await self.clients.claim();
  void refresh(self);
}

function answer(event: FetchEvent): void {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.mode === "navigate") {
    event.respondWith(request.method === "POST" ? posted(event, url) : page(event, url));
  } else if (request.method === "GET" && /^\/(static|coach)\//.test(url.pathname)) {
    event.respondWith(file(event));
  } else if (request.method === "GET" && url.pathname.startsWith("/figures/")) {
    event.respondWith(figure(request));
  }
}

async function page(event: FetchEvent, url: URL): Promise<Response> {
  await look();
  await within(send(self), PATIENCE_MS).catch(() => false);
  const asked = fetch(event.request);
  try {
    const came = (await isKept(url)) ? await within(asked, PATIENCE_MS) : await asked;
    if (tellsToForget(came)) await forget(self);
    return came;
  } catch {
    return withoutComputer(url);
  }
}

async function posted(event: FetchEvent, url: URL): Promise<Response> {
  const { request } = event;
  const type = request.headers.get("Content-Type") ?? "";
  const copy = request.clone();
  const isKnown = await leadsOn(url.pathname, type, request.clone());
  const isFree = await within(send(self), PATIENCE_MS).catch(() => false);
  try {
    if (!isFree) throw new Error("what was entered before goes first");
    if (!isKnown) await fallBehind();
    const came = await within(fetch(request), 2 * PATIENCE_MS);
    if (!isKnown) await fallBehind(); // a list that was asked for meanwhile may be older
    if (tellsToForget(came)) await forget(self);
    return came;
  } catch {
    return Response.redirect(await wait(url.pathname, type, await copy.text()), 303);
  }
}

function within<Answer>(asked: Promise<Answer>, ms: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("no answer")), ms);
    asked.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** A page that was loaded asks how things stand; it hears the numbers, never what was entered. */
async function hear(event: ExtendableMessageEvent): Promise<void> {
  if (event.data === "settle") await empty("refused");
  const isFree = await send(self);
  if (isFree && event.data !== "look") await refresh(self);
  event.source?.postMessage({
    waiting: (await all("waiting")).length,
    sent: await takeSent(),
    refused: (await all("refused")).map((one) => one.entered_at_ms),
    ahead_ms: (await known())?.ahead_ms ?? 0,
  });
}
