/** The drawings on the kept pages: each is open with a page that shows it, and is let go with the last. */

import { FORMAT, type KeepList } from "./list.ts";

export const FIGURES = `loosen-figures-${FORMAT}`;

/** Those that no kept page shows any more. */
export async function letFiguresGo(list: KeepList): Promise<void> {
  const [kept, wanted] = [await caches.open(FIGURES), shownBy(list)];
  for (const { url } of await kept.keys()) {
    if (!wanted.has(addressOf(url))) await kept.delete(url, ANY_PACKING);
  }
}

/** An address names what was drawn, so what is there already is not fetched anew. */
export async function fetchFigures(list: KeepList): Promise<void> {
  const kept = await caches.open(FIGURES);
  for (const url of shownBy(list)) {
    if ((await kept.match(url, ANY_PACKING)) !== undefined) continue;
    const answer = await fetch(url);
    if (answer.status === 200) await kept.put(url, answer);
  }
}

export async function keptFigure(url: URL): Promise<Response | undefined> {
  return (await caches.open(FIGURES)).match(url, ANY_PACKING);
}

/** Whatever it was packed as on its way. */
const ANY_PACKING = { ignoreVary: true };

function shownBy(list: KeepList): Set<string> {
  return new Set(list.pages.flatMap(({ figures }) => figures));
}

function addressOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}
