/** A clock that runs down to a time the page names, or for so many seconds once it is started. */

import { Component } from "../base/component.ts";
import { play } from "../tones/tones.ts";

const TICK_MS = 500;

export class Countdown extends Component {
  static override readonly moduleName = "countdown";
  private to = Date.parse(this.$root.dataset["to"] ?? "");
  private readonly check = Date.parse(this.$root.dataset["check"] ?? "");
  private readonly seconds = Number(this.$root.dataset["seconds"] ?? "0");
  private timer = 0;

  start(): void {
    const $go = this.partOrNull<HTMLButtonElement>("go");
    if ($go === null) return this.run();
    $go.hidden = false;
    $go.addEventListener("click", () => {
      $go.hidden = true;
      this.to = Date.now() + this.seconds * 1000;
      this.run();
    });
  }

  private run(): void {
    const $caption = this.partOrNull("caption");
    if ($caption !== null) $caption.textContent = this.$root.dataset["running"] ?? "";
    this.timer = setInterval(() => this.tick(), TICK_MS);
    document.addEventListener("visibilitychange", () => this.tick());
    this.tick();
  }

  /** The true clock counts, so a tab that slept catches up at once. */
  private tick(): void {
    const left = this.to - Date.now();
    this.part("left").textContent = inWords(Math.max(0, Math.ceil(left / 1000)));
    if (Date.now() >= this.check) this.reached("waiting");
    else if (left <= 0) this.reached("done");
  }

  /** A tone; then the page itself says what is due, unless something was tapped on it already. */
  private reached(tone: "waiting" | "done"): void {
    clearInterval(this.timer);
    play(tone);
    const over = this.$root.dataset["over"];
    if (over !== undefined) this.part("left").textContent = over;
    else if (document.querySelector("main :checked") === null) location.reload();
  }
}

function inWords(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
