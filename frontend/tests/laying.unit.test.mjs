import assert from "node:assert/strict";
import { test } from "node:test";

import { inView, laidOver, liesAlike, matrixOf, stanceOf } from "../src/coach/laying.ts";

const near = (one, other) => assert.ok(Math.abs(one - other) < 1e-6, `${one} is not ${other}`);
const picture = { wide: 640, high: 480 };

/** A trunk half a metre long: x forward, y to its left, z up, as the figure stands. */
const standing = { shoulders: [[0, 0.2, 1.4], [0, -0.2, 1.4]], hips: [[0, 0.1, 0.9], [0, -0.1, 0.9]] };
/** On the back, the head to where x is less, its right side to the eye at turn 0. */
const lying = { shoulders: [[-0.5, 0.2, 0.1], [-0.5, -0.2, 0.1]], hips: [[0, 0.1, 0.1], [0, -0.1, 0.1]] };
const place = (shoulder, hip, rest = {}) => ({ seen_from: "right", side: null, shoulder, hip, trunk: 0.2, line: [], reach: null, ...rest });

test("the whole picture lies in the middle of its view, mirrored", () => {
  assert.deepEqual(inView([0.5, 0.5], picture, { wide: 400, high: 240 }), [200, 120]);
  assert.deepEqual(inView([0, 0], picture, { wide: 400, high: 240 }), [360, 0]);
  assert.deepEqual(inView([1, 1], picture, { wide: 320, high: 400 }), [0, 320]);
});

test("a figure is looked at from where it shows the side that is seen", () => {
  assert.equal(stanceOf(standing, "right", false).turn_deg, 0);
  assert.equal(Math.abs(stanceOf(standing, "left", false).turn_deg), 180);
  assert.equal(stanceOf(standing, "front", false).turn_deg, 90);
  assert.equal(stanceOf(lying, "right", false).turn_deg, 0);
});

test("its mirror image shows the other side from the same place, and the front from the front", () => {
  assert.equal(Math.abs(stanceOf(standing, "right", true).turn_deg), 180);
  assert.equal(stanceOf(standing, "front", true).turn_deg, 90);
});

test("who lies on the back shows the front to nobody at the same height", () => {
  assert.equal(stanceOf(lying, "front", false), null);
});

test("a figure fits whose head lies where the person's head lies, and no other", () => {
  const seen = stanceOf(lying, "right", false);
  assert.ok(liesAlike(lying, seen, place([0.3, 0.6], [0.5, 0.6]), picture));
  assert.ok(!liesAlike(lying, seen, place([0.7, 0.6], [0.5, 0.6]), picture), "the head at the other end");
  assert.ok(!liesAlike(lying, seen, place([0.5, 0.3], [0.5, 0.6]), picture), "who still stands");
  assert.ok(!liesAlike(lying, seen, place([0.5, 0.6], [0.5, 0.6]), picture), "no trunk to be seen");
  assert.ok(liesAlike(lying, { ...seen, isMirrored: true }, place([0.7, 0.6], [0.5, 0.6]), picture));
});

test("hips come on hips, and the trunk is as long as the person's", () => {
  const [view, them] = [{ wide: 400, high: 300 }, place([0.3, 0.7], [0.55, 0.6])];
  const drawn = { hip: [210, 140], trunk: 100 };
  const laid = laidOver(drawn, them, picture, view);
  const [a, b, c, d, x, y] = matrixOf(laid).match(/-?[0-9.]+/g).map(Number);
  assert.deepEqual([b, c], [0, 0]);
  const [hip_x, hip_y] = inView(them.hip, picture, view);
  assert.ok(Math.abs(a * drawn.hip[0] + x - hip_x) < 0.2);
  assert.ok(Math.abs(d * drawn.hip[1] + y - hip_y) < 0.2);
  near(laid.scale * drawn.trunk, 0.2 * view.wide);
  assert.ok(a < 0, "mirrored as the picture is");
});
