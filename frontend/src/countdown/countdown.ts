/** A clock that runs down the seconds the page names, once it is started. */

import { Component } from "../base/component.ts";
import { buzz } from "../buzz/buzz.ts";
import { elapsedSince } from "../clock/elapsed.ts";
import { play } from "../tones/tones.ts";
import { inFigures } from "./in-figures.ts";

const TICK_MS = 500;

export class Countdown extends Component {
  static override readonly moduleName = "countdown";
  private readonly seconds = Number(this.$root.dataset["seconds"]);
  private elapsed = elapsedSince();
  private timer = 0;

  start(): void {
    const $go = this.part<HTMLButtonElement>("go");
    $go.hidden = false;
    $go.addEventListener("click", () => {
      $go.hidden = true;
      this.run();
    });
  }

  private run(): void {
    this.elapsed = elapsedSince();
    this.timer = setInterval(() => this.tick(), TICK_MS);
    document.addEventListener("visibilitychange", () => this.tick());
    this.tick();
  }

  private tick(): void {
    if (this.timer === 0) return;
    const left = this.seconds - this.elapsed() / 1000;
    this.part("left").textContent = inFigures(left);
    if (left <= 0) this.end();
  }

  private end(): void {
    clearInterval(this.timer);
    this.timer = 0;
    play("done");
    buzz("done");
    this.part("left").textContent = this.$root.dataset["over"] ?? "";
  }
}
