/** A figure and its buttons: it plays by itself, or follows whoever leads. */

import { placeAt, lengthOf, type Beat } from "../schedule/schedule.ts";
import { Moving } from "./moving.ts";
import type { Painter } from "./painter.ts";
import { previewOf, shotOf, stillOf, type BreathBy, type Shot, type Way } from "./rep.ts";
import { STEP_DEG, turnByHand } from "./turning.ts";
import type { Key } from "./track.ts";

/** What to show now; null leaves what is shown. */
export type Source = () => Shot | null;

const SLOW = 0.5;
const NEAR_PHASE = 0.05;

export class Show {
  private readonly $root: HTMLElement;
  private readonly moving: Moving;
  private readonly rep: readonly Beat[];
  private readonly breath: BreathBy;
  private readonly stillness = matchMedia("(prefers-reduced-motion: reduce)");
  /** The start and every key pose with words, as paper shows them: no two look alike. */
  private readonly poses: readonly Key[];
  private source: Source;
  private shown: Shot | null = null;
  private gone_s = 0;
  private last_ms = 0;
  private speed = 1;
  private isPaused = false;
  private offersStill = false;
  private isOtherSide = false;
  private pose: number;

  /** Null where the drawing cannot be had; the card stays then. */
  static async on($root: HTMLElement, beats: readonly Beat[], breath: BreathBy): Promise<Show | null> {
    const $box = $root.querySelector<HTMLElement>("[data-track]");
    const moving = $box === null ? null : await Moving.over($box);
    if ($box === null || moving === null) return null;
    turnByHand($box, (way_deg) => moving.turnAlong(way_deg));
    return new Show($root, moving, beats, breath);
  }

  private constructor($root: HTMLElement, moving: Moving, beats: readonly Beat[], breath: BreathBy) {
    this.$root = $root;
    this.moving = moving;
    this.breath = breath;
    this.rep = previewOf(beats);
    this.poses = moving.painter.track.data.keys.filter(({ label }, n) => n === 0 || label !== "");
    this.pose = this.poses.findIndex(({ at }) => at === this.way.main);
    this.source = this.preview;
    this.wire();
    requestAnimationFrame(this.frame);
  }

  private get isStill(): boolean {
    return this.stillness.matches;
  }

  /** The body alone, from here; null: all there is, as at first. */
  lookFrom(turn_deg: number | null): void {
    this.moving.lookFrom(turn_deg);
  }

  get way(): Way {
    return this.painter.track.data;
  }

  get painter(): Painter {
    return this.moving.painter;
  }

  /** From now on what somebody else says; null: by itself again. */
  follow(source: Source | null): void {
    this.source = source ?? this.preview;
    this.$root.dataset["led"] = source === null ? "" : "on";
  }

  /** What a leader's beats mean for the figure, with or without motion. */
  shotAt(beats: readonly Beat[], seconds: number): Shot | null {
    const place = placeAt(beats, seconds);
    if (place === null) return null;
    return this.isStill ? stillOf(beats, place, this.way) : shotOf(beats, place, this.way, this.breath);
  }

  private readonly frame = (now_ms: number): void => {
    const step_s = Math.min(0.1, (now_ms - this.last_ms) / 1000);
    this.last_ms = now_ms;
    if (!this.isPaused) this.gone_s += step_s * this.speed;
    if (this.isStill !== this.offersStill) this.offer();
    const shot = this.source();
    if (shot !== null) this.show(shot);
    requestAnimationFrame(this.frame);
  };

  private show(shot: Shot): void {
    const isMirrored = shot.isMirrored !== this.isOtherSide;
    const { shown } = this;
    if (shown?.phase === shot.phase && shown.breath === shot.breath && shown.isMirrored === isMirrored) return;
    this.shown = { ...shot, isMirrored };
    this.moving.painter.isMirrored = isMirrored;
    this.moving.show(shot.phase, shot.breath);
    this.label(shot.phase);
  }

  private readonly preview: Source = () => {
    if (this.isStill || this.rep.length === 0) return this.keyPose();
    return this.shotAt(this.rep, this.gone_s % lengthOf(this.rep));
  };

  private keyPose(): Shot {
    return { phase: this.poses[this.pose]?.at ?? 0, breath: 0, isMirrored: false };
  }

  private label(phase: number): void {
    const $label = this.$root.querySelector<HTMLElement>("[data-label]");
    const key = this.poses.find(({ at, label }) => label !== "" && Math.abs(at - phase) < NEAR_PHASE);
    const isStart = this.isStill && this.source === this.preview;
    const words = key?.label ?? (isStart ? ($label?.dataset["start"] ?? "") : "");
    if ($label !== null && $label.textContent !== words) $label.textContent = words;
  }

  // --- buttons ---------------------------------------------------------------------------------

  private wire(): void {
    const $controls = this.$root.querySelector<HTMLElement>("[data-controls]");
    if ($controls === null) return;
    $controls.hidden = false;
    this.offer();
    this.press("pause", () => (this.isPaused = !this.isPaused));
    this.press("slow", () => (this.speed = this.speed === 1 ? SLOW : 1) === SLOW);
    this.press("mirror", () => (this.isOtherSide = !this.isOtherSide));
    this.press("turn", () => this.moving.turnBy(STEP_DEG));
    this.press("pose", () => this.nextPose());
  }

  /** The buttons that do something, with motion or without. */
  private offer(): void {
    this.offersStill = this.isStill;
    if (this.$root.querySelector("[data-controls]") === null) return;
    const isMoving = !this.isStill && this.rep.length > 0;
    for (const name of ["pause", "slow"]) this.button(name).hidden = !isMoving;
    this.button("pose").hidden = !this.isStill || this.poses.length === 1;
  }

  private button(name: string): HTMLButtonElement {
    return this.$root.querySelector<HTMLButtonElement>(`[data-do="${name}"]`)!;
  }

  /** A button that stays pressed where its action says so. */
  private press(name: string, act: () => boolean | void): void {
    const $button = this.button(name);
    $button.addEventListener("click", () => {
      const isOn = act();
      if (typeof isOn === "boolean") $button.setAttribute("aria-pressed", String(isOn));
    });
  }

  private nextPose(): void {
    this.pose = (this.pose + 1) % this.poses.length;
  }
}
