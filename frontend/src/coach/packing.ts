/** A frame as bytes for our Python: `movement.live.unpack` reads them. */

import type { Packed } from "./protocol.ts";

const HEAD_BYTES = 16;
const LANDMARKS = 33;
const NUMBERS = 4 * LANDMARKS;
export const MASK_WIDE = 64;
const ROW_BYTES = MASK_WIDE / 8;
const MOST_ROWS = 256;
const PERSON = 0.5;

export interface Seen {
  readonly t_s: number;
  readonly wide_px: number;
  readonly high_px: number;
  readonly people: number;
  /** Empty where nobody was found. */
  readonly landmarks: readonly Landmark[];
  readonly mask: Mask | null;
}

export interface Landmark {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly visibility: number;
}

export interface Mask {
  readonly wide: number;
  readonly high: number;
  /** How surely each pixel is of the person, row by row. */
  readonly of: Float32Array;
}

export function packed(seen: Seen): Packed {
  const isThere = seen.landmarks.length === LANDMARKS;
  const rows = seen.mask === null ? 0 : rowsOf(seen.mask);
  const maskAt = HEAD_BYTES + (isThere ? 4 * NUMBERS : 0);
  const body = new ArrayBuffer(maskAt + rows * ROW_BYTES);
  const head = new DataView(body);
  head.setFloat64(0, seen.t_s, true);
  head.setUint16(8, seen.wide_px, true);
  head.setUint16(10, seen.high_px, true);
  head.setUint8(12, Math.min(255, seen.people));
  head.setUint8(13, isThere ? LANDMARKS : 0);
  head.setUint16(14, rows, true);
  if (isThere) putLandmarks(new DataView(body, HEAD_BYTES), seen.landmarks);
  if (seen.mask !== null) putMask(new Uint8Array(body, maskAt), seen.mask, rows);
  return body;
}

function putLandmarks(into: DataView, landmarks: readonly Landmark[]): void {
  landmarks.forEach(({ x, y, z, visibility }, index) => {
    [x, y, z, visibility].forEach((one, part) => into.setFloat32(4 * (4 * index + part), one, true));
  });
}

function rowsOf(mask: Mask): number {
  return Math.min(MOST_ROWS, Math.max(1, Math.round((MASK_WIDE * mask.high) / mask.wide)));
}

/** One bit for each of 64 by so many places: whether the pixel in its middle is of the person. */
function putMask(into: Uint8Array, mask: Mask, rows: number): void {
  for (let row = 0; row < rows; row++) {
    const y = Math.floor(((row + 0.5) * mask.high) / rows);
    for (let column = 0; column < MASK_WIDE; column++) {
      const x = Math.floor(((column + 0.5) * mask.wide) / MASK_WIDE);
      if ((mask.of[y * mask.wide + x] ?? 0) < PERSON) continue;
      const place = row * ROW_BYTES + (column >> 3);
      into[place] = (into[place] ?? 0) | (128 >> (column & 7));
    }
  }
}
