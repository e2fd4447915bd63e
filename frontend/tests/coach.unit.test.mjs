import assert from "node:assert/strict";
import { test } from "node:test";

import { causeOf, causeOfCamera, stepDown } from "../src/coach/ladder.ts";
import { ledAt, wholeOf } from "../src/coach/led.ts";
import { placeOf } from "../src/coach/rounds.ts";
import { Steps } from "../src/coach/steps.ts";
import { Tally } from "../src/coach/tally.ts";
import { measuredOf, toldOf } from "../src/coach/told.ts";

const target = { reps: 3, rounds: 2, sides: 1, rest_s: 20, hold_s: 3, up_s: 2, down_s: 2 };
const lead = { session: "s", step: 1, exercise: "bridge", view: "side", signal: "hip-rise" };

test("a count goes on where it stood, whoever counts, and each part keeps its own", () => {
  const tally = new Tally();
  tally.goOn("camera", 10);
  tally.counted();
  tally.counted();
  tally.halfway();
  tally.goOn("tap", 30);
  tally.counted();
  tally.stand(36);
  assert.equal(tally.count, 3);
  assert.deepEqual(tally.told(), [
    { by: "camera", count: 2, partials: 1, seconds: 20 },
    { by: "tap", count: 1, partials: 0, seconds: 6 },
  ]);
});

test("who counts a second time adds to the same part", () => {
  const tally = new Tally();
  for (const [by, at_s] of [["camera", 0], ["tap", 5], ["camera", 8]]) {
    tally.goOn(by, at_s);
    tally.counted();
  }
  tally.stand(10);
  assert.deepEqual(tally.told().map(({ by, count, seconds }) => [by, count, seconds]), [["camera", 2, 7], ["tap", 1, 3]]);
});

test("what counted nothing is left out, and a set with nothing in it names who was to count", () => {
  const tally = new Tally();
  tally.goOn("camera", 0);
  tally.goOn("tap", 1);
  assert.deepEqual(tally.told().map(({ by }) => by), ["tap"]);
  tally.counted();
  assert.deepEqual(tally.told().map(({ by }) => by), ["tap"]);
});

test("the clock of a part stands in a pause", () => {
  const tally = new Tally();
  tally.goOn("timer", 0);
  tally.stand(4);
  tally.goOn("timer", 60);
  tally.stand(61);
  assert.equal(tally.told()[0].seconds, 5);
});

test("a round ends in a rest, sides change, and the last one is said before it", () => {
  const turns = (of) => [1, 2, 3, 4, 5, 6].map((count) => placeOf(count, of).turn);
  assert.deepEqual(turns(target), ["go-on", "last", "rest", "go-on", "last", "enough"]);
  assert.equal(placeOf(3, { ...target, sides: 2 }).turn, "change-sides");
  assert.deepEqual(placeOf(4, target), { round: 2, done: 1, turn: "go-on" });
});

test("more than was asked for is counted on in the last round", () => {
  assert.deepEqual(placeOf(8, target), { round: 2, done: 5, turn: "enough" });
  assert.equal(placeOf(40, { ...target, reps: 0 }).turn, "go-on");
});

test("the clock leads out, holds and leads back", () => {
  assert.equal(wholeOf(target), 7);
  assert.deepEqual(ledAt(1, target), { count: 0, beat: "up", share: 0.5 });
  assert.equal(ledAt(4, target).beat, "hold");
  assert.deepEqual(ledAt(6, target), { count: 0, beat: "down", share: 0.5 });
  assert.equal(ledAt(14.5, target).count, 2);
});

test("whatever breaks steps down to a tap, and only who does not tap is led by the clock", () => {
  assert.deepEqual(stepDown("pulled"), { to: "tap", phrase: "fall-pulled" });
  assert.equal(stepDown("timer").to, "timer");
  assert.equal(causeOf({ rung: "camera", why: "ended" }), "pulled");
  assert.equal(causeOf({ rung: "pose", why: "too-slow" }), "too-slow");
  assert.equal(causeOf({ rung: "python", why: "not-loaded" }), "cannot-run");
  assert.equal(causeOf({ rung: "python", why: "silent" }), "died");
  assert.equal(causeOfCamera("NotAllowedError"), "refused");
  assert.equal(causeOfCamera("NotFoundError"), "no-camera");
});

const record = JSON.stringify({
  signal: "hip-rise",
  confidence: 0.9,
  holds: [{ start_s: 3, end_s: 6.5 }],
  range: { own: 0.5, percent_of_own: 80 },
  tempo: { out_s: 2, hold_s: 3, back_s: 2.5 },
  regularity: null,
  symmetry: { percent: 90 },
  cues: [{ id: "partial" }, { id: "partial" }, { id: "good" }],
});

test("what our Python measured is sent on number for number, and what it cannot tell stays null", () => {
  const parts = [{ by: "camera", count: 2, partials: 0, seconds: 30 }];
  const sent = JSON.parse(toldOf(lead, parts, measuredOf(record)));
  assert.equal(sent.confidence, 0.9);
  assert.deepEqual(sent.set, {
    session_id: "s", step_index: 1, exercise_id: "bridge", parts, view: "side", signal: "hip-rise",
    holds_s: [3.5], own_range: 0.5, range_share: 0.8, way_s: 7.5, symmetry: 0.9, regularity: null,
    cues: ["partial", "good"],
  });
});

test("of a set that nothing measured only the count is sent", () => {
  const parts = [{ by: "tap", count: 2, partials: 0, seconds: 30 }];
  assert.deepEqual(Object.keys(JSON.parse(toldOf(lead, parts, measuredOf(record)))), ["set"]);
});

const event = (t_s, rest = {}) => ({
  t_s, standing: "ready", unseen: null, count: 0, partials: 0, turn: "none", share: 0, value: 0,
  is_oblique: false, broken: null, repetition: null, cue: null, hand_is_up: false, ...rest,
});

function heardOf(events, pausedAt = -1) {
  const heard = [];
  const note = (name) => (...told) => heard.push([name, ...told]);
  const ears = { look: () => undefined, share: () => undefined, placed: () => undefined };
  for (const name of ["moved", "cue", "hand", "broke", "advised"]) ears[name] = note(name);
  const steps = new Steps(ears);
  events.forEach((one, n) => {
    steps.isPaused = pausedAt >= 0 && n >= pausedAt;
    steps.take(one);
  });
  return heard;
}

test("who was in place and is not seen for twenty seconds is counted by something else", () => {
  const gone = [0, 10, 19, 21].map((t_s) => event(t_s, { standing: "cannot-see", unseen: "nobody" }));
  assert.deepEqual(heardOf([event(0), ...gone.map((one) => ({ ...one, t_s: one.t_s + 1 }))]), [["broke", "unseen"]]);
  assert.deepEqual(heardOf(gone), [], "who was never in place is still getting into the picture");
  assert.deepEqual(heardOf([event(0), ...gone.slice(0, 3), event(19.5), ...gone.slice(3)]), []);
});

test("a raised hand is told once, and again only after it was down", () => {
  const up = (t_s) => event(t_s, { hand_is_up: true });
  assert.deepEqual(heardOf([up(1), up(2), event(3), up(4)]), [["hand"], ["hand"]]);
});

test("what is moved in a pause is not counted afterwards either", () => {
  const events = [event(1, { count: 1 }), event(2, { count: 2 }), event(3, { count: 3 })];
  assert.deepEqual(heardOf(events, 1), [["moved", 1, 0, null]]);
});

test("a cue that comes with a repetition is said after its count, any other by itself", () => {
  const cue = { kind: "partial", id: "partial", words: "A little further.", signal: null, value: null, bound: null };
  assert.deepEqual(heardOf([event(1, { count: 1, cue }), event(2, { count: 1, cue })]), [
    ["moved", 1, 0, "A little further."],
    ["cue", "A little further."],
  ]);
  assert.deepEqual(heardOf([event(1, { advice: { close: "end-set" } })]), [["advised", "end-set"]]);
});
