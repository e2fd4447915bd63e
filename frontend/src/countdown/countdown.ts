/** A clock that runs down the seconds the page names, from now or once it is started. */

import { Component } from "../base/component.ts";
import { buzz } from "../buzz/buzz.ts";
import { elapsedSince } from "../clock/elapsed.ts";
import { play } from "../tones/tones.ts";

const TICK_MS = 500;
const AGAIN_MS = 4000;
/** A longer hole between two ticks is a sleep: then the page itself says at once what is due. */
const SLEPT_S = 90;

export class Countdown extends Component {
  static override readonly moduleName = "countdown";
  private readonly left = this.secondsOf("secondsLeft") ?? this.secondsOf("seconds") ?? 0;
  private readonly toCheck = this.secondsOf("secondsToCheck");
  private elapsed = elapsedSince();
  private timer = 0;
  private goneBefore = 0;

  start(): void {
    const $go = this.partOrNull<HTMLButtonElement>("go");
    if ($go === null) return this.run();
    $go.hidden = false;
    $go.addEventListener("click", () => {
      $go.hidden = true;
      this.elapsed = elapsedSince();
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

  /** Time that went by counts, not what the clocks say: those of page and server may differ. */
  private tick(): void {
    if (this.timer === 0) return;
    const gone = this.elapsed() / 1000;
    this.part("left").textContent = inWords(Math.max(0, Math.ceil(this.left - gone)));
    const slept = gone - this.goneBefore > SLEPT_S;
    this.goneBefore = gone;
    if (this.toCheck !== null && gone >= this.toCheck) this.reached("waiting", slept);
    else if (gone >= this.left) this.reached("done", slept);
  }

  /** A tone; then the page itself says what is due, unless something was tapped on it already. */
  private reached(tone: "waiting" | "done", slept: boolean): void {
    clearInterval(this.timer);
    this.timer = 0;
    play(tone);
    buzz(tone);
    const over = this.$root.dataset["over"];
    if (over !== undefined) this.part("left").textContent = over;
    else if (this.$root.dataset["due"] !== undefined && !slept) this.ring(tone);
    else if (document.querySelector("main :checked") === null) location.reload();
  }

  /** Sounds again and again until somebody answers; here, because a page loaded anew is mute. */
  private ring(tone: "waiting" | "done"): void {
    this.$root.dataset["sounding"] = "";
    this.part("left").textContent = this.$root.dataset["due"] ?? "";
    const again = setInterval(() => {
      play(tone);
      buzz(tone);
    }, AGAIN_MS);
    const answered = (): void => {
      clearInterval(again);
      if (document.querySelector("main :checked") === null) location.reload();
    };
    document.addEventListener("click", answered, { once: true });
    document.addEventListener("keydown", answered, { once: true });
  }

  private secondsOf(name: string): number | null {
    const said = this.$root.dataset[name];
    return said === undefined ? null : Number(said);
  }
}

function inWords(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
