/** Where a count stands in what was asked for: which round, how many are left in it, what comes now. */

import type { Target } from "./lead.ts";

export type Turn = "go-on" | "last" | "change-sides" | "rest" | "enough";

export interface Place {
  /** From 1. */
  readonly round: number;
  /** Of this round. */
  readonly done: number;
  readonly turn: Turn;
}

/** After so many in all. Without a number asked for it simply goes on. */
export function placeOf(count: number, target: Target): Place {
  const { reps, rounds, sides } = target;
  if (reps <= 0) return { round: 1, done: count, turn: "go-on" };
  const round = Math.min(rounds, Math.floor(Math.max(0, count - 1) / reps) + 1);
  const done = count - (round - 1) * reps;
  if (count >= reps * rounds) return { round, done, turn: "enough" };
  if (count > 0 && done === reps) {
    return { round, done, turn: sides > 1 && round % sides !== 0 ? "change-sides" : "rest" };
  }
  return { round, done, turn: done === reps - 1 && reps > 2 ? "last" : "go-on" };
}
