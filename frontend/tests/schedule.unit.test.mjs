import assert from "node:assert/strict";
import { test } from "node:test";

import { countAt, countToSay, lengthOf, placeAt, scheduleOf, startOf } from "../src/schedule/schedule.ts";

const NAMES = [
  "ready", "move", "hold", "back", "rest", "change_sides", "left", "right", "half_way", "breathe_in",
  "breathe_out", "stay", "go", "last", "done", "paused", "next_up", "start", "pause", "go_on",
  "next_line", "voice_on", "beeps_only", "quiet",
];
const words = {
  ...Object.fromEntries(NAMES.map((name) => [name, name])),
  set_of: "round {n} of {of}",
  rep_of: "{n} of {of}",
};
const dose = { reps: 3, hold_s: 2, sets: 1, rest_s: 20, up_s: 3, down_s: 3, by_sides: false, minutes: 0 };
const empty = {
  title: "Knee rolls", dose: null, breath: null, seconds: 0, lines: [], moves: [],
  ready_s: 5, switch_s: 8, words,
};
const kinds = (beats) => beats.map((beat) => beat.kind);
const leadWith = (changes) => ({ ...empty, dose: { ...dose, ...changes } });

test("a get-ready count comes before the first movement and names the step", () => {
  const [first, second] = scheduleOf(leadWith({}));
  assert.deepEqual([first.kind, first.length_s, first.counts], ["ready", 5, true]);
  assert.match(first.say, /Knee rolls/);
  assert.equal(second.kind, "move");
});

test("each repetition is there, held and back, and nothing more", () => {
  const beats = scheduleOf(leadWith({ reps: 2 }));
  assert.deepEqual(kinds(beats), ["ready", "move", "hold", "back", "move", "hold", "back"]);
  assert.equal(lengthOf(beats), 5 + 2 * 8);
});

test("left and right are real halves with one pause to change over", () => {
  const beats = scheduleOf(leadWith({ by_sides: true, reps: 2 }));
  const change = kinds(beats).indexOf("switch");
  const left = beats.slice(1, change);
  const right = beats.slice(change + 1);
  assert.equal(kinds(beats).filter((kind) => kind === "switch").length, 1);
  assert.deepEqual(kinds(left), kinds(right));
  assert.ok(left.every((beat) => beat.note === "left") && right.every((beat) => beat.note === "right"));
  assert.match(left[0].say, /^left/);
});

test("between two rounds there is a rest, and a rest of zero is left out", () => {
  const rested = scheduleOf(leadWith({ sets: 3, reps: 1 }));
  const unrested = scheduleOf(leadWith({ sets: 3, reps: 1, rest_s: 0 }));
  assert.equal(kinds(rested).filter((kind) => kind === "rest").length, 2);
  assert.ok(!kinds(unrested).includes("rest"));
});

test("a movement without a hold has no beat of hold", () => {
  assert.ok(!kinds(scheduleOf(leadWith({ hold_s: 0 }))).includes("hold"));
});

test("a dose without any tempo still gives each repetition time", () => {
  const beats = scheduleOf(leadWith({ hold_s: 0, up_s: 0, down_s: 0 }));
  assert.deepEqual(kinds(beats), ["ready", "move", "move", "move"]);
});

test("which repetition of how many is written where no side or round has to be", () => {
  const beats = scheduleOf(leadWith({ reps: 2 })).filter((beat) => beat.kind === "move");
  assert.deepEqual(beats.map((beat) => beat.note), ["1 of 2", "2 of 2"]);
});

test("half-way and the last one are said", () => {
  const said = scheduleOf(leadWith({ reps: 6 })).map((beat) => beat.say).join("|");
  assert.match(said, /half_way/);
  assert.match(said, /last/);
});

test("a stay is one length of time with half-way said in the middle", () => {
  const beats = scheduleOf({ ...empty, seconds: 90 });
  assert.deepEqual(beats.map((beat) => beat.length_s), [5, 45, 45]);
  assert.equal(beats[2].say, "half_way");
});

test("a walk lasts its minutes", () => {
  assert.equal(lengthOf(scheduleOf(leadWith({ reps: 0, minutes: 3 }))), 5 + 180);
});

test("breaths fill the time that is planned", () => {
  const beats = scheduleOf({ ...empty, seconds: 60, breath: { in_s: 4, out_s: 6 } });
  assert.equal(kinds(beats).filter((kind) => kind === "in").length, 6);
  assert.equal(lengthOf(beats), 5 + 60);
});

test("a change of place goes line by line and waits for the person", () => {
  const lines = [{ text: "Bend your knees.", pause_s: 5 }, { text: "Roll.", pause_s: 5 }];
  const beats = scheduleOf({ ...empty, lines });
  assert.ok(beats.every((beat) => beat.waits));
  assert.deepEqual(beats.map((beat) => beat.cue), ["Bend your knees.", "Roll."]);
});

test("a step with nothing to time gives no beats", () => {
  assert.deepEqual(scheduleOf(empty), []);
});

test("any second finds its beat, and behind the end there is none", () => {
  const beats = scheduleOf(leadWith({}));
  assert.equal(placeAt(beats, 0).beat.kind, "ready");
  assert.equal(placeAt(beats, 5).beat.kind, "move");
  assert.equal(placeAt(beats, 8.5).beat.kind, "hold");
  assert.equal(placeAt(beats, startOf(beats, 3)).index, 3);
  assert.equal(placeAt(beats, lengthOf(beats)), null);
});

test("the large number counts repetitions while moving and seconds while holding", () => {
  const beats = scheduleOf(leadWith({ hold_s: 5 }));
  assert.equal(countAt(placeAt(beats, 6)), 1);
  assert.equal(countAt(placeAt(beats, 8)), 5);
  assert.equal(countAt(placeAt(beats, 12.5)), 1);
});

test("a hold is counted aloud to its end: a short one whole, a long one its last five", () => {
  const short = scheduleOf(leadWith({ hold_s: 4 }));
  const long = scheduleOf(leadWith({ hold_s: 30 }));
  const saidIn = (beats, hold) =>
    Array.from({ length: hold }, (_, second) => countToSay(placeAt(beats, 8 + second)));
  assert.deepEqual(saidIn(short, 4), [null, 3, 2, 1]);
  assert.deepEqual(saidIn(long, 30).filter((number) => number !== null), [5, 4, 3, 2, 1]);
});

test("rest is silent", () => {
  const beats = scheduleOf(leadWith({ sets: 2, reps: 1 }));
  const rest = startOf(beats, kinds(beats).indexOf("rest"));
  assert.equal(countToSay(placeAt(beats, rest + 18)), null);
});

const LEADS = {
  "by sides, many times": leadWith({ by_sides: true, reps: 6, sets: 2, rest_s: 20 }),
  "with a long hold": leadWith({ reps: 2, hold_s: 20 }),
  "breathing": { ...empty, breath: { in_s: 4, out_s: 6 }, seconds: 60 },
  "one long stay": { ...empty, seconds: 90 },
  "line by line": { ...empty, lines: [{ text: "Roll over.", pause_s: 3 }] },
};

for (const [name, lead] of Object.entries(LEADS)) {
  test(`whatever is said is also written: ${name}`, () => {
    for (const beat of scheduleOf(lead)) {
      const written = `${beat.kind === "ready" ? lead.title : ""} ${beat.cue} ${beat.note}`;
      for (const said of beat.say.split(". ")) assert.ok(written.includes(said.replace(/\.$/, "")), said);
    }
  });

  test(`every number that is said stands large as well: ${name}`, () => {
    const beats = scheduleOf(lead);
    for (let second = 0; second < lengthOf(beats); second += 0.5) {
      const place = placeAt(beats, second);
      const said = countToSay(place);
      if (said !== null) assert.equal(said, countAt(place));
    }
  });
}
