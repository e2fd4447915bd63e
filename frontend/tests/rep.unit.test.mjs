import assert from "node:assert/strict";
import { test } from "node:test";

import { idleBreath, phaseOf, previewOf, shotOf, stillOf } from "../src/figure/rep.ts";
import { lengthOf, placeAt } from "../src/schedule/schedule.ts";

const beat = (kind, length_s) => ({ kind, length_s, cue: "", say: "", note: "", count: null, counts: false, waits: false });
const there = { main: 0.5, low: 1 };
const both = { main: 0.25, low: 0.75 };
const at = (beats, seconds, way = there) => phaseOf(beats, placeAt(beats, seconds), way);
const near = (one, other) => assert.ok(Math.abs(one - other) < 1e-9, `${one} is not ${other}`);

const rep = [beat("ready", 5), beat("move", 3), beat("hold", 2), beat("back", 3), beat("move", 3)];

test("it goes up in the time of the move, stays in the hold, and comes back", () => {
  near(at(rep, 2), 0);
  near(at(rep, 6.5), 0.25);
  near(at(rep, 9), 0.5);
  near(at(rep, 11.5), 0.75);
  near(at(rep, 13), 0);
  near(at(rep, 14.5), 0.25);
});

test("a movement with two sides goes from one to the other, over the start", () => {
  near(at(rep, 11.5, both), 0.5);
  near(at(rep, 13, both), 0.75);
  near(at(rep, 14.5, both), 0);
  near(at(rep, 15.25, both), 0.125);
});

test("into a hold that no movement leads to it settles first", () => {
  const held = [beat("ready", 5), beat("hold", 30), beat("rest", 10)];
  near(at(held, 6), 0.25);
  near(at(held, 20), 0.5);
  near(at(held, 36), 0.75);
  near(at(held, 44), 0);
});

test("up alone, again and again, is a whole round each time", () => {
  const rounds = [beat("ready", 1), beat("move", 4), beat("move", 4)];
  near(at(rounds, 7), 0);
});

test("a walk goes round and round without a halt at half-way", () => {
  const walk = [beat("stay", 30), beat("stay", 30)];
  near(at(walk, 31), ((31 / 2.4) % 1));
});

test("the second half is the mirror image, from the middle of the change-over", () => {
  const sides = [beat("move", 2), beat("switch", 8), beat("move", 2), beat("rest", 20), beat("move", 2)];
  const mirrored = [1, 3, 9, 11, 20, 33].map((s) => shotOf(sides, placeAt(sides, s), there, "self").isMirrored);
  assert.deepEqual(mirrored, [false, false, true, true, false, false]);
});

test("the breath goes out with the move where its words say so, and in its own time elsewhere", () => {
  const breath = (s, by) => shotOf(rep, placeAt(rep, s), there, by).breath;
  near(breath(5, "move"), 1);
  near(breath(7.999999999999, "move"), 0);
  near(breath(9, "move"), 0);
  near(breath(6, "self"), idleBreath(1));
});

test("breathing in fills and breathing out empties", () => {
  const breaths = [beat("in", 4), beat("out", 6)];
  const breath = (s) => shotOf(breaths, placeAt(breaths, s), there, "self").breath;
  near(breath(0), 0);
  near(breath(4), 1);
  assert.ok(breath(9.9) < 0.01);
});

test("without motion there are key poses alone", () => {
  const phases = [6, 9, 11, 2].map((s) => stillOf(rep, placeAt(rep, s), there).phase);
  assert.deepEqual(phases, [0.5, 0.5, 0, 0]);
});

test("the preview is one repetition with a short hold and a rest, and comes back to its start", () => {
  const shown = previewOf(rep);
  assert.deepEqual(shown.map(({ kind }) => kind), ["move", "hold", "back", "rest"]);
  assert.equal(shown[1].length_s, 1.5);
  near(at(shown, lengthOf(shown) - 0.001), 0);
  assert.deepEqual(previewOf([beat("stay", 60)]).map(({ kind }) => kind), ["stay"]);
  assert.deepEqual(previewOf([beat("line", 3)]), []);
});
