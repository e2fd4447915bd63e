/** The coach's eyes: a camera's pictures in, events out. The page hears of everything by callbacks. */

import { Pump } from "./pump.ts";
import type {
  CoachEvent, CoachFiles, Failure, Finished, FromPose, FromPython, Model, Pace, SittingEvent, Start, ToPose, ToPython,
} from "./protocol.ts";

/** How long a worker may say nothing while it has something to do. */
const SILENT_MS = 8000;
/** So long a picture may be on its way before the next ones are let go at once. */
const UNANSWERED_MS = 1500;
const LOOKS_EVERY_MS = 1000;
/** Twenty megabytes over a weak network at home. Python for the page waits for ever where it is cut off. */
const LOADS_MS = 90_000;

export interface Heard {
  /** `took_ms`: what our Python needed for it. */
  event(event: CoachEvent, took_ms: number): void;
  /** The same of somebody who sits. */
  sitting?(event: SittingEvent): void;
  pace(pace: Pace): void;
  /** A rung broke. The set's result so far can still be asked for, unless it was `python`. */
  failed(failure: Failure): void;
}

export interface Ready {
  readonly pose_ms: number;
  readonly python_ms: number;
}

export class Eyes {
  private readonly files: CoachFiles;
  private readonly heard: Heard;
  private readonly python: Worker;
  /** None where a phone is felt and nothing is seen. */
  private pose: Worker | null = null;
  private readonly pump: Pump;
  private readonly watching: ReturnType<typeof setInterval>;
  private waits: { begun?: (isOn: boolean) => void; finished?: (what: Finished | null) => void } = {};
  private loading: Partial<Ready> = {};
  private loaded: ((ready: Ready | null) => void) | null = null;
  private isBroken = false;
  private isOn = false;
  /** When a picture was last handed to the model, and has not come back; and when Python last spoke. */
  private pictured_ms: number | null = null;
  private loading_ms: number | null = null;
  private unanswered_ms: number | null = null;

  constructor(files: CoachFiles, heard: Heard) {
    this.files = files;
    this.heard = heard;
    this.python = new Worker(new URL("./python.worker.ts", import.meta.url), { type: "module" });
    this.python.onmessage = ({ data }: MessageEvent<FromPython>) => this.hearPython(data);
    this.python.onerror = (event) => this.fail("python", event);
    this.pump = new Pump(
      (picture, t_s) => this.look(picture, t_s),
      () => this.broke({ rung: "camera", why: "ended", detail: "the camera's track ended" }),
    );
    this.watching = setInterval(() => this.watchOver(), LOOKS_EVERY_MS);
  }

  /**
   * Loads what is needed: our Python, and the pose model where a camera looks (`model` not null).
   * Null where a rung broke, which `failed` has heard of by then, maybe before anything was asked for.
   */
  open(model: Model | null = "full"): Promise<Ready | null> {
    if (this.isBroken) return Promise.resolve(null);
    const { port1, port2 } = new MessageChannel();
    this.loading_ms = performance.now();
    this.tellPython({ kind: "init", files: this.files, port: port1 }, [port1]);
    if (model === null) this.loading = { pose_ms: 0 };
    else this.openPose(model, port2);
    return new Promise((resolve) => (this.loaded = resolve));
  }

  /** Begins a set, and keeps its frames where that is wished; also the next one, with nothing loaded anew. False where it cannot be counted so. */
  begin(start: Start, keeps = false): Promise<boolean> {
    if (this.isBroken) return Promise.resolve(false);
    this.tellPython({ kind: "begin", start, keeps });
    return new Promise((resolve) => (this.waits.begun = resolve));
  }

  /** Begins to watch somebody who sits; nothing is counted and nothing comes of it. */
  beginSitting(): Promise<boolean> {
    if (this.isBroken) return Promise.resolve(false);
    this.tellPython({ kind: "begin-sitting" });
    return new Promise((resolve) => (this.waits.begun = resolve));
  }

  /** How who sits there sits from now on is what later is compared with. */
  wantStart(): void {
    if (this.isOn) this.tellPython({ kind: "want-start" });
  }

  /** Nothing is judged in a pause; a raised hand is still seen. */
  pause(isPaused: boolean): void {
    if (this.isOn) this.tellPython({ kind: "pause", isPaused });
  }

  /** Takes the pictures of this camera from now on, and no more than one in `every_ms`. */
  watch(video: HTMLVideoElement, every_ms = 0): void {
    this.pump.start(video, every_ms);
  }

  /** Hands on what a phone that is worn felt, as `motion.ts` packs it. */
  feel(numbers: Float64Array<ArrayBuffer>): void {
    if (!this.isOn || this.isBroken) return;
    this.unanswered_ms ??= performance.now();
    this.tellPython({ kind: "motion", numbers }, [numbers.buffer]);
  }

  /** What the person said of the pain, from 0 to 10, before or during the set: more of it may end it. */
  tellPain(pain_0_10: number): void {
    if (this.isOn) this.tellPython({ kind: "pain", pain_0_10 });
  }

  /** Takes no more pictures; the clocks of the set stand as in any gap. */
  rest(): void {
    this.pump.stop();
  }

  /** What the set came to; null where our Python cannot say any more. */
  finish(): Promise<Finished | null> {
    this.rest();
    if (!this.isOn) return Promise.resolve(null);
    this.isOn = false;
    this.unanswered_ms = performance.now();
    this.tellPython({ kind: "finish" });
    return new Promise((resolve) => (this.waits.finished = resolve));
  }

  close(): void {
    this.isBroken = true;
    clearInterval(this.watching);
    this.pump.stop();
    this.pose?.terminate();
    this.python.terminate();
    this.loaded?.(null);
    this.waits.begun?.(false);
    this.losePython(true);
  }

  // --- the pose worker ---------------------------------------------------------------------------

  private openPose(model: Model, port: MessagePort): void {
    this.pose = new Worker(new URL("./pose.worker.ts", import.meta.url), { type: "module" });
    this.pose.onmessage = ({ data }: MessageEvent<FromPose>) => this.hearPose(data);
    this.pose.onerror = (event) => this.fail("pose", event);
    this.tellPose({ kind: "init", files: this.files, model, port }, [port]);
  }

  private look(picture: VideoFrame | ImageBitmap, t_s: number): void {
    const now_ms = performance.now();
    // A worker that has long not answered gets no more: nobody would let those pictures go.
    if (this.pictured_ms !== null && now_ms - this.pictured_ms > UNANSWERED_MS) return picture.close();
    this.pictured_ms ??= now_ms;
    this.tellPose({ kind: "picture", picture, t_s }, [picture]);
  }

  private hearPose(said: FromPose): void {
    switch (said.kind) {
      case "ready":
        return this.isReady({ pose_ms: said.took_ms });
      case "looked":
        this.pictured_ms = null;
        this.unanswered_ms ??= this.isOn ? performance.now() : null;
        return;
      case "pace":
        return this.heard.pace(said);
      case "failed":
        return this.broke({ rung: "pose", why: said.why, detail: said.detail });
    }
  }

  // --- the worker with our Python ------------------------------------------------------------------

  private hearPython(said: FromPython): void {
    this.unanswered_ms = null;
    switch (said.kind) {
      case "ready":
        return this.isReady({ python_ms: said.took_ms });
      case "begun":
        this.isOn = true;
        return this.waits.begun?.(true);
      case "event":
        return this.heard.event(said.event, said.took_ms);
      case "sitting":
        return this.heard.sitting?.(said.event);
      case "finished":
        return this.waits.finished?.({ result: said.result, calibration: said.calibration, frames: said.frames });
      case "failed":
        return this.broke({ rung: "python", why: said.why, detail: said.detail });
    }
  }

  private isReady(part: Partial<Ready>): void {
    this.loading = { ...this.loading, ...part };
    const { pose_ms, python_ms } = this.loading;
    if (pose_ms === undefined || python_ms === undefined) return;
    this.loading_ms = null;
    this.loaded?.({ pose_ms, python_ms });
  }

  // --- what breaks -------------------------------------------------------------------------------

  private fail(rung: "pose" | "python", event: ErrorEvent): void {
    event.preventDefault();
    const why = this.loading[`${rung}_ms`] === undefined ? "not-loaded" : "died";
    this.broke({ rung, why, detail: event.message ?? "" });
  }

  /** A worker that was ended by the system says nothing of it. */
  private watchOver(): void {
    const now_ms = performance.now();
    const isLate = (since_ms: number | null) => since_ms !== null && now_ms - since_ms > SILENT_MS;
    if (isLate(this.pictured_ms)) this.broke({ rung: "pose", why: "silent", detail: "" });
    if (isLate(this.unanswered_ms)) this.broke({ rung: "python", why: "silent", detail: "" });
    if (this.loading_ms !== null && now_ms - this.loading_ms > LOADS_MS) this.broke(this.notLoaded());
  }

  private notLoaded(): Failure {
    const rung = this.loading.python_ms === undefined ? "python" : "pose";
    return { rung, why: "not-loaded", detail: `nothing was heard for ${LOADS_MS} ms` };
  }

  /** Whoever waits for what will not come is told so. What was counted is lost with Python alone. */
  private broke(failure: Failure): void {
    if (this.isBroken) return;
    this.pump.stop();
    this.pictured_ms = this.loading_ms = null;
    this.loaded?.(null);
    this.waits.begun?.(false);
    if (failure.rung === "python") this.losePython(failure.why !== "refused");
    this.heard.failed(failure);
  }

  private losePython(isGone: boolean): void {
    this.isOn = false;
    this.isBroken = isGone;
    this.unanswered_ms = null;
    this.waits.finished?.(null);
  }

  private tellPose(what: ToPose, moved: Transferable[] = []): void {
    this.pose?.postMessage(what, moved);
  }

  private tellPython(what: ToPython, moved: Transferable[] = []): void {
    this.python.postMessage(what, moved);
  }
}
