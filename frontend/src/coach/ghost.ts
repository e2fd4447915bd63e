/** The drawn figure over the camera's picture: it moves as far out as the person is now. */

import type { Way } from "../figure/rep.ts";
import { Show } from "../figure/show.ts";

/** Finer than that nobody sees, and painting takes time from the watching. */
const STEP = 0.04;

export class Ghost {
  private readonly $ghost: HTMLElement | null;
  private show: Show | null = null;
  private isAsked = false;
  private now = 0;

  constructor($root: HTMLElement) {
    this.$ghost = $root.querySelector<HTMLElement>("[data-ghost]");
  }

  share(share: number): void {
    this.now = Math.round(Math.min(1, Math.max(0, share)) / STEP) * STEP;
  }

  /** Fetches the drawing, before the set: in it nothing is asked for any more. */
  async load(): Promise<void> {
    if (this.$ghost === null || this.isAsked) return;
    this.isAsked = true;
    this.show = await Show.on(this.$ghost, [], "self");
    this.show?.follow(() => ({ phase: phaseOf(this.show!.way, this.now), breath: 0, isMirrored: false }));
  }
}

function phaseOf(way: Way, share: number): number {
  return way.low + share * (way.main - way.low);
}
