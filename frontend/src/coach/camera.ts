/** The camera counts: opened by a tap, watched by the workers, let go as soon as it is not needed. */

import type { Keep } from "./kept.ts";
import { causeOf } from "./ladder.ts";
import type { Lead } from "./lead.ts";
import { Lens } from "./lens.ts";
import type { Eyes } from "./eyes.ts";
import type { CoachEvent, CoachFiles, Failure, Start } from "./protocol.ts";
import type { Ears, Rung } from "./rung.ts";
import { measuredOf, type Measured } from "./told.ts";
import { Steps } from "./steps.ts";

export class CameraRung implements Rung {
  readonly by = "camera";
  private readonly lead: Lead;
  private readonly files: CoachFiles;
  private readonly $video: HTMLVideoElement;
  private readonly ears: Ears;
  private readonly steps: Steps;
  private eyes: Eyes | null = null;
  private readonly lens: Lens;
  private isOver = false;

  private readonly keep: Keep | null;

  /** `keep` takes what was seen, where the person asked for a recording. */
  constructor(lead: Lead, files: CoachFiles, $video: HTMLVideoElement, ears: Ears, keep: Keep | null) {
    this.keep = keep;
    this.lead = lead;
    this.files = files;
    this.$video = $video;
    this.ears = ears;
    this.steps = new Steps(ears);
    this.lens = new Lens($video, (cause) => this.broke(cause));
  }

  async start(): Promise<boolean> {
    this.ears.loading(this.lead.words.asking);
    if (!(await this.lens.open())) return false;
    this.ears.loading(this.lead.words.loading);
    const eyes = await this.load();
    if (eyes === null || this.isOver) return false;
    if (!(await eyes.begin(this.wanted(), this.keep !== null)) || this.isOver) return false;
    if (this.lead.pain !== null) eyes.tellPain(this.lead.pain);
    eyes.watch(this.$video);
    return true;
  }

  tellPain(pain_0_10: number): void {
    this.eyes?.tellPain(pain_0_10);
  }

  pause(isPaused: boolean): void {
    this.steps.isPaused = isPaused; // it goes on to look: a raised hand ends the pause
  }

  async stop(): Promise<Measured | null> {
    this.isOver = true;
    const finished = (await this.eyes?.finish()) ?? null;
    this.eyes?.close();
    this.lens.close();
    if (finished === null) return null;
    if (finished.frames.length > 0) await this.keep?.({ frames: finished.frames });
    return measuredOf(finished.result);
  }

  // --- the workers -------------------------------------------------------------------------------

  private async load(): Promise<Eyes | null> {
    try {
      const { Eyes } = await import("./eyes.ts");
      this.eyes = new Eyes(this.files, {
        event: (event: CoachEvent) => this.steps.take(event),
        pace: () => undefined,
        failed: (failure: Failure) => this.broke(causeOf(failure)),
      });
    } catch {
      this.broke("cannot-run");
      return null;
    }
    return (await this.eyes.open()) === null ? null : this.eyes;
  }

  private wanted(): Start {
    const { target, exercise, ranges } = this.lead;
    return {
      exercise,
      by: "camera",
      target: { hold_s: target.hold_s, way_s: target.up_s + target.down_s },
      calibration: { own_range: ranges.camera },
    };
  }

  private broke(cause: Parameters<Ears["broke"]>[0]): void {
    if (this.isOver) return;
    this.ears.broke(cause);
  }
}
