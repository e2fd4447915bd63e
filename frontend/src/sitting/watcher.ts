/** The camera and the workers that watch somebody who sits: on by a tap, off for good. */

import type { Eyes } from "../coach/eyes.ts";
import { causeOf, type Cause } from "../coach/ladder.ts";
import { Lens } from "../coach/lens.ts";
import type { CoachFiles, SittingEvent } from "../coach/protocol.ts";

/** Who sits moves little, and is watched for long: few pictures spare the battery. */
const EVERY_MS = 240;

export interface Heard {
  loading(what: "asking" | "loading"): void;
  seen(event: SittingEvent): void;
  broke(cause: Cause): void;
}

export class Watcher {
  private readonly files: CoachFiles;
  private readonly $video: HTMLVideoElement;
  private readonly heard: Heard;
  private readonly lens: Lens;
  private eyes: Eyes | null = null;
  private isOver = false;

  constructor(files: CoachFiles, $video: HTMLVideoElement, heard: Heard) {
    this.files = files;
    this.$video = $video;
    this.heard = heard;
    this.lens = new Lens($video, (cause) => this.broke(cause));
  }

  /** False where it cannot watch, which `broke` has heard of by then, or where it was let go. */
  async start(): Promise<boolean> {
    this.heard.loading("asking");
    if (!(await this.lens.open())) return false;
    this.heard.loading("loading");
    const eyes = await this.load();
    if (eyes === null || this.isOver) return false;
    if (!(await eyes.beginSitting()) || this.isOver) return false;
    eyes.watch(this.$video, EVERY_MS);
    return true;
  }

  wantStart(): void {
    this.eyes?.wantStart();
  }

  /** It goes on to look: a raised hand ends the pause. */
  pause(isPaused: boolean): void {
    this.eyes?.pause(isPaused);
  }

  close(): void {
    this.isOver = true;
    this.eyes?.close();
    this.lens.close();
  }

  private async load(): Promise<Eyes | null> {
    try {
      const { Eyes } = await import("../coach/eyes.ts");
      this.eyes = new Eyes(this.files, {
        event: () => undefined,
        sitting: (event) => !this.isOver && this.heard.seen(event),
        pace: () => undefined,
        failed: (failure) => this.broke(causeOf(failure)),
      });
    } catch {
      this.broke("cannot-run");
      return null;
    }
    return (await this.eyes.open()) === null ? null : this.eyes;
  }

  private broke(cause: Cause): void {
    if (!this.isOver) this.heard.broke(cause);
  }
}
