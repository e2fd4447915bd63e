/** Where in its movement the figure is, by the beats that the player keeps. Pure. */

import type { Beat, BeatKind, Place } from "../schedule/schedule.ts";

/** The phases between which a movement goes up and down. */
export interface Way {
  readonly main: number;
  readonly low: number;
}

export interface Shot {
  readonly phase: number;
  /** From 0, all out, to 1, all in. */
  readonly breath: number;
  readonly isMirrored: boolean;
}

/** How the words for the breath go with the movement: out as it goes up, or in its own time. */
export type BreathBy = "move" | "self";

/** To come to the start, or into a hold that no movement leads to. */
const SETTLE_S = 2;
/** One round of a movement that goes on and on, as walking does. */
const ROUND_S = 2.4;
const BREATH_S = 10;
const IN_SHARE = 0.4;

export function shotOf(beats: readonly Beat[], place: Place, way: Way, breath: BreathBy): Shot {
  return {
    phase: phaseOf(beats, place, way),
    breath: breathOf(place, breath),
    isMirrored: isRight(beats, place),
  };
}

/** Key poses alone, for whoever wants no motion. */
export function stillOf(beats: readonly Beat[], place: Place, way: Way): Shot {
  const phase = place.beat.kind === "stay" ? way.main : endOf(place.beat.kind, way) % 1;
  return { phase, breath: 0, isMirrored: isRight(beats, place) };
}

export function phaseOf(beats: readonly Beat[], place: Place, way: Way): number {
  const { kind, length_s } = place.beat;
  if (kind === "stay") return (stayedFor(beats, place) / ROUND_S) % 1;
  if (kind === "line") return 0;
  const from = endOf(beats[place.index - 1]?.kind ?? "ready", way);
  const takes = kind === "move" || kind === "back" ? length_s : Math.min(SETTLE_S, length_s);
  const share = takes > 0 ? Math.min(1, place.gone_s / takes) : 1;
  return (from + forward(from, endOf(kind, way), kind) * share) % 1;
}

/** Where a beat leaves the body. */
function endOf(kind: BeatKind, { main, low }: Way): number {
  switch (kind) {
    case "move":
    case "hold":
      return main;
    case "back":
      return low;
    default:
      return 0;
  }
}

/** How far it is, always forward; up alone, again and again, is a whole round each time. */
function forward(from: number, to: number, kind: BeatKind): number {
  const way = (((to - from) % 1) + 1) % 1;
  return way === 0 && kind === "move" ? 1 : way;
}

function stayedFor(beats: readonly Beat[], place: Place): number {
  let gone = place.gone_s;
  for (let n = place.index - 1; beats[n]?.kind === "stay"; n -= 1) gone += beats[n]!.length_s;
  return gone;
}

function breathOf(place: Place, by: BreathBy): number {
  const share = place.beat.length_s > 0 ? place.gone_s / place.beat.length_s : 1;
  const eased = 0.5 - Math.cos(Math.PI * Math.min(1, share)) / 2;
  switch (place.beat.kind) {
    case "in":
      return eased;
    case "out":
      return 1 - eased;
    case "move":
      return by === "move" ? 1 - eased : idleBreath(place.gone_s);
    case "back":
      return by === "move" ? eased : idleBreath(place.gone_s);
    case "hold":
      return by === "move" ? 0 : idleBreath(place.gone_s);
    default:
      return idleBreath(place.gone_s);
  }
}

/** A calm breath, in for 4 seconds and out for 6. */
export function idleBreath(seconds: number): number {
  const share = (seconds % BREATH_S) / BREATH_S;
  const way = share < IN_SHARE ? share / IN_SHARE : 1 - (share - IN_SHARE) / (1 - IN_SHARE);
  return 0.5 - Math.cos(Math.PI * way) / 2;
}

/** The second half is the mirror image of the first; it changes in the middle of the change-over. */
function isRight(beats: readonly Beat[], { index, beat, gone_s }: Place): boolean {
  if (beat.kind === "switch") return gone_s > beat.length_s / 2;
  for (let n = index - 1; n >= 0 && beats[n]!.kind !== "rest"; n -= 1) {
    if (beats[n]!.kind === "switch") return beat.kind !== "rest";
  }
  return false;
}

const PREVIEW_HOLD_S = 1.5;
const PREVIEW_REST_S = 1.2;

/** One repetition to look at before it begins, and a moment of rest; empty where nothing is repeated. */
export function previewOf(beats: readonly Beat[]): readonly Beat[] {
  const first = beats.findIndex(({ kind }) => kind === "move");
  if (first < 0) return beats.filter(({ kind }) => kind === "stay").slice(0, 1);
  const following = beats.findIndex(({ kind }, n) => n > first && kind !== "hold" && kind !== "back");
  const rep = beats.slice(first, following < 0 ? beats.length : following).map(shortHold);
  return [...rep, { ...rep[0]!, kind: "rest", length_s: SETTLE_S + PREVIEW_REST_S }];
}

function shortHold(beat: Beat): Beat {
  return beat.kind === "hold" ? { ...beat, length_s: Math.min(beat.length_s, PREVIEW_HOLD_S) } : beat;
}
