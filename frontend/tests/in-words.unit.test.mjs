import assert from "node:assert/strict";
import { test } from "node:test";

import { inWords } from "../src/until/in-words.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;

test("it is rounded up, so that nobody is a minute too early", () => {
  assert.equal(inWords(2 * HOUR + 9 * MINUTE + 1), "in 2 h 10 min");
  assert.equal(inWords(1), "in 1 min");
  assert.equal(inWords(MINUTE), "in 1 min");
});

test("what is nought is not said", () => {
  assert.equal(inWords(4 * HOUR), "in 4 h");
  assert.equal(inWords(24 * HOUR), "in 1 d");
  assert.equal(inWords(26 * HOUR + 5 * MINUTE), "in 1 d 2 h 5 min");
});

test("a time that has come is past, and no word to take anything", () => {
  assert.equal(inWords(0), "which is now past");
  assert.equal(inWords(-5), "which is now past");
});
