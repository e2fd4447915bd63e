import assert from "node:assert/strict";
import { test } from "node:test";

import { Clock } from "../src/clock/clock.ts";

function handset() {
  let at = 1_000_000;
  return { now: () => at, goOn: (seconds) => { at += seconds * 1000; } };
}

test("a pause keeps its place, however long it lasts", () => {
  const hands = handset();
  const clock = new Clock(hands.now);
  clock.run();
  hands.goOn(7);
  clock.pause();
  hands.goOn(3600);
  assert.equal(clock.seconds, 7);
  clock.run();
  hands.goOn(2);
  assert.equal(clock.seconds, 9);
});

test("a tab that slept catches up with the true time", () => {
  const hands = handset();
  const clock = new Clock(hands.now);
  clock.run();
  hands.goOn(125);
  assert.equal(clock.seconds, 125);
});

test("a clock that is set back never runs backwards below its place", () => {
  const hands = handset();
  const clock = new Clock(hands.now);
  clock.run();
  hands.goOn(5);
  clock.pause();
  clock.run();
  hands.goOn(-60);
  assert.equal(clock.seconds, 5);
});

test("running twice does not start anew", () => {
  const hands = handset();
  const clock = new Clock(hands.now);
  clock.run();
  hands.goOn(3);
  clock.run();
  assert.equal(clock.seconds, 3);
});

test("moved to another place it goes on from there", () => {
  const hands = handset();
  const clock = new Clock(hands.now);
  clock.run();
  hands.goOn(3);
  clock.moveTo(40);
  hands.goOn(1);
  assert.equal(clock.seconds, 41);
});
