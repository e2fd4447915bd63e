/** A step as beats on one line of time. Pure: numbers and words in, beats out. */

import { fill, type Dose, type Lead, type Line, type Words } from "./lead.ts";

export type BeatKind =
  "ready" | "move" | "hold" | "back" | "rest" | "switch" | "stay" | "in" | "out" | "line";

/** `waits`: it ends when the person says so. `counts`: its seconds are counted down aloud. */
export interface Beat {
  readonly kind: BeatKind;
  readonly length_s: number;
  readonly cue: string;
  readonly say: string;
  readonly note: string;
  readonly count: number | null;
  readonly counts: boolean;
  readonly waits: boolean;
}

export interface Place {
  readonly index: number;
  readonly beat: Beat;
  readonly gone_s: number;
  readonly left_s: number;
}

const LONG_HOLD_S = 10;
const COUNTED_AT_THE_END_S = 5;

/** The whole step; the get-ready count comes first wherever something is timed. */
export function scheduleOf(lead: Lead): readonly Beat[] {
  if (lead.lines.length > 0) return lead.lines.map(lineBeat);
  const work = workOf(lead);
  return work.length === 0 ? [] : [readyBeat(lead), ...work];
}

function workOf(lead: Lead): Beat[] {
  if (lead.dose !== null && lead.dose.reps > 0) return setsOf(lead.dose, lead);
  if (lead.breath !== null) return breathsOf(lead, lead.breath.in_s, lead.breath.out_s);
  const seconds = lead.dose === null ? lead.seconds : lead.dose.minutes * 60;
  return seconds > 0 ? halvesOf(seconds, lead.dose === null ? lead.words.stay : lead.words.go, lead.words) : [];
}

function setsOf(dose: Dose, lead: Lead): Beat[] {
  const beats: Beat[] = [];
  for (let set = 1; set <= dose.sets; set += 1) {
    if (set > 1 && dose.rest_s > 0) beats.push(restBeat(dose, lead.words));
    beats.push(...sidesOf(dose, lead, set));
  }
  return beats;
}

/** Left and right are real halves, with a pause to change over. */
function sidesOf(dose: Dose, lead: Lead, set: number): Beat[] {
  if (!dose.by_sides) return repsOf(dose, lead, set, "");
  const { left, right, change_sides } = lead.words;
  const change = beat("switch", lead.switch_s, change_sides, { say: `${change_sides}. ${right}.`, note: right });
  return [...repsOf(dose, lead, set, left), change, ...repsOf(dose, lead, set, right)];
}

function repsOf(dose: Dose, lead: Lead, set: number, side: string): Beat[] {
  const beats: Beat[] = [];
  for (let rep = 1; rep <= dose.reps; rep += 1) {
    const place = noteOf(dose, lead.words, set, side);
    const note = place === "" ? fill(lead.words.rep_of, { n: rep, of: dose.reps }) : place;
    beats.push(...oneRep(dose, lead, rep, note, side));
  }
  return beats;
}

function oneRep(dose: Dose, lead: Lead, rep: number, place: string, side: string): Beat[] {
  const { words } = lead;
  const mark = markOf(dose.reps, rep, words);
  const opening = rep === 1 && side !== "" ? `${side}. ` : "";
  const lead_in = `${opening}${mark === "" ? "" : `${mark}. `}`;
  const note = joined(mark, place); // what is said is written as well
  const rep_s = dose.up_s + dose.hold_s + dose.down_s;
  const up = beat("move", rep_s > 0 ? dose.up_s : 4, words.move, { say: `${lead_in}${words.move}`, note, count: rep });
  const hold = beat("hold", dose.hold_s, words.hold, { say: words.hold, note, counts: true });
  const back = beat("back", dose.down_s, words.back, { say: words.back, note, count: rep });
  const parts = [up, hold, back].filter((part) => part.length_s > 0);
  return parts.map((part, index) => (index === 0 ? { ...part, say: `${lead_in}${part.cue}` } : part));
}

/** Half way, or the last one; nothing where there are too few to need it. */
function markOf(reps: number, rep: number, words: Words): string {
  if (rep === reps && reps > 2) return words.last;
  return rep === Math.floor(reps / 2) + 1 && reps > 3 ? words.half_way : "";
}

function noteOf(dose: Dose, words: Words, set: number, side: string): string {
  const sets = dose.sets > 1 ? fill(words.set_of, { n: set, of: dose.sets }) : "";
  return joined(side, sets);
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" · ");
}

function breathsOf(lead: Lead, in_s: number, out_s: number): Beat[] {
  const breaths = Math.max(1, Math.round(lead.seconds / Math.max(1, in_s + out_s)));
  const { breathe_in, breathe_out } = lead.words;
  return Array.from({ length: breaths }, (_, index) => {
    const note = fill(lead.words.rep_of, { n: index + 1, of: breaths });
    return [
      beat("in", in_s, breathe_in, { say: breathe_in, note }),
      beat("out", out_s, breathe_out, { say: breathe_out, note }),
    ];
  }).flat();
}

/** One long stay or walk in two halves, so that half-way can be said. */
function halvesOf(seconds: number, cue: string, words: Words): Beat[] {
  const first = Math.ceil(seconds / 2);
  return [
    beat("stay", first, cue, { say: cue }),
    beat("stay", seconds - first, cue, { say: words.half_way, note: words.half_way }),
  ].filter((half) => half.length_s > 0);
}

function readyBeat(lead: Lead): Beat {
  return beat("ready", lead.ready_s, lead.words.ready, { say: `${lead.title}. ${lead.words.ready}.`, counts: true });
}

function restBeat(dose: Dose, words: Words): Beat {
  return beat("rest", dose.rest_s, words.rest, { say: words.rest });
}

function lineBeat(line: Line): Beat {
  return { ...beat("line", line.pause_s, line.text, { say: line.text }), waits: true };
}

function beat(
  kind: BeatKind,
  length_s: number,
  cue: string,
  more: Partial<Pick<Beat, "say" | "note" | "count" | "counts">>,
): Beat {
  return { kind, length_s, cue, say: "", note: "", count: null, counts: false, waits: false, ...more };
}

/** Where one is after so many seconds; null behind the end. */
export function placeAt(beats: readonly Beat[], seconds: number): Place | null {
  let from = 0;
  for (const [index, one] of beats.entries()) {
    if (seconds < from + one.length_s) {
      return { index, beat: one, gone_s: seconds - from, left_s: from + one.length_s - seconds };
    }
    from += one.length_s;
  }
  return null;
}

export function lengthOf(beats: readonly Beat[]): number {
  return beats.reduce((sum, one) => sum + one.length_s, 0);
}

export function startOf(beats: readonly Beat[], index: number): number {
  return lengthOf(beats.slice(0, index));
}

/** The number that stands large: the repetition while moving, else the seconds still to go. */
export function countAt(place: Place): number {
  return place.beat.count ?? Math.ceil(place.left_s);
}

/** The number to say now: each second of a short hold, the last five of a long one. */
export function countToSay(place: Place): number | null {
  const left = Math.ceil(place.left_s);
  const counted = place.beat.length_s <= LONG_HOLD_S ? place.beat.length_s - 1 : COUNTED_AT_THE_END_S;
  return place.beat.counts && left <= counted && left > 0 ? left : null;
}
