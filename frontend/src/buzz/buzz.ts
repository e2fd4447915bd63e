/** The same signals for the hand: work, rest and the end feel different. Where the device can. */

import { type Tone } from "../tones/tones.ts";

/** Milliseconds on, off, on. A counted second is not felt: that would be a drill. */
const PATTERNS: Record<Tone, readonly number[]> = {
  tick: [],
  work: [70],
  rest: [40, 80, 40],
  done: [120, 90, 120, 90, 120],
  waiting: [250],
};

/** Browsers refuse it before the first touch, and complain aloud; so it is not even tried. */
export function buzz(tone: Tone): void {
  const pattern = PATTERNS[tone];
  const isTouched = navigator.userActivation?.hasBeenActive ?? false;
  if (pattern.length === 0 || !isTouched || !("vibrate" in navigator)) return;
  if (document.documentElement.dataset["buzz"] !== "off") navigator.vibrate([...pattern]);
}
