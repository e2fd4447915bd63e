/** What the server bakes: a movement by phase, and the table of the body that makes it. */

export interface Key {
  readonly at: number;
  readonly frame: number;
  readonly label: string;
}

/** Corners of the whole and of its lit face, as `places` are. */
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
  readonly directions: number;
  readonly px_per_m: number;
  readonly gap_px: number;
  readonly edge_px: number;
  readonly solid_edge_px: number;
  readonly shadow: { readonly reach_m: number; readonly radius_m: number };
  readonly marks: Readonly<Record<string, Mark>>;
  readonly thigh_shares: readonly number[];
  readonly mark_m: number;
  readonly tones: Readonly<Record<string, string>>;
}

/** The body at one instant: joints (x, y, z) in metres, segments as rows of a 3 x 3 turn. */
export interface Pose {
  readonly places: Float64Array;
  readonly frames: Float64Array;
}

/** What one step of a baked place means, metres. */
export const PLACE_M = 0.0001;

export class Track {
  readonly data: TrackData;
  private readonly places: Int16Array;
  private readonly turns: Int16Array;
  private readonly now: Pose;

  constructor(data: TrackData) {
    this.data = data;
    this.places = numbersOf(data.places);
    this.turns = numbersOf(data.turns);
    this.now = {
      places: new Float64Array(data.joints * 3),
      frames: new Float64Array(data.segments * 9),
    };
  }

  get frames(): number {
    return this.data.keys.at(-1)!.frame + 1;
  }

  /** The body at a phase from 0 to 1. The same object each time, written anew. */
  poseAt(phase: number): Pose {
    return this.poseOfFrame(frameAt(this.data.keys, phase));
  }

  /** The same between any two frames: 2.25 is a quarter of the way from the third to the fourth. */
  poseOfFrame(frame: number): Pose {
    const first = Math.min(Math.floor(frame), this.frames - 1);
    const next = Math.min(first + 1, this.frames - 1);
    this.mixPlaces(first, next, frame - first);
    this.mixTurns(first, next, frame - first);
    return this.now;
  }

  private mixPlaces(first: number, next: number, share: number): void {
    const count = this.now.places.length;
    for (let n = 0; n < count; n += 1) {
      const from = this.places[first * count + n]!;
      this.now.places[n] = (from + (this.places[next * count + n]! - from) * share) * PLACE_M;
    }
  }

  private mixTurns(first: number, next: number, share: number): void {
    const count = this.data.segments;
    for (let n = 0; n < count; n += 1) {
      const a = (first * count + n) * 4;
      const b = (next * count + n) * 4;
      const mixed = [0, 1, 2, 3].map((part) => {
        const from = this.turns[a + part]!;
        return from + (this.turns[b + part]! - from) * share;
      });
      turnOf(mixed as [number, number, number, number], this.now.frames, n * 9);
    }
  }
}

/** Between two key poses a movement begins and ends softly, as where it was baked. */
export function frameAt(keys: readonly Key[], phase: number): number {
  const last = keys.at(-1)!;
  const after = keys.findIndex((key) => key.at > phase);
  if (after <= 0) return after === 0 ? 0 : last.frame;
  const from = keys[after - 1]!;
  const to = keys[after]!;
  const part = (phase - from.at) / (to.at - from.at);
  return from.frame + (to.frame - from.frame) * part * part * (3 - 2 * part);
}

function turnOf([x, y, z, w]: [number, number, number, number], into: Float64Array, at: number): void {
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

/** 16-bit whole numbers, little-endian, out of base64. */
export function numbersOf(text: string): Int16Array {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  return Int16Array.from({ length: bytes.length / 2 }, (_, n) => view.getInt16(n * 2, true));
}
