/** This phone counts by how it lies: asked for on a tap, felt by its own sensor, judged by our Python. */

import { MotionSense, type Mute } from "../motion/motion.ts";
import type { Eyes } from "./eyes.ts";
import type { Keep } from "./kept.ts";
import { causeOf, type Cause } from "./ladder.ts";
import type { Lead } from "./lead.ts";
import type { CoachEvent, CoachFiles, Failure } from "./protocol.ts";
import type { Ears, Rung } from "./rung.ts";
import { Steps } from "./steps.ts";
import { measuredOf, type Measured } from "./told.ts";

/** Ten minutes of packs; some two megabytes. */
const MOST_PACKS = 9000;
const CAUSES: Readonly<Record<Mute, Cause>> = { absent: "no-sensor", refused: "refused-sensor", silent: "no-sensor" };
/** How things stand has words of its own for a phone. */
const NAMES: Readonly<Record<string, string>> = {
  "not-in-place": "phone-lie",
  settling: "phone-still",
  ready: "phone-ready",
};

export class PhoneRung implements Rung {
  readonly by = "phone";
  private readonly lead: Lead;
  private readonly files: CoachFiles;
  private readonly ears: Ears;
  private readonly steps: Steps;
  private readonly tilt: (deg: number) => void;
  private readonly sense = new MotionSense({
    felt: (numbers) => this.feel(numbers),
    mute: (why) => this.broke(CAUSES[why]),
  });
  private readonly keep: Keep | null;
  private readonly packs: Float64Array<ArrayBuffer>[] = [];
  private readonly tilts: number[] = [];
  private eyes: Eyes | null = null;
  private isFelt = false;
  private isOver = false;

  /** `tilt` draws how far it is tilted, in degrees; `keep` takes what was felt, where the person asked for a recording. */
  constructor(lead: Lead, files: CoachFiles, ears: Ears, tilt: (deg: number) => void, keep: Keep | null) {
    this.keep = keep;
    this.lead = lead;
    this.files = files;
    this.ears = ears;
    this.tilt = tilt;
    this.steps = new Steps(ears, NAMES);
  }

  async start(): Promise<boolean> {
    this.ears.loading(this.lead.words.asking_motion);
    if (!(await this.sense.start()) || this.isOver) return false;
    this.ears.loading(this.lead.words.loading);
    const { Eyes } = await import("./eyes.ts");
    this.eyes = new Eyes(this.files, {
      event: (event: CoachEvent) => this.hear(event),
      pace: () => undefined,
      failed: (failure: Failure) => this.broke(causeOf(failure)),
    });
    if ((await this.eyes.open(null)) === null || this.isOver) return false;
    this.isFelt = await this.eyes.begin(this.wanted());
    if (this.isFelt && this.lead.pain !== null) this.tellPain(this.lead.pain);
    return this.isFelt;
  }

  tellPain(pain_0_10: number): void {
    this.eyes?.tellPain(pain_0_10);
  }

  pause(isPaused: boolean): void {
    this.steps.isPaused = isPaused;
  }

  async stop(): Promise<Measured | null> {
    this.isOver = true;
    this.sense.stop();
    const finished = (await this.eyes?.finish()) ?? null;
    this.eyes?.close();
    if (this.packs.length > 0) await this.keep?.({ packs: this.packs, tilts: this.tilts });
    return finished === null ? null : measuredOf(finished.result);
  }

  /** A copy is kept of what our Python gets, and of nothing else: its own goes to the worker for good. */
  private feel(numbers: Float64Array<ArrayBuffer>): void {
    if (this.isFelt && this.keep !== null && this.packs.length < MOST_PACKS) this.packs.push(numbers.slice());
    this.eyes?.feel(numbers);
  }

  private hear(event: CoachEvent): void {
    if (event.value !== null) this.tilt(event.value);
    if (event.value !== null && this.keep !== null) this.tilts.push(event.t_s, event.value);
    this.steps.take(event);
  }

  private wanted() {
    const { target, exercise, ranges } = this.lead;
    const asked = { hold_s: target.hold_s, way_s: target.up_s + target.down_s };
    return { exercise, by: "phone", target: asked, calibration: { own_range: ranges.phone } } as const;
  }

  private broke(cause: Cause): void {
    if (!this.isOver) this.ears.broke(cause);
  }
}
