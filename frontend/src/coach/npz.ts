/** A recording as the file that `loosen replay` reads: arrays in a zip, nothing packed. */

import { NUMBERS, LANDMARKS, unpacked, type Unpacked } from "./unpacking.ts";

const VERSION = 1;
const MASK_ROW_BYTES = 8;
/** Time, acceleration and turning of one reading. */
const READING = 7;

interface Part {
  readonly name: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** Of what a worn phone felt: `movement.motions`. */
export function npzOfFelt(packs: readonly Float64Array[]): Blob {
  const readings = packs.flatMap((pack) => rowsOf(pack.subarray(1)));
  const columns = (from: number, to: number) => bytes(Float64Array.from(readings.flatMap((one) => [...one.subarray(from, to)])));
  const count = readings.length;
  const parts = [
    part("loosen", "<i8", [], whole([VERSION])),
    part("t", "<f8", [count], columns(0, 1)),
    part("acceleration", "<f8", [count, 3], columns(1, 4)),
    part("rotation", "<f8", [count, 3], columns(4, READING)),
    part("sense", "<i8", [], whole([packs[0]?.[0] ?? 0])),
  ];
  return new Blob(zipped(parts), { type: "application/zip" });
}

function rowsOf(numbers: Float64Array): Float64Array[] {
  return Array.from({ length: numbers.length / READING }, (_, n) => numbers.subarray(n * READING, (n + 1) * READING));
}

export function npzOf(frames: readonly ArrayBuffer[]): Blob {
  const seen = frames.map(unpacked);
  const first = seen[0];
  const size = [first?.wide_px ?? 0, first?.high_px ?? 0];
  const parts = [
    part("loosen", "<i8", [], whole([VERSION])),
    part("t", "<f8", [seen.length], bytes(Float64Array.from(seen, ({ t_s }) => t_s))),
    part("lm", "<f4", [seen.length, LANDMARKS, 4], bytes(landmarksOf(seen))),
    part("size", "<i8", [2], whole(size)),
    ...masksOf(seen),
  ];
  return new Blob(zipped(parts), { type: "application/zip" });
}

function landmarksOf(seen: readonly Unpacked[]): Float32Array<ArrayBuffer> {
  const all = new Float32Array(seen.length * NUMBERS).fill(NaN);
  seen.forEach(({ lm }, n) => lm !== null && all.set(lm, n * NUMBERS));
  return all;
}

/** Only where every frame has one of the same size. */
function masksOf(seen: readonly Unpacked[]): Part[] {
  const rows = seen[0]?.rows ?? 0;
  if (rows === 0 || seen.some((one) => one.rows !== rows)) return [];
  const all = new Uint8Array(seen.length * rows * MASK_ROW_BYTES);
  seen.forEach(({ mask }, n) => all.set(mask, n * rows * MASK_ROW_BYTES));
  return [part("mask64", "|u1", [seen.length, rows, MASK_ROW_BYTES], all)];
}

function whole(numbers: readonly number[]): Uint8Array<ArrayBuffer> {
  return bytes(BigInt64Array.from(numbers, BigInt));
}

function bytes(array: Float64Array<ArrayBuffer> | Float32Array<ArrayBuffer> | BigInt64Array<ArrayBuffer>) {
  return new Uint8Array(array.buffer);
}

/** NumPy's own format for one array, version 1. */
function part(name: string, kind: string, shape: readonly number[], body: Uint8Array<ArrayBuffer>): Part {
  const dims = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;
  const told = `{'descr': '${kind}', 'fortran_order': False, 'shape': ${dims}, }`;
  const long = Math.ceil((10 + told.length + 1) / 64) * 64 - 10;
  const head = Uint8Array.from([0x93, ...letters("NUMPY"), 1, 0, long & 255, long >> 8]);
  const text = Uint8Array.from(letters(`${told.padEnd(long - 1)}\n`));
  return { name: `${name}.npy`, body: joined([head, text, body]) };
}

function letters(text: string): number[] {
  return [...text].map((letter) => letter.charCodeAt(0));
}

// --- the zip -------------------------------------------------------------------------------------

function zipped(parts: readonly Part[]): Uint8Array<ArrayBuffer>[] {
  const files: Uint8Array<ArrayBuffer>[] = [];
  const listed: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  for (const { name, body } of parts) {
    const told = aboutOf(name, body);
    const file = joined([fields([[4, 0x04034b50]]), told, Uint8Array.from(letters(name)), body]);
    const list = [[4, 0x02014b50], [2, 20]] as const;
    const tail = fields([[2, 0], [2, 0], [2, 0], [4, 0], [4, at]]);
    listed.push(joined([fields(list), told, tail, Uint8Array.from(letters(name))]));
    files.push(file);
    at += file.length;
  }
  const long = listed.reduce((sum, one) => sum + one.length, 0);
  const end = fields([[4, 0x06054b50], [4, 0], [2, parts.length], [2, parts.length], [4, long], [4, at], [2, 0]]);
  return [...files, ...listed, end];
}

/** What both lists say of a file that is stored as it is: the version, how, when, its sum and size. */
function aboutOf(name: string, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const { length } = body;
  return fields([[2, 20], [2, 0], [2, 0], [2, 0], [2, 0x21], [4, crcOf(body)], [4, length], [4, length], [2, name.length], [2, 0]]);
}

function fields(numbers: readonly (readonly [number, number])[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(numbers.flatMap(([long, value]) => Array.from({ length: long }, (_, n) => (value / 256 ** n) & 255)));
}

function joined(some: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(some.reduce((sum, one) => sum + one.length, 0));
  let at = 0;
  for (const one of some) {
    all.set(one, at);
    at += one.length;
  }
  return all;
}

const CRCS = Uint32Array.from({ length: 256 }, (_, n) => {
  let crc = n;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

function crcOf(body: Uint8Array): number {
  let crc = 0xffffffff;
  for (const one of body) crc = CRCS[(crc ^ one) & 255]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
