/** What counts: one shape for the camera, the phone, the tap and the clock. */

import type { By } from "./lead.ts";
import type { Cause } from "./ladder.ts";
import type { Place } from "./protocol.ts";
import type { Measured } from "./told.ts";

/** How things stand with whoever is watched; `see` names the phrase to be written. */
export interface Look {
  readonly see: string;
  readonly isInPlace: boolean;
  readonly isUnseen: boolean;
}

/** What a rung tells the page. */
export interface Ears {
  /** Nothing is watched yet; what it waits for. */
  loading(words: string): void;
  look(look: Look): void;
  /** So many more, whole ones and partials; `cue` is said after the count. */
  moved(counted: number, partials: number, cue: string | null): void;
  cue(words: string): void;
  /** To rest, or to end the set: the id of the phrase. */
  advised(advice: string): void;
  share(share: number): void;
  /** Where the body is in the picture; `isWaiting`: in place, and nothing is counted yet. */
  placed(place: Place | null, isWaiting: boolean): void;
  beat(words: string): void;
  hand(): void;
  broke(cause: Cause): void;
}

export interface Rung {
  readonly by: By;
  /** Begins to count; false where it cannot, which `broke` has heard of by then. */
  start(): Promise<boolean>;
  pause(isPaused: boolean): void;
  /** What the person said of the pain in the set; nothing where nobody could do anything with it. */
  tellPain?(pain_0_10: number): void;
  /** Stops for good and lets go of what it held; what it measured, if it measures. */
  stop(): Promise<Measured | null>;
}
