/** How fast the model may go: the frame rate gives way first, then the quality, then it gives up. */

import type { Model, Pace } from "./protocol.ts";

/** The counter is exact at ten pictures a second; with less, the smaller model is the better one. */
const LEAST_PER_S = 10;
/** Below this nothing can be counted honestly. */
const GIVE_UP_PER_S = 4;
const MIDDLE_OF = 15;
/** The first pictures warm the machine up. */
const WARM_UP = 5;

export type Step = "stay" | "lite" | "give-up";

export class Pacer {
  private taken_ms: number[] = [];
  private skipped = 0;
  private model: Model;

  constructor(model: Model) {
    this.model = model;
  }

  /** One more picture took so long. What to do now; known only after so many pictures. */
  took(picture_ms: number): Step {
    if (this.skipped < WARM_UP) {
      this.skipped += 1;
      return "stay";
    }
    this.taken_ms.push(picture_ms);
    if (this.taken_ms.length < MIDDLE_OF) return "stay";
    const { frames_per_s } = this.pace();
    if (this.model === "full" && frames_per_s < LEAST_PER_S) return "lite";
    if (this.model === "lite" && frames_per_s < GIVE_UP_PER_S) return "give-up";
    return "stay";
  }

  /** Whether there is a new middle to tell; asking begins the next one. */
  isDue(): boolean {
    return this.taken_ms.length >= MIDDLE_OF;
  }

  pace(): Pace {
    const sorted = [...this.taken_ms].sort((one, other) => one - other);
    const picture_ms = sorted[Math.floor(sorted.length / 2)] ?? 0;
    return { model: this.model, picture_ms, frames_per_s: picture_ms > 0 ? 1000 / picture_ms : 0 };
  }

  /** Begins to count anew, with the same model or the other one. */
  again(model: Model): void {
    if (model !== this.model) this.skipped = 0;
    this.model = model;
    this.taken_ms = [];
  }
}
