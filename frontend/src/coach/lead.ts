/** What the server says about the set on this page: numbers, ids and words, all of them from there. */

export type By = "camera" | "phone" | "tap" | "timer";

/** `reps` a round; a round is a side, or a set of both. */
export interface Target {
  readonly reps: number;
  readonly rounds: number;
  readonly sides: number;
  readonly rest_s: number;
  readonly hold_s: number;
  readonly up_s: number;
  readonly down_s: number;
}

export type Spoken =
  | "loading" | "asking" | "asking_motion" | "of" | "begun" | "change_sides" | "rest" | "last" | "enough"
  | "paused" | "paused_tap" | "going_on" | "partials" | "pause" | "go_on" | "up" | "hold" | "down"
  | "done" | "done_one" | "part_camera" | "part_phone" | "part_tap" | "part_timer"
  | "voice_on" | "beeps_only" | "quiet";

export interface Lead {
  readonly exercise: string;
  readonly session: string;
  readonly step: number;
  readonly view: string | null;
  readonly signal: string | null;
  readonly has_phone: boolean;
  /** Out and back pass through the rest: nothing begins there. */
  readonly goes_two_ways: boolean;
  readonly target: Target;
  /** The person's own range from before, by what measured it; 0 is not known. */
  readonly ranges: { readonly camera: number; readonly phone: number };
  /** The last score told before the set; null is not known. */
  readonly pain: number | null;
  readonly words: Readonly<Record<Spoken, string>>;
  readonly counts: Readonly<Record<By, string>>;
  /** By the id of a cue, of a reason not to see, or of a way down. */
  readonly phrases: Readonly<Record<string, string>>;
}
