/// <reference lib="webworker" />
/** Pictures in, landmarks out, straight to our Python. No picture leaves this worker. */

import { PoseLandmarker, type PoseLandmarkerResult } from "@mediapipe/tasks-vision";
import { Handover } from "./handover.ts";
import { Pacer } from "./pace.ts";
import { packed, type Mask } from "./packing.ts";
import type { CoachFiles, FromPose, Model, ToPose } from "./protocol.ts";

declare const self: DedicatedWorkerGlobalScope;

interface Running {
  readonly files: CoachFiles;
  readonly port: MessagePort;
  readonly pacer: Pacer;
  readonly landmarker: PoseLandmarker;
  readonly handover: Handover;
}

class TooSlow extends Error {}

// The model's runtime tells the console how it fares, as errors too. What fails is told by `failed`.
for (const level of ["debug", "log", "info", "warn", "error"] as const) console[level] = () => undefined;

interface Waiting {
  readonly picture: VideoFrame | ImageBitmap;
  readonly t_s: number;
}

let running: Running | null = null;
let last_ms = 0;
let newest: Waiting | null = null;
let isLooking = false;

self.addEventListener("message", ({ data }: MessageEvent<ToPose>) => void hear(data));

async function hear(said: ToPose): Promise<void> {
  try {
    if (said.kind === "init") await init(said.files, said.model, said.port);
    else await lookAtTheNewest(said);
  } catch (error) {
    const why = error instanceof TooSlow ? "too-slow" : running === null ? "not-loaded" : "died";
    tell({ kind: "failed", why, detail: String(error) });
  }
}

async function init(files: CoachFiles, model: Model, port: MessagePort): Promise<void> {
  const began_ms = performance.now();
  const handover = new Handover();
  running = { files, port, pacer: new Pacer(model), landmarker: await loaded(files, model, handover), handover };
  tell({ kind: "ready", model, took_ms: performance.now() - began_ms });
}

async function loaded(files: CoachFiles, model: Model, { canvas }: Handover): Promise<PoseLandmarker> {
  const fileset = {
    wasmLoaderPath: absolute(`${files.vision}vision_wasm_module_internal.js`),
    wasmBinaryPath: absolute(`${files.vision}vision_wasm_module_internal.wasm`),
  };
  return PoseLandmarker.createFromOptions(fileset, {
    baseOptions: { modelAssetBuffer: await fetched(files.models[model]), delegate: "CPU" },
    canvas,
    runningMode: "VIDEO",
    // To look for a second person doubles the time of a picture, and finds one where there is none.
    numPoses: 1,
    outputSegmentationMasks: true,
  });
}

async function fetched(url: string): Promise<Uint8Array> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

/** A module that is fetched by a relative address is not found from within a worker. */
function absolute(url: string): string {
  return new URL(url, self.location.origin).href;
}

/** Whatever came while the model was busy is old but for the last one; the model never waits for the page. */
async function lookAtTheNewest(came: Waiting): Promise<void> {
  newest?.picture.close();
  newest = came;
  if (isLooking) return;
  isLooking = true;
  try {
    for (let next = taken(); next !== null; next = taken()) {
      await look(next.picture, next.t_s);
      await whatCameMeanwhile();
    }
  } finally {
    isLooking = false;
  }
}

function taken(): Waiting | null {
  const next = newest;
  newest = null;
  return next;
}

/** Until the pictures that were sent before now have been heard. */
function whatCameMeanwhile(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

async function look(picture: VideoFrame | ImageBitmap, t_s: number): Promise<void> {
  if (running === null) {
    picture.close();
    return;
  }
  const began_ms = performance.now();
  try {
    await running.handover.take(picture);
    // The model wants times that go on, in whole steps.
    last_ms = Math.max(last_ms + 1, Math.round(t_s * 1000));
    running.landmarker.detectForVideo(picture, last_ms, (found) => send(found, picture, t_s));
    running.handover.settle();
  } finally {
    picture.close();
  }
  const picture_ms = performance.now() - began_ms;
  await keepPace(running, picture_ms);
  tell({ kind: "looked", picture_ms });
}

function send(found: PoseLandmarkerResult, picture: VideoFrame | ImageBitmap, t_s: number): void {
  const [wide_px, high_px] = sizeOf(picture);
  const [landmarks, mask] = [found.landmarks[0] ?? [], found.segmentationMasks?.[0]];
  const body = packed({
    t_s,
    wide_px,
    high_px,
    people: found.landmarks.length,
    landmarks,
    mask: mask === undefined || landmarks.length === 0 ? null : maskOf(mask),
  });
  running?.port.postMessage(body, [body]);
}

function maskOf(mask: { width: number; height: number; getAsFloat32Array(): Float32Array }): Mask {
  return { wide: mask.width, high: mask.height, of: mask.getAsFloat32Array() };
}

function sizeOf(picture: VideoFrame | ImageBitmap): [number, number] {
  return "displayWidth" in picture ? [picture.displayWidth, picture.displayHeight] : [picture.width, picture.height];
}

async function keepPace({ files, pacer, landmarker }: Running, picture_ms: number): Promise<void> {
  const step = pacer.took(picture_ms);
  if (!pacer.isDue()) return;
  const pace = pacer.pace();
  if (step === "give-up") throw new TooSlow(`${Math.round(pace.picture_ms)} ms a picture`);
  tell({ kind: "pace", ...pace });
  pacer.again(step === "lite" ? "lite" : pace.model);
  // The same landmarker: its runtime can be loaded only once.
  if (step === "lite") await landmarker.setOptions({ baseOptions: { modelAssetBuffer: await fetched(files.models.lite) } });
}

function tell(what: FromPose): void {
  self.postMessage(what);
}
