/** What the page, the pose worker and the worker with our Python say to each other. */

/** Where the files lie, as the page was told by the computer. Folders end with a slash. */
export interface CoachFiles {
  /** The pose model's own runtime. */
  readonly vision: string;
  readonly models: Readonly<Record<Model, string>>;
  /** Python for the page. */
  readonly pyodide: string;
  /** Our rooms, and what each exercise is measured by. */
  readonly rooms: string;
}

export type Model = "lite" | "full";

/** What is kept of a person for next time; the page stores it and reads nothing out of it. */
export type Calibration = Readonly<Record<string, unknown>>;

/** What a set is: `movement.live.Start`. */
export interface Start {
  readonly exercise: string;
  readonly by: "camera" | "phone";
  /** Seconds held, and out and back together; 0 is not asked. */
  readonly target: { readonly hold_s: number; readonly way_s: number };
  readonly calibration: Calibration;
}

export const NOT_CALIBRATED: Calibration = { own_range: 0 };

export type Standing = "cannot-see" | "not-in-place" | "settling" | "ready" | "out" | "other-movement";
export type Unseen =
  | "nobody" | "two-people" | "too-far" | "wrong-view" | "out-of-picture" | "jumped"
  | "no-sensor" | "phone-moved" | "no-readings";

/** What may be said now; `words` are those of the content, null where it has none. */
export interface Cue {
  readonly kind: string;
  readonly id: string;
  readonly words: string | null;
  readonly signal: string | null;
  readonly value: number | null;
  readonly bound: number | null;
}

/** A share of the picture's width and height, from its upper left corner. */
export type Spot = readonly [number, number];

/** Where the body is in the picture: `movement.placing.Place`. */
export interface Place {
  readonly seen_from: "left" | "right" | "front";
  /** The one that the newest repetition was made with or to. */
  readonly side: "left" | "right" | null;
  readonly hip: Spot;
  readonly shoulder: Spot;
  /** Shoulders to hips, a share of the picture's width. */
  readonly trunk: number;
  readonly line: readonly Spot[];
  /** Of the part that moves most: where it rests, and where the person's own range brings it. */
  readonly reach: { readonly rest: Spot; readonly own: Spot } | null;
}

/** What one frame told: `movement.session.Seen`, and where the body is; null: not seen, or not surely. */
export interface CoachEvent {
  readonly t_s: number;
  readonly standing: Standing;
  readonly unseen: Unseen | null;
  readonly count: number;
  readonly partials: number;
  readonly turn: "none" | "out" | "counted" | "partial";
  /** How far out now, as a share of the range. */
  readonly share: number;
  readonly value: number | null;
  readonly is_oblique: boolean;
  readonly broken: { readonly signal: string; readonly least: number | null; readonly most: number | null } | null;
  readonly repetition: Readonly<Record<string, number | boolean>> | null;
  readonly cue: Cue | null;
  /** A hand is held above the head, for long enough to be meant. */
  readonly hand_is_up: boolean;
  /** A rest or the end of the set, where the way there shrinks. */
  readonly advice?: { readonly close: string } | null;
  readonly place?: Place | null;
}

/** Ear, shoulder, hip, knee and ankle from the side, in thighs: the hip at the origin, y up. */
export type Outline = readonly (readonly [number, number])[];

/** What one frame of somebody who sits told: `movement.sitting.Seated`, with the words of what it says. */
export interface SittingEvent {
  readonly t_s: number;
  readonly unseen: Unseen | null;
  readonly is_sitting: boolean;
  readonly start: "wanted" | "taking" | "known";
  readonly sunk_percent: number | null;
  /** Of the way down to the nudge. */
  readonly share: number | null;
  readonly level: "as-begun" | "a-little-lower" | "lower" | null;
  readonly now: Outline | null;
  readonly own: Outline | null;
  /** The id of what is to be said now, once; and its words. */
  readonly says: string | null;
  readonly words: string | null;
  readonly hand_is_up: boolean;
}

/** What a set came to. `result`: canonical JSON, the same text that the server's Python gives. */
export interface Finished {
  readonly result: string;
  readonly calibration: Calibration;
  /** What was seen, as the pose worker packed it; only where the person asked to keep it. */
  readonly frames: readonly Packed[];
}

/** Which rung of the ladder broke. The page steps down; nothing is thrown. */
export interface Failure {
  readonly rung: "camera" | "pose" | "python";
  readonly why: "not-loaded" | "died" | "silent" | "too-slow" | "ended" | "refused";
  /** For the log, never for people. */
  readonly detail: string;
}

export interface Pace {
  readonly model: Model;
  readonly frames_per_s: number;
  /** The middle time that one picture takes the model. */
  readonly picture_ms: number;
}

// --- the pose worker ---------------------------------------------------------------------------

export type ToPose =
  | { readonly kind: "init"; readonly files: CoachFiles; readonly model: Model; readonly port: MessagePort }
  | { readonly kind: "picture"; readonly picture: VideoFrame | ImageBitmap; readonly t_s: number };

export type FromPose =
  | { readonly kind: "ready"; readonly model: Model; readonly took_ms: number }
  | { readonly kind: "looked"; readonly picture_ms: number }
  | ({ readonly kind: "pace" } & Pace)
  | { readonly kind: "failed"; readonly why: Failure["why"]; readonly detail: string };

// --- the worker with our Python ------------------------------------------------------------------

export type ToPython =
  | { readonly kind: "init"; readonly files: CoachFiles; readonly port: MessagePort }
  | { readonly kind: "begin"; readonly start: Start; readonly keeps: boolean }
  | { readonly kind: "motion"; readonly numbers: Float64Array<ArrayBuffer> }
  | { readonly kind: "pain"; readonly pain_0_10: number }
  | { readonly kind: "begin-sitting" }
  | { readonly kind: "want-start" }
  | { readonly kind: "pause"; readonly isPaused: boolean }
  | { readonly kind: "finish" };

export type FromPython =
  | { readonly kind: "ready"; readonly took_ms: number }
  | { readonly kind: "begun" }
  | { readonly kind: "event"; readonly event: CoachEvent; readonly took_ms: number }
  | { readonly kind: "sitting"; readonly event: SittingEvent; readonly took_ms: number }
  | ({ readonly kind: "finished" } & Finished)
  | { readonly kind: "failed"; readonly why: Failure["why"]; readonly detail: string };

/** What goes from the pose worker to Python, and from nowhere else: a packed frame. */
export type Packed = ArrayBuffer;
