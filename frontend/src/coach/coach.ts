/** A set from its choice to its end: whoever counts may change, the count goes on. */

import { Component } from "../base/component.ts";
import { Clock } from "../clock/clock.ts";
import { Sound } from "../player/sound.ts";
import { SoundButton } from "../player/sound-button.ts";
import { hush } from "../voice/voice.ts";
import { WakeLock } from "../wake-lock/wake-lock.ts";
import { Ghost } from "./ghost.ts";
import { keepRecording, type Keep } from "./kept.ts";
import { stepDown, type Cause } from "./ladder.ts";
import type { By, Lead } from "./lead.ts";
import { Outlined } from "./outlined.ts";
import type { CoachFiles, Place } from "./protocol.ts";
import { placeOf } from "./rounds.ts";
import type { Ears, Look, Rung } from "./rung.ts";
import { rungOf } from "./rungs.ts";
import { Screen, type State } from "./screen.ts";
import { Tally } from "./tally.ts";
import { toldOf, type Measured } from "./told.ts";

/** Nobody taps for so long: then whoever moves cannot reach the screen. */
const NO_TAP_MS = 30_000;
/** A count is heard out before the set ends. */
const LAST_MS = 1500;
const HEARD_MS = 4000;
/** What our Python says when the set has to end: the way there shrinks and the pain rises. */
const END_SET = "end-set";

export class Coach extends Component implements Ears {
  static override readonly moduleName = "coach";
  private readonly lead = JSON.parse(this.$root.dataset["lead"] ?? "{}") as Lead;
  private readonly files = JSON.parse(this.$root.dataset["files"] ?? "{}") as CoachFiles;
  private readonly screen = new Screen(this.$root, this.lead);
  private readonly sound = new Sound(this.part("heard"));
  private readonly soundButton = new SoundButton(this.sound, this.part("sound"), this.part("sound-label"), this.lead.words);
  private readonly lock = new WakeLock();
  private readonly clock = new Clock();
  private readonly tally = new Tally();
  private readonly ghost = new Ghost(this.$root, this.lead);
  private readonly outlined = new Outlined(this.$root);
  private state: State = "choose";
  private rung: Rung | null = null;
  private measured: Measured | null = null;
  private isPaused = false;
  private isEnding = false;
  private tapTimer = 0;

  start(): void {
    this.part("ways").hidden = false;
    for (const $way of this.$root.querySelectorAll<HTMLElement>("[data-by]:is(button)")) {
      $way.addEventListener("click", () => void this.use($way.dataset["by"] as By));
    }
    this.part("pause").addEventListener("click", () => this.pause(!this.isPaused));
    this.part("finish").addEventListener("click", () => void this.finish());
    this.part("other").addEventListener("click", () => void this.otherWay());
    this.part("pain").addEventListener("click", (event) => this.tellPain(event.target));
    this.$root.querySelector("form")?.addEventListener("submit", () => this.send());
    document.addEventListener("keydown", (event) => this.key(event));
    addEventListener("pagehide", () => void this.leave());
    this.screen.state("choose");
  }

  // --- who counts ------------------------------------------------------------------------------

  /** From now on this one; what was counted stays. */
  private async use(by: By): Promise<void> {
    await this.letGo();
    if (by === "camera" || by === "phone") this.isHeardAcrossTheRoom();
    const rung = rungOf(by, this.lead, this.files, this.screen, this, this.keeping(by));
    this.rung = rung;
    this.clock.run();
    this.lock.hold();
    this.tally.goOn(by, this.clock.seconds);
    this.screen.by(by);
    this.screen.count(this.tally);
    if (by === "tap" || by === "timer") this.enter("set");
    else if (this.state === "choose") this.enter("loading");
    if (by === "camera") await this.ghost.load();
    const isOn = await rung.start();
    if (!isOn || this.rung !== rung) return;
    if (this.state === "loading") this.enter("set-up");
    if (by === "tap") this.waitForTap();
  }

  /** Only where it was asked for, on this page, this time. */
  private keeping(by: By): Keep | null {
    const $keeps = this.partOrNull<HTMLInputElement>("keeps");
    if ($keeps?.checked !== true) return null;
    const { exercise } = this.lead;
    const title = document.querySelector("h1")?.textContent ?? exercise;
    return (what) => {
      const count = this.tally.countBy(by);
      const set = { id: crypto.randomUUID(), exercise, title, at_ms: Date.now(), count, ...what };
      return keepRecording(set).catch(() => undefined); // a full disk keeps no set from ending
    };
  }

  private async letGo(): Promise<void> {
    clearTimeout(this.tapTimer);
    const { rung } = this;
    this.rung = null;
    this.placed(null, false);
    if (rung === null) return;
    this.tally.stand(this.clock.seconds);
    this.measured = (await rung.stop()) ?? this.measured;
  }

  private async otherWay(): Promise<void> {
    const { by } = this.tally;
    await this.use(by === "camera" && this.lead.has_phone ? "phone" : by === "tap" ? "timer" : "tap");
  }

  broke(cause: Cause): void {
    if (this.isEnding || this.state === "finished") return;
    const { to, phrase } = stepDown(cause);
    const words = this.lead.phrases[phrase] ?? "";
    void this.use(to).then(() => this.tell(words));
  }

  private waitForTap(): void {
    clearTimeout(this.tapTimer);
    this.tapTimer = setTimeout(() => {
      if (!this.isPaused && this.rung?.by === "tap") this.broke("timer");
    }, NO_TAP_MS);
  }

  // --- what is heard of the set ----------------------------------------------------------------

  loading(words: string): void {
    if (this.state === "choose") this.enter("loading");
    this.screen.cue(words);
  }

  look(look: Look): void {
    if (this.state === "set-up") {
      const words = this.lead.phrases[look.see] ?? "";
      this.screen.cue(words);
      if (look.isInPlace) this.begin(words);
    }
    this.$root.toggleAttribute("data-unseen", look.isUnseen);
  }

  private begin(words: string): void {
    this.enter("set");
    this.clock.run();
    this.tally.stand(this.clock.seconds);
    this.tally.goOn(this.tally.by ?? "tap", this.clock.seconds);
    this.tell(words);
    this.sound.signal("work");
  }

  moved(counted: number, partials: number, cue: string | null): void {
    if (this.isPaused || this.isEnding || this.state !== "set") return;
    this.tally.counted(counted);
    this.tally.halfway(partials);
    this.screen.count(this.tally);
    if (this.tally.by === "tap") this.waitForTap();
    if (counted > 0) this.say(cue);
    else if (cue !== null) this.tell(cue);
  }

  /** The count, then what comes now or the cue; a beep where nothing can speak. */
  private say(cue: string | null): void {
    const { done, turn } = placeOf(this.tally.count, this.lead.target);
    const { words } = this.lead;
    const now = { "go-on": cue ?? "", last: words.last, "change-sides": words.change_sides, rest: words.rest, enough: words.enough }[turn];
    this.screen.cue(now);
    if (this.sound.speaks) this.sound.say([String(done), now].filter((one) => one !== "").join(". "));
    else this.sound.count(done);
    if (turn !== "enough") return;
    this.isEnding = true;
    setTimeout(() => void this.finish(), LAST_MS);
  }

  advised(advice: string): void {
    if (this.isPaused || this.isEnding || this.state !== "set") return;
    this.tell(this.lead.phrases[advice] ?? "");
    this.part("pain").hidden = advice === END_SET;
    if (advice !== END_SET) return;
    this.isEnding = true;
    setTimeout(() => void this.finish(), HEARD_MS);
  }

  /** Asked when the way there shrinks; with more pain than before our Python ends the set. */
  private tellPain($on: EventTarget | null): void {
    if (!($on instanceof HTMLButtonElement)) return;
    this.part("pain").hidden = true;
    this.rung?.tellPain?.(Number($on.value));
  }

  cue(words: string): void {
    if (!this.isPaused && !this.isEnding) this.tell(words);
  }

  beat(words: string): void {
    if (!this.isPaused && !this.isEnding) this.screen.note(words);
  }

  share(share: number): void {
    this.screen.share(share);
    this.ghost.share(share);
  }

  placed(place: Place | null, isWaiting: boolean): void {
    this.ghost.place(place, isWaiting && this.state === "set" && !this.isPaused);
    this.outlined.place(place);
  }

  hand(): void {
    if (this.state === "set") this.pause(!this.isPaused);
  }

  private tell(words: string): void {
    if (words === "") return;
    this.screen.cue(words);
    this.sound.say(words);
  }

  // --- pause, end ------------------------------------------------------------------------------

  private pause(isPaused: boolean): void {
    if (this.state !== "set" || this.isEnding) return;
    this.isPaused = isPaused;
    this.rung?.pause(isPaused);
    this.screen.paused(isPaused);
    const { words } = this.lead;
    if (isPaused) {
      this.tally.stand(this.clock.seconds);
      clearTimeout(this.tapTimer);
    } else {
      this.tally.goOn(this.tally.by ?? "tap", this.clock.seconds);
      if (this.tally.by === "tap") this.waitForTap();
    }
    this.tell(isPaused ? (this.tally.by === "camera" ? words.paused : words.paused_tap) : words.going_on);
  }

  private async finish(): Promise<void> {
    if (this.state === "finished") return;
    this.isEnding = true;
    await this.letGo();
    this.lock.release();
    this.part<HTMLInputElement>("result").value = toldOf(this.lead, this.tally.told(), this.measured);
    this.screen.done(this.tally);
    this.enter("finished");
    this.part("finished").focus();
    this.sound.signal("done");
  }

  /** Whoever counted otherwise has the last word. */
  private send(): void {
    hush();
    const said = this.$root.querySelector<HTMLInputElement>("[data-by-hand] input")?.value ?? "";
    if (said.trim() !== "") this.part<HTMLInputElement>("result").value = "";
  }

  private async leave(): Promise<void> {
    hush();
    await this.letGo();
  }

  private key(event: KeyboardEvent): void {
    if (event.key === "Escape") this.part("stop").click();
  }

  // --- what is shown -----------------------------------------------------------------------------

  private enter(state: State): void {
    if (this.state === state) return;
    this.state = state;
    this.screen.state(state);
    if (state === "set") this.screen.cue(this.lead.words.begun);
  }

  private isHeardAcrossTheRoom(): void {
    this.sound.acrossTheRoom();
    this.soundButton.paint();
  }
}
