import assert from "node:assert/strict";
import { test } from "node:test";

import { elapsedSince } from "../src/clock/elapsed.ts";

const MINUTE = 60_000;

function clocks() {
  const at = { steady: 1_000, wall: Date.parse("2026-11-22T12:00:00Z") };
  return { at, elapsed: elapsedSince(() => at.steady, () => at.wall) };
}

test("time goes by however wrong the device's clock is", () => {
  const { at, elapsed } = clocks();
  at.steady += 5 * MINUTE;
  at.wall += 5 * MINUTE;
  assert.equal(elapsed(), 5 * MINUTE);
});

test("a phone that slept does not make the time longer", () => {
  const { at, elapsed } = clocks();
  at.steady += MINUTE;
  at.wall += 20 * MINUTE;
  assert.equal(elapsed(), 20 * MINUTE);
});

test("a clock that is set back does not make the time longer", () => {
  const { at, elapsed } = clocks();
  at.steady += 5 * MINUTE;
  at.wall -= 60 * MINUTE;
  assert.equal(elapsed(), 5 * MINUTE);
});
