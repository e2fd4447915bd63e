/** The clock leads: where in a repetition one is after so many seconds. */

import type { Target } from "./lead.ts";

export type Beat = "up" | "hold" | "down";

export interface Led {
  readonly count: number;
  readonly beat: Beat;
  /** How far out, 0 to 1. */
  readonly share: number;
}

/** For an exercise that gives no tempo of its own. */
const USUAL_S = 3;

export function ledAt(seconds: number, target: Target): Led {
  const up_s = target.up_s || USUAL_S;
  const down_s = target.down_s || USUAL_S;
  const whole_s = wholeOf(target);
  const count = Math.floor(seconds / whole_s);
  const gone_s = seconds - count * whole_s;
  if (gone_s < up_s) return { count, beat: "up", share: gone_s / up_s };
  if (gone_s < up_s + target.hold_s) return { count, beat: "hold", share: 1 };
  return { count, beat: "down", share: 1 - (gone_s - up_s - target.hold_s) / down_s };
}

/** How long one takes, out, held and back. */
export function wholeOf(target: Target): number {
  return (target.up_s || USUAL_S) + target.hold_s + (target.down_s || USUAL_S);
}
