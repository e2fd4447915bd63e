import assert from "node:assert/strict";
import { test } from "node:test";

import { inFigures } from "../src/countdown/in-figures.ts";

test("minutes and seconds, rounded up so that nobody is early", () => {
  assert.equal(inFigures(900), "15:00");
  assert.equal(inFigures(59.2), "1:00");
  assert.equal(inFigures(0.1), "0:01");
});

test("hours only where there are any", () => {
  assert.equal(inFigures(3600), "1:00:00");
  assert.equal(inFigures(3599), "59:59");
  assert.equal(inFigures(8 * 3600 + 61), "8:01:01");
});

test("never less than nothing", () => {
  assert.equal(inFigures(-5), "0:00");
});
