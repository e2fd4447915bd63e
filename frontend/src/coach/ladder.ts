/** What steps down to what, and which phrase says so. The page never stops for want of an eye. */

import type { By } from "./lead.ts";

export type Cause =
  | "refused" | "no-camera" | "pulled" | "died" | "cannot-run" | "too-slow" | "unseen"
  | "no-sensor" | "refused-sensor" | "timer";

export interface Down {
  readonly to: By;
  /** The phrase without what all of them begin with. */
  readonly phrase: string;
}

/** Tapping is the next rung for all that breaks: it needs nothing. Nobody taps: the clock leads. */
export function stepDown(cause: Cause): Down {
  return { to: cause === "timer" ? "timer" : "tap", phrase: `fall-${cause}` };
}

/** Why the camera or the workers stopped, as the eyes say it. */
export function causeOf(failure: { readonly rung: string; readonly why: string }): Cause {
  if (failure.rung === "camera") return failure.why === "refused" ? "refused" : "pulled";
  if (failure.why === "too-slow") return "too-slow";
  return failure.why === "not-loaded" || failure.why === "refused" ? "cannot-run" : "died";
}

/** Why no camera could be opened, by the browser's own name for it. */
export function causeOfCamera(name: string): Cause {
  return name === "NotAllowedError" || name === "SecurityError" ? "refused" : "no-camera";
}
