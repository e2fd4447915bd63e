/** On an approved phone: keeps the worker going, and says what waits, what was sent, what was not. */

import { Component } from "../base/component.ts";

const WORKER_URL = "/worker.js";
const AWAY_URL = "/away/";
const LOOKS_EVERY_MS = 10_000;
/** A clock that is a few minutes wrong is no news to anybody. */
const CLOCK_DIFFERS_MS = 5 * 60_000;

interface Standing {
  readonly waiting: number;
  readonly sent: number;
  readonly refused: readonly number[];
  readonly ahead_ms: number;
}

export class Phone extends Component {
  static override readonly moduleName = "phone";
  private waits = false;

  start(): void {
    const isKept = document.documentElement.dataset["kept"] !== undefined;
    if (isKept && location.pathname !== AWAY_URL) this.show("kept"); // that page says so itself
    if (!("serviceWorker" in navigator)) return;
    navigator.serviceWorker.addEventListener("message", (event) => this.hear(event.data as Standing));
    this.partOrNull("settle")?.addEventListener("click", () => this.settle());
    addEventListener("online", () => void tell("refresh"));
    setInterval(() => this.waits && !document.hidden && void tell("look"), LOOKS_EVERY_MS);
    void begin();
  }

  private hear({ waiting, sent, refused, ahead_ms }: Standing): void {
    this.waits = waiting > 0;
    this.number("waiting", waiting);
    if (sent > 0) this.number("sent", sent);
    this.number("clock", Math.abs(ahead_ms) >= CLOCK_DIFFERS_MS ? Math.round(Math.abs(ahead_ms) / 60_000) : 0);
    this.list(refused);
  }

  private settle(): void {
    this.note("refused").hidden = true;
    void tell("settle");
  }

  private list(times: readonly number[]): void {
    this.part("list").replaceChildren(...times.map(line));
    this.note("refused").hidden = times.length === 0;
  }

  private number(name: string, number: number): void {
    const $note = this.note(name);
    const $number = $note.querySelector("[data-number]");
    if ($number !== null) $number.textContent = String(number);
    $note.hidden = number === 0;
  }

  private show(name: string): void {
    this.note(name).hidden = false;
  }

  private note(name: string): HTMLElement {
    return this.$root.querySelector(`[data-note="${name}"]`) as HTMLElement;
  }
}

function line(at_ms: number): HTMLLIElement {
  const $line = document.createElement("li");
  $line.textContent = new Date(at_ms).toLocaleString();
  return $line;
}

async function begin(): Promise<void> {
  try {
    await navigator.serviceWorker.register(WORKER_URL, { updateViaCache: "none" });
    await tell("refresh");
  } catch {
    // A phone that does not trust the computer keeps nothing; every page works all the same.
  }
}

async function tell(word: "refresh" | "look" | "settle"): Promise<void> {
  (await navigator.serviceWorker.ready).active?.postMessage(word);
}
