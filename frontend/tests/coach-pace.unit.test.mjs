import assert from "node:assert/strict";
import { test } from "node:test";
import { Pacer } from "../src/coach/pace.ts";

const WARM_UP = 5;
const MIDDLE_OF = 15;

/** What it wants once it knows: after the warm-up, and so many pictures that took so long. */
function afterAll(pacer, picture_ms) {
  let step = "stay";
  for (let n = 0; n < WARM_UP + MIDDLE_OF; n++) step = pacer.took(picture_ms);
  return step;
}

test("a quick machine stays with the full model, and its pace is told", () => {
  const pacer = new Pacer("full");
  assert.equal(afterAll(pacer, 40), "stay");
  assert.ok(pacer.isDue());
  assert.deepEqual(pacer.pace(), { model: "full", picture_ms: 40, frames_per_s: 25 });
});

test("the frame rate gives way before the quality: ten pictures a second are still the full model", () => {
  assert.equal(afterAll(new Pacer("full"), 99), "stay");
  assert.equal(afterAll(new Pacer("full"), 101), "lite");
});

test("the lite model gives up only where nothing can be counted honestly", () => {
  assert.equal(afterAll(new Pacer("lite"), 240), "stay");
  assert.equal(afterAll(new Pacer("lite"), 260), "give-up");
});

test("slow first pictures and a single slow one decide nothing", () => {
  const pacer = new Pacer("full");
  for (let n = 0; n < WARM_UP; n++) assert.equal(pacer.took(3000), "stay");
  assert.equal(pacer.took(900), "stay");
  for (let n = 1; n < MIDDLE_OF; n++) assert.equal(pacer.took(40), "stay");
  assert.equal(pacer.pace().picture_ms, 40);
});

test("with another model it warms up and counts anew", () => {
  const pacer = new Pacer("full");
  afterAll(pacer, 150);
  pacer.again("lite");
  assert.ok(!pacer.isDue());
  for (let n = 0; n < WARM_UP; n++) pacer.took(3000);
  assert.ok(!pacer.isDue());
});
