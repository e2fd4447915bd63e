import assert from "node:assert/strict";
import { test } from "node:test";
import { packed } from "../src/coach/packing.ts";

const LANDMARKS = Array.from({ length: 33 }, (_, n) => ({ x: n / 64, y: 0.5, z: -0.25, visibility: 1 }));
const HEAD = { t_s: 12.5, wide_px: 640, high_px: 480, people: 1 };

/** As `struct` of Python reads it: <dHHBBH, then 132 numbers, then the rows of the mask. */
function read(body) {
  const view = new DataView(body);
  return {
    head: [
      view.getFloat64(0, true), view.getUint16(8, true), view.getUint16(10, true),
      view.getUint8(12), view.getUint8(13), view.getUint16(14, true),
    ],
    number: (index) => view.getFloat32(16 + 4 * index, true),
    mask: new Uint8Array(body.slice(16 + 4 * 132)),
  };
}

function maskOf(wide, high, isPerson) {
  const of = new Float32Array(wide * high);
  for (let y = 0; y < high; y++) for (let x = 0; x < wide; x++) of[y * wide + x] = isPerson(x, y) ? 0.9 : 0.1;
  return { wide, high, of };
}

test("a frame is its head, its landmarks one after the other, and the mask's rows", () => {
  const { head, number, mask } = read(packed({ ...HEAD, landmarks: LANDMARKS, mask: maskOf(640, 480, () => false) }));
  assert.deepEqual(head, [12.5, 640, 480, 1, 33, 48]);
  assert.deepEqual([number(4 * 32), number(4 * 32 + 1), number(4 * 32 + 2), number(4 * 32 + 3)], [0.5, 0.5, -0.25, 1]);
  assert.equal(mask.length, 48 * 8);
  assert.ok(mask.every((one) => one === 0));
});

test("nobody found is a head alone", () => {
  const body = packed({ ...HEAD, people: 0, landmarks: [], mask: null });
  assert.equal(body.byteLength, 16);
  assert.deepEqual(read(body).head, [12.5, 640, 480, 0, 0, 0]);
});

test("the leftmost place of a row is the highest bit of its first byte, the topmost row comes first", () => {
  const mask = maskOf(640, 480, (x, y) => x < 10 && y < 10);
  const bits = read(packed({ ...HEAD, landmarks: LANDMARKS, mask })).mask;
  assert.equal(bits[0], 128);
  assert.ok(bits.slice(1).every((one) => one === 0));
});

test("of an upright picture the mask has more rows, and never more than are taken", () => {
  const rows = (wide, high) => read(packed({ ...HEAD, landmarks: LANDMARKS, mask: maskOf(wide, high, () => true) })).head[5];
  assert.equal(rows(480, 640), 85);
  assert.equal(rows(10, 1000), 256);
  assert.equal(rows(1000, 1), 1);
});
