/** What the server says on the page about sitting: words, all of them from there. */

export type Spoken =
  | "asking" | "loading" | "paused" | "going_on" | "pause" | "go_on" | "since" | "ended" | "watched" | "watched_one"
  | "voice_on" | "beeps_only" | "quiet";

export interface Lead {
  readonly words: Readonly<Record<Spoken, string>>;
  /** By the id of what is said, of a reason not to see, or of what stopped it. */
  readonly phrases: Readonly<Record<string, string>>;
}
