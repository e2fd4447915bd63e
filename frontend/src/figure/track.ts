/** What the server bakes: a movement by phase, and the table of the body that makes it. */

export interface Key {
  readonly at: number;
  readonly label: string;
}

/** Corners of the whole and of its lit face: rows of three, in steps of 0.1 mm. */
export interface SolidData {
  readonly tone: string;
  readonly corners: string;
  readonly lit: string;
  readonly is_under: boolean;
  readonly layer: number;
  readonly over_m: number;
}

export interface TrackData {
  readonly id: string;
  readonly view_deg: number;
  readonly tilt_deg: number;
  readonly main: number;
  readonly low: number;
  readonly region: string | null;
  readonly keys: readonly Key[];
  readonly solids: readonly SolidData[];
  readonly joints: number;
  readonly segments: number;
  readonly phases: readonly number[];
  readonly places: string;
  readonly turns: string;
}

/** Joint, segment, offset (3), half-axes (3), how much it swells with a breath. */
export type Blob = readonly [number, number, number, number, number, number, number, number, number];

export interface Part {
  readonly name: string;
  readonly tone: string;
  readonly side: string;
  readonly joined: number;
  /** In how many directions its outline is looked for. */
  readonly directions: number;
  readonly blobs: readonly Blob[];
}

export interface Mark {
  readonly joints: readonly string[];
  readonly behind_m: number;
  readonly over: readonly string[];
}

export interface Body {
  readonly joints: readonly string[];
  readonly segments: readonly string[];
  readonly parts: readonly Part[];
  readonly pieces: Readonly<Record<string, readonly [string, number]>>;
  readonly roots: Readonly<Record<string, string>>;
  readonly other: Readonly<Record<string, string>>;
  readonly far_m: number;
  readonly hem_m: number;
  readonly in_line: number;
  readonly over_shirt: readonly string[];
  readonly near_limb_m: number;
  readonly px_per_m: number;
  readonly gap_px: number;
  readonly edge_px: number;
  readonly solid_edge_px: number;
  readonly shadow: { readonly reach_m: number; readonly radius_m: number };
  readonly marks: Readonly<Record<string, Mark>>;
  readonly thigh_shares: readonly number[];
  readonly mark_m: number;
  /** By tone the name of its colour on the page, and the colour where the page gives none. */
  readonly tones: Readonly<Record<string, readonly [string, string]>>;
}

/** The body at one instant: joints (x, y, z) in metres, segments as rows of a 3 x 3 turn. */
export interface Pose {
  readonly places: Float64Array;
  readonly frames: Float64Array;
}

/** What one step of a baked place means, metres. */
export const PLACE_M = 0.0001;
const PLACE_PARTS = 3;
const TURN_PARTS = 4;

export class Track {
  readonly data: TrackData;
  private readonly places: Curve;
  private readonly turns: Curve;
  private readonly now: Pose;

  constructor(data: TrackData) {
    this.data = data;
    this.places = new Curve(data.phases, unpacked(data.places, data.joints * PLACE_PARTS));
    const turns = unpacked(data.turns, data.segments * TURN_PARTS);
    this.turns = new Curve(data.phases, alike(turns));
    this.now = {
      places: new Float64Array(data.joints * 3),
      frames: new Float64Array(data.segments * 9),
    };
  }

  /** The body at a phase from 0 to 1. The same object each time, written anew. */
  poseAt(phase: number): Pose {
    const places = this.places.at(phase);
    for (let n = 0; n < places.length; n += 1) this.now.places[n] = places[n]! * PLACE_M;
    const turns = this.turns.at(phase);
    for (let n = 0; n < this.data.segments; n += 1) turnOf(turns, n * 4, this.now.frames, n * 9);
    return this.now;
  }
}

/** Rows of numbers by phase, and a smooth curve through them, as `body/track.py` has it. */
class Curve {
  private readonly phases: readonly number[];
  private readonly rows: readonly Float64Array[];
  private readonly slopes: readonly Float64Array[];
  private readonly now: Float64Array;

  constructor(phases: readonly number[], rows: readonly Float64Array[]) {
    this.phases = phases;
    this.rows = rows;
    this.slopes = rows.map((row, index) => row.map((_, column) => this.slope(index, column)));
    this.now = new Float64Array(rows[0]!.length);
  }

  at(phase: number): Float64Array {
    const { phases, rows, slopes, now } = this;
    if (rows.length === 1) return rows[0]!;
    const after = phases.findIndex((one) => one > phase);
    const n = (after < 0 ? phases.length - 1 : Math.max(after, 1)) - 1;
    const span = phases[n + 1]! - phases[n]!;
    const s = (phase - phases[n]!) / span;
    const [a, b, from, to] = [rows[n]!, rows[n + 1]!, slopes[n]!, slopes[n + 1]!];
    const ease = s * s * (3 - 2 * s);
    const bulge = span * s * (1 - s);
    for (let column = 0; column < now.length; column += 1) {
      const start = a[column]!;
      now[column] =
        start + (b[column]! - start) * ease + bulge * (from[column]! * (1 - s) - to[column]! * s);
    }
    return now;
  }

  /** That of a parabola through a frame and its neighbours; at the ends the one that goes on there. */
  private slope(index: number, column: number): number {
    const last = this.rows.length - 1;
    if (last < 2) return last === 0 ? 0 : this.secant(0, column);
    if (index === 0) return 2 * this.secant(0, column) - this.slope(1, column);
    if (index === last) return 2 * this.secant(last - 1, column) - this.slope(last - 1, column);
    const before = this.phases[index]! - this.phases[index - 1]!;
    const after = this.phases[index + 1]! - this.phases[index]!;
    const [left, right] = [this.secant(index - 1, column), this.secant(index, column)];
    return (left * after + right * before) / (after + before);
  }

  private secant(index: number, column: number): number {
    const rise = this.rows[index + 1]![column]! - this.rows[index]![column]!;
    return rise / (this.phases[index + 1]! - this.phases[index]!);
  }
}

/** Of the two signs of each quaternion the one that lies near that of the frame before. */
function alike(rows: readonly Float64Array[]): readonly Float64Array[] {
  for (let n = 1; n < rows.length; n += 1) {
    const [row, before] = [rows[n]!, rows[n - 1]!];
    for (let at = 0; at < row.length; at += 4) {
      const dot = [0, 1, 2, 3].reduce((sum, part) => sum + row[at + part]! * before[at + part]!, 0);
      if (dot < 0) for (let part = 0; part < 4; part += 1) row[at + part]! *= -1;
    }
  }
  return rows;
}

/** A quaternion of any length as the rows of a turn. */
function turnOf(from: Float64Array, first: number, into: Float64Array, at: number): void {
  const [x, y, z, w] = [from[first]!, from[first + 1]!, from[first + 2]!, from[first + 3]!];
  const s = 2 / (x * x + y * y + z * z + w * w);
  into[at] = 1 - s * (y * y + z * z);
  into[at + 1] = s * (x * y - z * w);
  into[at + 2] = s * (x * z + y * w);
  into[at + 3] = s * (x * y + z * w);
  into[at + 4] = 1 - s * (x * x + z * z);
  into[at + 5] = s * (y * z - x * w);
  into[at + 6] = s * (x * z - y * w);
  into[at + 7] = s * (y * z + x * w);
  into[at + 8] = 1 - s * (x * x + y * y);
}

/** Rows of so many whole numbers, written by column as steps (`vocabulary/tracks.py`). */
export function unpacked(text: string, width: number): Float64Array[] {
  const steps = stepsOf(numbersOf(atob(text)));
  const high = steps.length / width;
  const rows = Array.from({ length: high }, () => new Float64Array(width));
  for (let column = 0, at = 0; column < width; column += 1) {
    let now = 0;
    for (let n = 0; n < high; n += 1, at += 1) rows[n]![column] = now += steps[at]!;
  }
  return rows;
}

/** A step has its sign last; after a 0 stands how many more of them follow. */
function stepsOf(numbers: readonly number[]): number[] {
  const steps: number[] = [];
  for (let at = 0; at < numbers.length; at += 1) {
    const number = numbers[at]!;
    if (number > 0) steps.push(number % 2 ? -(number + 1) / 2 : number / 2);
    else for (let more = numbers[(at += 1)] ?? 0; more >= 0; more -= 1) steps.push(0);
  }
  return steps;
}

function numbersOf(bytes: string): number[] {
  const numbers: number[] = [];
  let number = 0;
  let shift = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes.charCodeAt(at);
    number |= (byte & 127) << shift;
    shift += 7;
    if (byte < 128) {
      numbers.push(number);
      number = shift = 0;
    }
  }
  return numbers;
}
