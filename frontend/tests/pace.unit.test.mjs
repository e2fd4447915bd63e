import assert from "node:assert/strict";
import { test } from "node:test";

import { Pace } from "../src/figure/pace.ts";

/** How often it was too slow over so many pictures that came so many milliseconds apart. */
function slowOver(pace, count, step_ms, from_ms = 0) {
  let slow = 0;
  for (let n = 0; n < count; n += 1) slow += pace.isTooSlow(from_ms + n * step_ms) ? 1 : 0;
  return slow;
}

test("sixty pictures a second are quick enough", () => {
  assert.equal(slowOver(new Pace(), 600, 1000 / 60), 0);
});

test("thirty a second are too slow, said once for so many pictures", () => {
  assert.equal(slowOver(new Pace(), 60, 1000 / 30), 2);
});

test("one hitch is none", () => {
  const pace = new Pace();
  assert.equal(slowOver(pace, 20, 16), 0);
  assert.equal(slowOver(pace, 20, 16, 20 * 16 + 100), 0);
});

test("a figure that stood still was not slow", () => {
  const pace = new Pace();
  for (let n = 0; n < 100; n += 1) assert.equal(pace.isTooSlow(n * 1000), false);
});
