/** How long it still is: the page's words, kept true while the page stays open. */

import { Component } from "../base/component.ts";
import { elapsedSince } from "../clock/elapsed.ts";
import { inWords } from "./in-words.ts";

const TICK_MS = 15_000;

export class Until extends Component {
  static override readonly moduleName = "until";
  private readonly left = Number(this.$root.dataset["secondsLeft"]);
  private readonly elapsed = elapsedSince();

  start(): void {
    setInterval(() => this.tick(), TICK_MS);
    document.addEventListener("visibilitychange", () => this.tick());
    this.tick();
  }

  /** No tone and no reload: a time that has come is no reason to take anything. */
  private tick(): void {
    this.$root.textContent = inWords(this.left - this.elapsed() / 1000);
  }
}
