/** What our Python said of each frame, as the page hears it: how many more, how it stands, what to say. */

import type { CoachEvent } from "./protocol.ts";
import type { Ears } from "./rung.ts";

/** Not seen for so long in the middle of a set, and something else counts. */
const UNSEEN_S = 20;
const IN_PLACE = new Set(["ready", "out"]);

export class Steps {
  isPaused = false;
  private readonly ears: Ears;
  private readonly names: Readonly<Record<string, string>>;
  private count = 0;
  private partials = 0;
  private wasInPlace = false;
  private unseenSince_s: number | null = null;
  private isHandUp = false;

  /** `names`: phrases of its own for how things stand. */
  constructor(ears: Ears, names: Readonly<Record<string, string>> = {}) {
    this.ears = ears;
    this.names = names;
  }

  take(event: CoachEvent): void {
    this.look(event);
    this.hand(event);
    this.ears.placed(event.place ?? null, event.standing === "ready" && event.count + event.partials === 0);
    const counted = event.count - this.count;
    const partials = event.partials - this.partials;
    this.count = event.count;
    this.partials = event.partials;
    if (this.isPaused) return;
    this.ears.share(event.share);
    const words = event.cue?.words ?? null;
    if (counted > 0 || partials > 0) this.ears.moved(counted, partials, words);
    else if (words !== null) this.ears.cue(words);
    if (event.advice) this.ears.advised(event.advice.close);
  }

  private look(event: CoachEvent): void {
    const isUnseen = event.standing === "cannot-see";
    const isInPlace = IN_PLACE.has(event.standing);
    const see = event.unseen ?? event.standing;
    this.ears.look({ see: this.names[see] ?? see, isInPlace, isUnseen });
    this.wasInPlace ||= isInPlace;
    if (!isUnseen || !this.wasInPlace || this.isPaused) this.unseenSince_s = null;
    else this.unseenSince_s ??= event.t_s;
    if (this.unseenSince_s !== null && event.t_s - this.unseenSince_s >= UNSEEN_S) this.ears.broke("unseen");
  }

  /** A hand that was raised long enough is told once, until it is down again. */
  private hand(event: CoachEvent): void {
    if (event.hand_is_up && !this.isHandUp) this.ears.hand();
    this.isHandUp = event.hand_is_up;
  }
}
