import assert from "node:assert/strict";
import { test } from "node:test";

import { Pump } from "../src/coach/pump.ts";
import { pathsOf, placeOf } from "../src/sitting/drawing.ts";

const UPRIGHT = [[0, 1.6], [0, 1.1], [0, 0], [1, 0], [1, -1]];

/** A video that shows a picture when the test says so. */
function videoOf() {
  const waiting = [];
  return {
    srcObject: null,
    requestVideoFrameCallback: (act) => waiting.push(act),
    shows: async (at_ms) => {
      waiting.splice(0).forEach((act) => act(at_ms, { captureTime: at_ms }));
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
}

globalThis.MediaStream ??= class {};
globalThis.VideoFrame = class {
  close() {}
};

test("the dot is at the start as one began, lower as one sinks, and never off its line", () => {
  const places = [-9, 0, 0.5, 1, 99].map(placeOf);
  assert.deepEqual([...places].sort((a, b) => a - b), places);
  assert.ok(places[1] < places[2] && places[2] < places[3]);
  assert.equal(placeOf(-9), placeOf(-99));
  assert.equal(placeOf(99), placeOf(999));
});

test("the drawing is true to scale, with the hip where the chair is", () => {
  const { head, trunk, legs } = pathsOf(UPRIGHT);
  assert.equal(trunk, "M112.0 93.6L112.0 186.0");
  assert.equal(legs, "M112.0 186.0L196.0 186.0L196.0 270.0");
  assert.equal(head, "M112.0 51.6h0.01");
  const sunk = pathsOf([[-0.3, 1.4], ...UPRIGHT.slice(1)]);
  assert.notEqual(sunk.head, head);
  assert.equal(sunk.legs, legs);
});

test("what is no outline is not drawn", () => {
  assert.deepEqual(pathsOf([]), { head: "", neck: "", trunk: "", legs: "" });
});

test("who is watched for long is looked at a few times a second, a set as often as there is a picture", async () => {
  for (const [every_ms, expected] of [[240, 5], [0, 30]]) {
    const taken = [];
    const pump = new Pump((_, t_s) => taken.push(t_s), () => undefined);
    const video = videoOf();
    pump.start(video, every_ms);
    for (let picture = 0; picture < 30; picture += 1) await video.shows(40 * picture);
    assert.equal(taken.length, expected);
  }
});

test("a camera that is watched anew is looked at from its first picture", async () => {
  const taken = [];
  const pump = new Pump((_, t_s) => taken.push(t_s), () => undefined);
  const [first, second] = [videoOf(), videoOf()];
  pump.start(first, 240);
  await first.shows(1000);
  pump.start(second, 240);
  await second.shows(1040);
  assert.deepEqual(taken, [1, 1.04]);
});
