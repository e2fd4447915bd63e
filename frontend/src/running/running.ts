/**
 * Heat, cold or massage while it is on: what is left by the true clock, and an alarm that sounds
 * until it is answered, when the skin is to be looked at and when the time is up.
 */

import { Alarm } from "../alarm/alarm.ts";
import { onBeat } from "../alarm/beat.ts";
import { Component } from "../base/component.ts";
import { elapsedSince } from "../clock/elapsed.ts";
import { inFigures } from "../countdown/in-figures.ts";
import { WakeLock } from "../wake-lock/wake-lock.ts";

type Due = "look" | "over";

export class Running extends Component {
  static override readonly moduleName = "running";
  private readonly left = this.secondsOf("secondsLeft") ?? 0;
  private readonly toLook = this.secondsOf("secondsToCheck");
  private readonly elapsed = elapsedSince();
  private readonly alarm = new Alarm(this.words("noteTitle"), this.words("noteBody"));
  private readonly title = document.title;
  private due: Due | null = null;

  start(): void {
    this.part("caption").textContent = this.words("running");
    this.part("answer").addEventListener("click", () => this.answered());
    if (this.$root.dataset["awake"] !== undefined) new WakeLock().hold();
    onBeat(() => this.beat());
    this.beat();
  }

  /** Time that went by counts, not what the clocks say: those of page and server may differ. */
  private beat(): void {
    const gone = this.elapsed() / 1000;
    this.part("left").textContent = inFigures(this.left - gone);
    const due = this.dueAfter(gone);
    if (due !== null && due !== this.due) this.falls(due);
    this.alarm.beat();
  }

  /** The end counts before a look that was slept through: nothing goes on past it. */
  private dueAfter(gone: number): Due | null {
    if (gone >= this.left) return "over";
    return this.toLook !== null && gone >= this.toLook ? "look" : null;
  }

  /** It says at once what is due, here: a page loaded anew would be mute. */
  private falls(due: Due): void {
    this.due = due;
    const $now = this.part("now");
    $now.textContent = this.words(due);
    $now.hidden = false;
    this.$root.dataset["sounding"] = "";
    document.title = `${this.words("noteTitle")} ${this.title}`;
    this.showAnswer();
    this.alarm.ring(due === "over" ? "done" : "waiting");
  }

  /** Under the finger of a keyboard too, unless that is at work somewhere else. */
  private showAnswer(): void {
    const $answer = this.part("answer");
    $answer.hidden = false;
    if (document.activeElement === document.body) $answer.focus();
  }

  /** The page itself goes on from here, unless something was tapped on it already. */
  private answered(): void {
    this.alarm.stop();
    delete this.$root.dataset["sounding"];
    document.title = this.title;
    this.part("answer").hidden = true;
    if (document.querySelector("main :checked") === null) location.reload();
  }

  private words(name: string): string {
    return this.$root.dataset[name] ?? "";
  }

  private secondsOf(name: string): number | null {
    const said = this.$root.dataset[name];
    return said === undefined ? null : Number(said);
  }
}
