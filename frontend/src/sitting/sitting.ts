/** Somebody sits and is watched, quietly: from the tap that asks for it to the tap that ends it. */

import { Component } from "../base/component.ts";
import { Clock } from "../clock/clock.ts";
import type { Cause } from "../coach/ladder.ts";
import type { CoachFiles, SittingEvent } from "../coach/protocol.ts";
import { Sound } from "../player/sound.ts";
import { SoundButton } from "../player/sound-button.ts";
import { hush } from "../voice/voice.ts";
import { WakeLock } from "../wake-lock/wake-lock.ts";
import { Drawing } from "./drawing.ts";
import type { Lead } from "./lead.ts";
import { Watcher, type Heard } from "./watcher.ts";

type State = "choose" | "loading" | "set-up" | "watch" | "ended";

/** What is in sight in which state. */
const SHOWN: Readonly<Record<string, readonly State[]>> = {
  choose: ["choose"],
  stage: ["loading", "set-up", "watch"],
  controls: ["loading", "set-up", "watch"],
  anew: ["watch"],
  pause: ["set-up", "watch"],
  ended: ["ended"],
};
const MINUTE_S = 60;

export class Sitting extends Component implements Heard {
  static override readonly moduleName = "sitting";
  private readonly lead = JSON.parse(this.$root.dataset["lead"] ?? "{}") as Lead;
  private readonly files = JSON.parse(this.$root.dataset["files"] ?? "{}") as CoachFiles;
  private readonly sound = new Sound(this.part("heard"));
  private readonly soundButton = new SoundButton(this.sound, this.part("sound"), this.part("sound-label"), this.lead.words);
  private readonly lock = new WakeLock();
  private readonly clock = new Clock();
  private readonly drawing = new Drawing(this.$root.querySelector<SVGElement>("[data-drawing]")!);
  private watcher: Watcher | null = null;
  private state: State = "choose";
  private isPaused = false;
  private wasHandUp = false;
  /** What was seen before our Python heard of the wish still has the old start. */
  private isStartWanted = false;

  start(): void {
    this.part("ways").hidden = false;
    for (const $begin of this.$root.querySelectorAll("[data-begin]")) {
      $begin.addEventListener("click", () => void this.begin());
    }
    this.part("anew").addEventListener("click", () => this.wantStart());
    this.part("pause").addEventListener("click", () => this.pause(!this.isPaused));
    this.part("end").addEventListener("click", () => this.end(this.watchedWords()));
    document.addEventListener("keydown", (event) => this.key(event));
    addEventListener("pagehide", () => this.leave());
    this.enter("choose");
  }

  // --- on and off --------------------------------------------------------------------------------

  private async begin(): Promise<void> {
    this.sound.acrossTheRoom();
    this.soundButton.paint();
    this.drawing.paint(null, null, null);
    this.clock.moveTo(0);
    this.show({ isPaused: false });
    this.enter("loading");
    this.lock.hold();
    const watcher = new Watcher(this.files, this.part<HTMLVideoElement>("video"), this);
    this.watcher = watcher;
    if ((await watcher.start()) && this.watcher === watcher) this.enter("set-up");
  }

  private end(words: string): void {
    this.letGo();
    this.write("done", words);
    this.enter("ended");
    this.part("ended").focus();
    this.sound.say(words);
  }

  private letGo(): void {
    this.clock.pause();
    this.lock.release();
    this.watcher?.close();
    this.watcher = null;
  }

  /** A page that comes back out of the browser's memory stands at its beginning. */
  private leave(): void {
    hush();
    this.letGo();
    this.enter("choose");
  }

  broke(cause: Cause): void {
    const words = this.lead.phrases[`sit-fall-${cause}`] ?? this.lead.phrases["sit-fall-died"] ?? "";
    this.end(`${words} ${this.lead.phrases["sit-without"] ?? ""}`);
  }

  private watchedWords(): string {
    const minutes = Math.round(this.clock.seconds / MINUTE_S);
    const { ended, watched, watched_one } = this.lead.words;
    const told = minutes === 1 ? watched_one : minutes > 1 ? watched.replace("{n}", String(minutes)) : "";
    return `${told} ${ended}`.trim();
  }

  // --- what is seen --------------------------------------------------------------------------------

  loading(what: "asking" | "loading"): void {
    this.write("cue", this.lead.words[what]);
  }

  seen(event: SittingEvent): void {
    this.hand(event.hand_is_up);
    if (this.isPaused) return;
    this.drawing.paint(event.now, event.own, event.share);
    this.$root.toggleAttribute("data-unseen", !event.is_sitting);
    if (event.start !== "known") this.isStartWanted = false;
    else if (!this.isStartWanted) this.startIsKnown();
    if (event.says !== null) this.tell(event);
    if (this.state === "watch") this.write("cue", this.lineOf(event));
    else if (event.says === null) this.waitFor(event);
  }

  private startIsKnown(): void {
    if (this.state !== "set-up") return;
    this.enter("watch");
    this.clock.run();
    this.sound.signal("done");
  }

  /** Said once; the nudge stays written until they sit as at the start, or have a new one. */
  private tell({ says, words }: SittingEvent): void {
    if (words === null) return;
    if (this.state === "set-up") this.write("cue", words);
    const isNudge = says === "sit-nudge";
    if (isNudge) this.write("nudge", words);
    this.part("nudge").hidden = !isNudge;
    this.sound.say(words);
    if (isNudge && !this.sound.speaks) this.sound.signal("rest");
  }

  private lineOf(event: SittingEvent): string {
    const { phrases } = this.lead;
    if (!event.is_sitting) return phrases["sit-empty"] ?? "";
    if (event.level === "as-begun") this.part("nudge").hidden = true;
    return phrases[event.level === null ? "sit-watching" : `sit-${event.level}`] ?? "";
  }

  /** Before there is a start: what is in the way stays written, though it is said no more. */
  private waitFor(event: SittingEvent): void {
    if (this.state !== "set-up") return;
    const id = event.unseen ?? (event.is_sitting ? "sit-start" : "sit-down");
    this.write("cue", this.lead.phrases[id] ?? "");
  }

  private hand(isUp: boolean): void {
    if (isUp && !this.wasHandUp) this.pause(!this.isPaused);
    this.wasHandUp = isUp;
  }

  // --- what is tapped --------------------------------------------------------------------------------

  private wantStart(): void {
    if (this.isPaused) this.pause(false);
    this.isStartWanted = true;
    this.watcher?.wantStart();
    this.part("nudge").hidden = true;
    this.drawing.paint(null, null, null);
    this.enter("set-up");
  }

  private pause(isPaused: boolean): void {
    if (this.state !== "set-up" && this.state !== "watch") return;
    this.watcher?.pause(isPaused);
    if (isPaused) this.clock.pause();
    else if (this.state === "watch") this.clock.run();
    this.show({ isPaused });
    const words = this.lead.words[isPaused ? "paused" : "going_on"];
    this.write("cue", words);
    this.sound.say(words);
  }

  private key(event: KeyboardEvent): void {
    if (event.key === "Escape" && this.watcher !== null) this.part("end").click();
  }

  // --- what is shown ---------------------------------------------------------------------------------

  private enter(state: State): void {
    this.state = state;
    this.$root.dataset["state"] = state;
    for (const [name, states] of Object.entries(SHOWN)) this.part(name).hidden = !states.includes(state);
    if (state === "loading") this.part("stage").focus();
    if (state === "watch") this.write("since", this.lead.words.since.replace("{at}", timeNow()));
  }

  private show({ isPaused }: { isPaused: boolean }): void {
    this.isPaused = isPaused;
    this.$root.toggleAttribute("data-paused", isPaused);
    this.write("pause-label", isPaused ? this.lead.words.go_on : this.lead.words.pause);
  }

  private write(name: string, text: string): void {
    const $part = this.part(name);
    if ($part.textContent !== text) $part.textContent = text;
  }
}

/** By the clock on the wall. */
function timeNow(): string {
  return new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}
