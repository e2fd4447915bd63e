import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { mayNote, note, takeNotesBack } from "../src/alarm/notes.ts";
import { goTo } from "../src/worker/noting.ts";

const HERE = "/heat/on/1/";
let shown;

/** A phone whose page may not show notes by itself: its worker does. */
function aPhone({ permission = "granted", active = {} } = {}) {
  shown = [];
  const registration = {
    active,
    showNotification: async (title, told) => shown.push({ title, ...told, close: () => shown.pop() }),
    getNotifications: async ({ tag }) => shown.filter((one) => one.tag === tag),
  };
  globalThis.location = { pathname: HERE };
  globalThis.Notification = class {
    static permission = permission;
    constructor() {
      throw new TypeError("Illegal constructor");
    }
  };
  Object.defineProperty(globalThis, "navigator", {
    configurable: true,
    value: { serviceWorker: { getRegistration: async () => registration } },
  });
}

beforeEach(() => aPhone());

test("on a phone the worker shows the note, and takes it back once it is seen", async () => {
  await note("Time!", "Please open the page.");
  assert.deepEqual(
    shown.map(({ title, body, data }) => [title, body, data]),
    [["Time!", "Please open the page.", HERE]],
  );
  await takeNotesBack();
  assert.deepEqual(shown, []);
});

test("nothing is shown where it was not allowed", async () => {
  aPhone({ permission: "denied" });
  await note("Time!", "Please open the page.");
  assert.deepEqual(shown, []);
});

test("a page that can show none by itself and has no worker goes on all the same", async () => {
  aPhone({ active: null });
  await note("Time!", "Please open the page.");
  assert.deepEqual(shown, []);
});

test("a browser without notes says so", () => {
  delete globalThis.Notification;
  assert.equal(mayNote(), "unsupported");
});

function aScope(...urls) {
  const did = [];
  const pages = urls.map((url) => ({ url, focus: async () => did.push(`focus ${url}`) }));
  const clients = { matchAll: async () => pages, openWindow: async (path) => did.push(`open ${path}`) };
  return { did, scope: { clients } };
}

test("a tapped note leads to the page that is open already", async () => {
  const { did, scope } = aScope("https://home/today/", `https://home${HERE}?looked=300`);
  await goTo(scope, { data: HERE, close: () => did.push("closed") });
  assert.deepEqual(did, ["closed", `focus https://home${HERE}?looked=300`]);
});

test("and opens it anew where it was closed", async () => {
  const { did, scope } = aScope("https://home/today/");
  await goTo(scope, { data: HERE, close: () => did.push("closed") });
  assert.deepEqual(did, ["closed", `open ${HERE}`]);
});
