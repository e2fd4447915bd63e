import assert from "node:assert/strict";
import { test } from "node:test";

import { actionOf } from "../src/keys/keys.ts";
import { fill } from "../src/schedule/lead.ts";

const nowhere = () => false;
const on = (element) => (selector) => selector.split(", ").includes(element);

test("space, arrows, Esc and ? do what people expect", () => {
  const keys = [" ", "ArrowRight", "ArrowLeft", "Escape", "?"];
  assert.deepEqual(keys.map((key) => actionOf(key, nowhere)), ["toggle", "next", "back", "stop", "help"]);
});

test("any other key is left alone", () => {
  assert.equal(actionOf("a", nowhere), null);
});

test("on a button space belongs to the button, and Esc still stops", () => {
  assert.equal(actionOf(" ", on("button")), null);
  assert.equal(actionOf("Escape", on("button")), "stop");
});

test("on the pain scale arrows choose a number and do not leave the step", () => {
  assert.equal(actionOf("ArrowRight", on("input")), null);
  assert.equal(actionOf("ArrowRight", on("button")), "next");
});

test("a gap is filled, and one without a value stays to be seen", () => {
  assert.equal(fill("Round {n} of {of}", { n: 1, of: 2 }), "Round 1 of 2");
  assert.equal(fill("{n} of {missing}", { n: 1 }), "1 of {missing}");
});
