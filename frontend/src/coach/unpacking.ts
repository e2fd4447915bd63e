/** The other way of `packing.ts`: bytes of a frame to what was seen in it. */

const HEAD_BYTES = 16;
export const LANDMARKS = 33;
export const NUMBERS = 4 * LANDMARKS;

export interface Unpacked {
  readonly t_s: number;
  readonly wide_px: number;
  readonly high_px: number;
  /** x, y, z and visibility of 33 landmarks; null where nobody was seen. */
  readonly lm: Float32Array | null;
  readonly rows: number;
  readonly mask: Uint8Array;
}

export function unpacked(body: ArrayBuffer): Unpacked {
  const head = new DataView(body);
  const isThere = head.getUint8(13) > 0;
  const maskAt = HEAD_BYTES + (isThere ? 4 * NUMBERS : 0);
  return {
    t_s: head.getFloat64(0, true),
    wide_px: head.getUint16(8, true),
    high_px: head.getUint16(10, true),
    lm: isThere ? new Float32Array(body.slice(HEAD_BYTES, maskAt)) : null,
    rows: head.getUint16(14, true),
    mask: new Uint8Array(body, maskAt),
  };
}
