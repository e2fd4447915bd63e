/** Leads through one step: clock, stage, voice and keys around a page that works without them. */

import { Component } from "../base/component.ts";
import { Clock } from "../clock/clock.ts";
import { listenToKeys, type Action } from "../keys/keys.ts";
import { type Lead } from "../schedule/lead.ts";
import { countToSay, lengthOf, placeAt, scheduleOf, startOf, type Beat, type Place } from "../schedule/schedule.ts";
import { hush } from "../voice/voice.ts";
import { ASKS_NOW } from "../waiting/waiting.ts";
import { WakeLock } from "../wake-lock/wake-lock.ts";
import { LedFigure } from "./figure.ts";
import { Sound } from "./sound.ts";
import { SoundButton } from "./sound-button.ts";
import { Stage } from "./stage.ts";

const TICK_MS = 100;
/** A beat that begins more than this late was slept through; it is passed over in silence. */
const LATE_S = 1.5;

type State = "waiting" | "running" | "paused" | "done";

export class Player extends Component {
  static override readonly moduleName = "player";
  private readonly clock = new Clock();
  private readonly lock = new WakeLock();
  private readonly lead = JSON.parse(this.$root.dataset["lead"] ?? "{}") as Lead;
  private readonly beats: readonly Beat[] = scheduleOf(this.lead);
  private readonly isByLines = this.beats.some((beat) => beat.waits);
  private readonly sound = new Sound(this.part("heard"));
  private readonly soundButton = new SoundButton(this.sound, this.part("sound"), this.part("sound-label"), this.lead.words);
  private readonly stage = new Stage(this.stageParts(), this.lead.words);
  private readonly figure = new LedFigure(this.$root, this.beats, () => this.clock.seconds);
  private state: State = "waiting";
  private line = 0;
  private entered = -1;
  private said = 0;

  start(): void {
    if (this.beats.length === 0) return;
    this.$root.dataset["on"] = "";
    this.part("toggle").addEventListener("click", () => this.toggle());
    this.partOrNull("line-back")?.addEventListener("click", () => this.showLine(this.line - 1));
    listenToKeys((action) => this.act(action));
    addEventListener("pagehide", hush);
    this.show("waiting");
    setInterval(() => this.tick(), TICK_MS);
    document.addEventListener("visibilitychange", () => this.tick());
  }

  private act(action: Action): void {
    switch (action) {
      case "toggle":
        return this.state === "done" ? this.press("next") : this.toggle();
      case "next":
        return this.press(this.state === "done" ? "next" : "skip");
      case "back":
        return this.press("back");
      case "stop":
        return this.press("stop");
      case "sound":
        return this.soundButton.change();
      case "help":
        this.part<HTMLDialogElement>("keys").showModal();
    }
  }

  private press(name: string): void {
    this.partOrNull(name)?.click();
  }

  private toggle(): void {
    if (this.isByLines) this.nextLine();
    else if (this.clock.isRunning) this.pause();
    else this.run();
  }

  private run(): void {
    this.clock.run();
    this.lock.hold();
    this.show("running");
    scrollTo({ top: 0 });
    this.tick();
  }

  private pause(): void {
    this.clock.pause();
    this.lock.release();
    hush();
    this.show("paused");
    this.stage.cue(this.lead.words.paused);
    this.sound.say(this.lead.words.paused);
  }

  // --- step by step, at the person's own pace ------------------------------------------------

  private nextLine(): void {
    const next = this.state === "waiting" ? 0 : this.line + 1;
    this.lock.hold();
    if (next >= this.beats.length) this.finish();
    else this.showLine(next);
  }

  private showLine(index: number): void {
    const beat = this.beats[Math.max(0, index)];
    if (beat === undefined) return;
    this.line = Math.max(0, index);
    this.show("running");
    this.stage.paint({ index: this.line, beat, gone_s: 0, left_s: 0 }, this.line / this.beats.length);
    this.stage.line(this.line, this.beats.length);
    this.figure.line(this.line);
    this.sound.say(beat.say);
    this.sound.signal("tick");
  }

  // --- on the clock --------------------------------------------------------------------------

  private tick(): void {
    if (!this.clock.isRunning) return;
    const place = placeAt(this.beats, this.clock.seconds);
    if (place === null) return this.finish();
    this.stage.paint(place, this.clock.seconds / lengthOf(this.beats));
    if (place.index === this.entered) this.count(place);
    else this.enter(place);
  }

  private enter(place: Place): void {
    this.entered = place.index;
    this.said = 0;
    if (this.clock.seconds - startOf(this.beats, place.index) > LATE_S) return;
    this.sound.say(place.beat.say);
    this.sound.signal(place.beat.kind === "rest" || place.beat.kind === "switch" ? "rest" : "work");
  }

  private count(place: Place): void {
    const number = countToSay(place);
    if (number === null || number === this.said) return;
    this.said = number;
    this.sound.count(number);
  }

  private finish(): void {
    this.clock.pause();
    this.lock.release();
    this.show("done");
    this.stage.cue(this.lead.words.done);
    this.part<HTMLInputElement>("asked").disabled = false;
    this.ask(this.part("finished"));
    this.sound.signal("done");
    document.dispatchEvent(new Event(ASKS_NOW));
  }

  /** The question is said as it is written. Moving the focus would set a screen reader talking. */
  private ask($finished: HTMLElement): void {
    const { done, next_up } = this.lead.words;
    const question = $finished.querySelector("legend")?.textContent ?? "";
    $finished.hidden = false;
    if (this.sound.speaks) $finished.scrollIntoView({ block: "nearest" });
    else $finished.focus();
    this.sound.say([`${done}.`, question, next_up].filter((part) => part !== "").join(" "));
  }

  // --- what is shown -------------------------------------------------------------------------

  /** Whoever had scrolled to read is taken back up: the words give way to the large count. */
  private show(state: State): void {
    if (this.state === "waiting" && state === "running") scrollTo(0, 0);
    this.state = state;
    this.$root.dataset["state"] = state;
    this.figure.lead(state === "running" || state === "paused");
    this.part("toggle-label").textContent = this.toggleWords();
  }

  private toggleWords(): string {
    const { start, pause, go_on, next_line } = this.lead.words;
    if (this.state === "waiting") return start;
    if (this.isByLines) return next_line;
    return this.state === "running" ? pause : go_on;
  }

  private stageParts() {
    const svg = (name: string) => this.$root.querySelector(`[data-${name}]`) as SVGCircleElement;
    return {
      $stage: this.part("stage"),
      $ring: svg("ring"),
      $breath: svg("breath"),
      $count: this.part("count"),
      $cue: this.part("cue"),
      $note: this.part("note"),
      $bar: this.part<HTMLProgressElement>("bar"),
    };
  }
}
