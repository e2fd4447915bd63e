/** What the coach needs: fetched only when somebody asks for it, and from then on kept. */

import { FORMAT, type KeepList } from "./list.ts";
import { known } from "./memory.ts";

export const COACH = `loosen-coach-${FORMAT}`;

/** Whatever it was packed as on its way. */
const ANY_PACKING = { ignoreVary: true };

/** The kept file; else what the computer says, which is kept where it is of the coach. */
export async function coachFile(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const coach = await caches.open(COACH);
  const kept = await coach.match(request.url, ANY_PACKING);
  if (kept !== undefined) return kept;
  const answer = await fetch(request);
  if (answer.status === 200 && (await isOfCoach(new URL(request.url)))) {
    event.waitUntil(coach.put(request.url, answer.clone()));
  }
  return answer;
}

/** Files of an older coach: their addresses name what is in them, and nobody asks for them any more. */
export async function letCoachGo(list: KeepList): Promise<void> {
  const coach = await caches.open(COACH);
  for (const { url } of await coach.keys()) {
    if (!list.coach.includes(new URL(url).pathname)) await coach.delete(url, ANY_PACKING);
  }
}

async function isOfCoach(url: URL): Promise<boolean> {
  return (await known())?.list.coach.includes(url.pathname) ?? false;
}
