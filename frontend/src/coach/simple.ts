/** The rungs that need nothing: a tap for each one, and the clock that leads. */

import { Clock } from "../clock/clock.ts";
import { ledAt, wholeOf, type Beat } from "./led.ts";
import type { Lead } from "./lead.ts";
import type { Ears, Rung } from "./rung.ts";

const OWN_KEYS = new Set(["Escape", "Tab", "Shift", "Control", "Alt", "Meta", "m", "M", "?"]);
const OWN = "button, a, input, select, textarea, summary, dialog";
const TICK_MS = 100;

export class TapRung implements Rung {
  readonly by = "tap";
  private isOn = false;
  private readonly $tap: HTMLElement;
  private readonly ears: Ears;
  private readonly onKey = (event: KeyboardEvent): void => this.key(event);
  private readonly onTap = (): void => this.tap();

  constructor($tap: HTMLElement, ears: Ears) {
    this.$tap = $tap;
    this.ears = ears;
  }

  start(): Promise<boolean> {
    this.isOn = true;
    this.$tap.hidden = false;
    this.$tap.addEventListener("click", this.onTap);
    document.addEventListener("keydown", this.onKey);
    return Promise.resolve(true);
  }

  pause(isPaused: boolean): void {
    this.isOn = !isPaused;
  }

  stop(): Promise<null> {
    this.isOn = false;
    this.$tap.hidden = true;
    this.$tap.removeEventListener("click", this.onTap);
    document.removeEventListener("keydown", this.onKey);
    return Promise.resolve(null);
  }

  private key(event: KeyboardEvent): void {
    const isOurs = event.ctrlKey || event.metaKey || event.altKey || event.repeat || OWN_KEYS.has(event.key);
    const $on = event.target instanceof Element ? event.target.closest(OWN) : null;
    if (isOurs || ($on !== null && $on !== this.$tap)) return;
    if ($on === this.$tap && (event.key === "Enter" || event.key === " ")) return; // it clicks
    event.preventDefault();
    this.tap();
  }

  private tap(): void {
    if (this.isOn) this.ears.moved(1, 0, null);
  }
}

export class TimerRung implements Rung {
  readonly by = "timer";
  private readonly lead: Lead;
  private readonly ears: Ears;
  private readonly clock = new Clock();
  private timer: ReturnType<typeof setInterval> | null = null;
  private count = 0;
  private beat: Beat | null = null;

  constructor(lead: Lead, ears: Ears) {
    this.lead = lead;
    this.ears = ears;
  }

  start(): Promise<boolean> {
    this.clock.run();
    this.timer = setInterval(() => this.tick(), TICK_MS);
    return Promise.resolve(true);
  }

  pause(isPaused: boolean): void {
    if (isPaused) this.clock.pause();
    else this.clock.run();
  }

  stop(): Promise<null> {
    if (this.timer !== null) clearInterval(this.timer);
    this.clock.pause();
    return Promise.resolve(null);
  }

  private tick(): void {
    if (!this.clock.isRunning) return;
    const now = ledAt(this.clock.seconds, this.lead.target);
    this.ears.share(now.share);
    if (now.count > this.count + 1) return this.slept();
    if (now.count > this.count) {
      this.count = now.count;
      this.ears.moved(1, 0, null);
    }
    if (now.beat !== this.beat && this.timer !== null) this.ears.beat(this.lead.words[now.beat]);
    this.beat = now.beat;
  }

  /** Nobody was led while the tab slept: what it missed is not counted. */
  private slept(): void {
    this.clock.moveTo(this.count * wholeOf(this.lead.target));
  }
}
