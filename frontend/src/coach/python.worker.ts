/// <reference lib="webworker" />
/** Runs our own Python on what the pose worker saw, and tells the page what it made of it. */

import type { PyodideAPI } from "pyodide";
import type { CoachFiles, FromPython, Packed, Start, ToPython } from "./protocol.ts";

declare const self: DedicatedWorkerGlobalScope;

const ROOMS = "/rooms";
/** Ten minutes at thirty a second; some fifteen megabytes. */
const MOST_KEPT = 18_000;
/** The only lines of Python that are not in a room: they hand the bytes over. */
const DOOR = `
import sys
sys.path.insert(0, ${JSON.stringify(ROOMS)})
from pathlib import Path
from loosen.movement.live import LiveSet
bundle = Path(${JSON.stringify(ROOMS)}, "coach.json").read_text("utf-8")
def begin(start):
    global running
    running = LiveSet(bundle, start)
def begin_sitting():
    global running
    from loosen.movement.live_sitting import LiveSitting
    running = LiveSitting(bundle)
def want_start():
    running.want_start()
def pause(is_paused):
    running.pause(is_paused)
def look(packed):
    return running.look(packed.to_bytes())
def feel(packed):
    return running.feel(packed.to_bytes())
def tell_pain(pain_0_10):
    running.tell_pain(pain_0_10)
def finish():
    return running.finish()
`;

interface Door {
  begin(start: string): void;
  begin_sitting(): void;
  want_start(): void;
  pause(is_paused: boolean): void;
  look(packed: Uint8Array): string;
  feel(packed: Uint8Array): string;
  tell_pain(pain_0_10: number): void;
  finish(): string;
}

let door: Door | null = null;
let isOn = false;
/** Whom the frames are of: somebody who does an exercise, or who sits. */
let about: "event" | "sitting" = "event";
/** Frames of this set, where the person asked to keep them. */
let kept: Packed[] | null = null;

self.addEventListener("message", ({ data }: MessageEvent<ToPython>) => void hear(data));

async function hear(said: ToPython): Promise<void> {
  try {
    if (said.kind === "init") await init(said.files, said.port);
    else if (said.kind === "begin") begin(said.start, said.keeps);
    else if (said.kind === "begin-sitting") beginSitting();
    else if (said.kind === "want-start") door?.want_start();
    else if (said.kind === "pause") door?.pause(said.isPaused);
    else if (said.kind === "motion") feel(said.numbers);
    else if (said.kind === "pain") tellPain(said.pain_0_10);
    else if (said.kind === "finish") finish();
  } catch (error) {
    const why = said.kind === "init" ? "not-loaded" : said.kind.startsWith("begin") ? "refused" : "died";
    tell({ kind: "failed", why, detail: String(error) });
  }
}

async function init(files: CoachFiles, port: MessagePort): Promise<void> {
  const began_ms = performance.now();
  const [python, zipped] = await Promise.all([runtime(files.pyodide), fetched(files.rooms)]);
  python.unpackArchive(zipped, "zip", { extractDir: ROOMS });
  python.runPython(DOOR);
  door = doorOf(python);
  port.onmessage = ({ data }: MessageEvent<Packed>) => look(data);
  tell({ kind: "ready", took_ms: performance.now() - began_ms });
}

/** The functions of the door, under the very names that they have in Python. */
function doorOf(python: PyodideAPI): Door {
  const named = <Name extends keyof Door>(name: Name): Door[Name] => python.globals.get(name) as Door[Name];
  return {
    begin: named("begin"), begin_sitting: named("begin_sitting"), want_start: named("want_start"), pause: named("pause"),
    look: named("look"), feel: named("feel"), tell_pain: named("tell_pain"), finish: named("finish"),
  };
}

async function fetched(url: string): Promise<ArrayBuffer> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.arrayBuffer();
}

async function runtime(folder: string): Promise<PyodideAPI> {
  const base = new URL(folder, self.location.origin).href;
  const { loadPyodide } = (await import(/* @vite-ignore */ `${base}pyodide.mjs`)) as typeof import("pyodide");
  return loadPyodide({ indexURL: base });
}

function begin(start: Start, keeps: boolean): void {
  door?.begin(JSON.stringify(start));
  kept = keeps ? [] : null;
  goOn("event");
}

/** Nothing of it is kept, and nothing comes of it at the end. */
function beginSitting(): void {
  door?.begin_sitting();
  kept = null;
  goOn("sitting");
}

function goOn(kind: typeof about): void {
  about = kind;
  isOn = true;
  tell({ kind: "begun" });
}

function look(packed: Packed): void {
  if (door === null || !isOn) return;
  const began_ms = performance.now();
  if (kept !== null && kept.length < MOST_KEPT) kept.push(packed);
  try {
    const said = door.look(new Uint8Array(packed));
    if (said === "") return; // no frame
    tell({ kind: about, event: JSON.parse(said), took_ms: performance.now() - began_ms });
  } catch (error) {
    isOn = false;
    tell({ kind: "failed", why: "died", detail: String(error) });
  }
}

/** Readings of a phone that is worn; a list of events comes back for them. */
function feel(numbers: Float64Array<ArrayBuffer>): void {
  if (door === null || !isOn) return;
  const began_ms = performance.now();
  try {
    const said = door.feel(new Uint8Array(numbers.buffer));
    const took_ms = performance.now() - began_ms;
    for (const event of said === "" ? [] : JSON.parse(said)) tell({ kind: "event", event, took_ms });
  } catch (error) {
    isOn = false;
    tell({ kind: "failed", why: "died", detail: String(error) });
  }
}

function tellPain(pain_0_10: number): void {
  if (isOn) door?.tell_pain(pain_0_10);
}

function finish(): void {
  if (door === null || !isOn) throw new Error("no set was begun");
  const frames = kept ?? [];
  self.postMessage({ kind: "finished", ...JSON.parse(door.finish()), frames } satisfies FromPython, frames);
  kept = null;
  isOn = false;
}

function tell(what: FromPython): void {
  self.postMessage(what);
}
