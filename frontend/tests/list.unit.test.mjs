import assert from "node:assert/strict";
import { test } from "node:test";
import { isJudged, isOpen, mayWait, nextAfter } from "../src/worker/list.ts";

const NOON = Date.parse("2026-11-22T12:00:00Z");
const HOUR = 3_600_000;
const FORM = "application/x-www-form-urlencoded;charset=UTF-8";
const URL = "/session/1/";
const list = {
  format: 2,
  now_ms: NOON,
  csrf: "",
  pages: [],
  forms: [
    {
      action: URL,
      step: "0",
      to: { done: { "": "/ahead/1", 3: "/ahead/1", 9: "/away/?why=changed" }, skip: { "": "/ahead/1" } },
    },
    { action: `${URL}stop/`, step: "", to: { "": { "": "/away/?why=ended" } } },
  ],
  stands_for: [],
  sends: ["/positions/", "/screen/", URL],
  judged: [
    { path: "/screen/", field: "", plain: [] },
    { path: `${URL}stop/`, field: "kind", plain: ["sharp-or-catching", "new"] },
  ],
  assets: [],
  coach: [],
};
const known = { list, seen_ms: NOON, ahead_ms: 0, is_over: false, stands_at: null, entered_at_ms: 0, behind_since_ms: null };
const guarded = {
  url: "/positions/",
  tag: "",
  group: "guarded",
  until: "2026-11-22T14:00:00+00:00",
  idle_from: null,
  idle_s: 0,
  figures: [],
};
const session = { ...guarded, group: "session", idle_from: "2026-11-22T12:00:00+00:00", idle_s: 1800 };

function after(path, form) {
  return nextAfter(new URLSearchParams(form), path, list);
}

test("whom to call opens whatever happened", () => {
  const open = { ...guarded, group: "open", until: null };
  assert.ok(isOpen(open, { ...known, is_over: true, seen_ms: NOON + HOUR }, NOON, true));
});

test("what rests on a decision opens until it lapses and not an instant longer", () => {
  assert.ok(isOpen(guarded, known, NOON + 2 * HOUR - 1, false));
  assert.ok(!isOpen(guarded, known, NOON + 2 * HOUR, false));
});

test("a clock that differs is reckoned with", () => {
  const ahead = { ...known, seen_ms: NOON + HOUR, ahead_ms: HOUR };
  assert.ok(isOpen(guarded, ahead, NOON + 3 * HOUR - 1, false));
  assert.ok(!isOpen(guarded, ahead, NOON + 3 * HOUR, false));
});

test("a clock that went back opens nothing that lapses", () => {
  assert.ok(!isOpen(guarded, known, NOON - 1, false));
});

test("nor does one that went back after it was seen to be later", () => {
  const later = { ...known, seen_ms: NOON + 1.5 * HOUR };
  assert.ok(isOpen(guarded, later, NOON + 1.5 * HOUR, false));
  assert.ok(!isOpen(guarded, later, NOON + HOUR, false));
});

test("answers that wait close what rests on a decision", () => {
  assert.ok(!isOpen(guarded, known, NOON, true));
  assert.ok(!isOpen(session, known, NOON, true));
});

test("a session closes when it is over, and when nothing was entered for too long", () => {
  assert.ok(isOpen(session, known, NOON + HOUR / 2, false));
  assert.ok(!isOpen(session, known, NOON + HOUR / 2 + 1, false));
  assert.ok(isOpen(session, { ...known, entered_at_ms: NOON + HOUR / 2 }, NOON + HOUR, false));
  assert.ok(!isOpen(session, { ...known, is_over: true }, NOON, false));
});

test("each score leads where the list says", () => {
  assert.equal(after(URL, { step: "0", do: "done", pain: "3" }), "/ahead/1");
  assert.equal(after(URL, { step: "0", do: "done" }), "/ahead/1");
  assert.equal(after(URL, { step: "0", do: "done", pain: "9" }), "/away/?why=changed");
});

test("a score that the list does not name leads nowhere", () => {
  assert.equal(after(URL, { step: "0", do: "done", pain: "7" }), null);
});

test("a button whose answer has to come from the computer leads nowhere", () => {
  assert.equal(after(URL, { step: "0", do: "easier" }), null);
  assert.equal(after(URL, { step: "5", do: "done" }), null);
});

test("a skip leads on whatever the scale shows", () => {
  assert.equal(after(URL, { step: "0", do: "skip", pain: "9" }), "/ahead/1");
});

test("a form without a step is known by where it goes", () => {
  assert.equal(after(`${URL}stop/`, { kind: "new", pain: "8" }), "/away/?why=ended");
  assert.equal(after("/positions/on-side/", { did: "keep" }), "/away/?why=kept");
});

test("only plain forms to the paths of the list may wait", () => {
  assert.ok(mayWait("/positions/on-side/", FORM, list));
  assert.ok(!mayWait("/positions/on-side/", "multipart/form-data; boundary=x", list));
  for (const path of ["/data/erase/", "/settings/", "/session/2/", "/session/start/"]) {
    assert.ok(!mayWait(path, FORM, list), path);
  }
});

test("answers that may tell of a danger sign are judged, others not", () => {
  const judged = (path, form = {}) => isJudged(path, new URLSearchParams(form), list);
  assert.ok(judged("/screen/again/", { say: "none" }));
  assert.ok(!judged("/positions/"));
  assert.ok(!judged(URL, { do: "done" }));
  assert.ok(!judged(`${URL}stop/`, { kind: "new", pain: "8" }));
  assert.ok(judged(`${URL}stop/`, { kind: "into-the-leg" }));
  assert.ok(judged(`${URL}stop/`, { say: "none" }), "the card of signs that follows a stop");
});
