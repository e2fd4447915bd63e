/** What was told and is not in the computer's list yet: it closes what rests on a decision. */

import { isJudged, type KeepList, type Known } from "./list.ts";
import { all, change, type Waiting } from "./memory.ts";

/** A page is opened: a clock that shows an earlier time later on went back. */
export async function look(): Promise<void> {
  await change((facts) => facts && { ...facts, seen_ms: Math.max(facts.seen_ms, Date.now()) });
}

/** Something is on its way, or has just arrived, of which the list cannot know. */
export async function fallBehind(): Promise<void> {
  await change((facts) => facts && { ...facts, behind_since_ms: Date.now() });
}

/** Why nothing opens that rests on a decision; null where it does. */
export async function closedBy(facts: Known): Promise<"told" | "behind" | null> {
  if (await hasUnjudged(facts.list)) return "told";
  return facts.behind_since_ms === null ? null : "behind";
}

/** What could not be taken counts as well, until somebody has seen that it has to be told again. */
async function hasUnjudged(list: KeepList): Promise<boolean> {
  const untaken = [...(await all("waiting")), ...(await all("refused"))];
  return untaken.some(({ path, body }: Waiting) => isJudged(path, new URLSearchParams(body), list));
}
