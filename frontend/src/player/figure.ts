/** The figure of the step: it plays while one looks, and keeps the player's beat once it runs. */

import { Show } from "../figure/show.ts";
import type { Beat } from "../schedule/schedule.ts";

export class LedFigure {
  private readonly $root: HTMLElement;
  private readonly beats: readonly Beat[];
  private readonly gone_s: () => number;
  private show: Show | null = null;
  private isLed = false;

  /** `gone_s` gives the seconds of the player's clock. */
  constructor($root: HTMLElement, beats: readonly Beat[], gone_s: () => number) {
    this.$root = $root;
    this.beats = beats;
    this.gone_s = gone_s;
    const $figure = $root.querySelector<HTMLElement>("[data-figure]");
    if ($figure !== null && $figure.querySelector("[data-track]") !== null) void this.begin($figure);
  }

  /** Whether the player leads it now, or it plays by itself. */
  lead(isLed: boolean): void {
    this.isLed = isLed;
    this.show?.follow(isLed ? () => this.show!.shotAt(this.beats, this.gone_s()) : null);
  }

  /** Line by line: the picture of that step, or of the last one before it that has a picture. */
  line(index: number): void {
    const $steps = [...this.$root.querySelectorAll<HTMLElement>("[data-step]")];
    const $now = $steps.filter(($step) => Number($step.dataset["step"]) <= index + 1).at(-1) ?? $steps[0];
    for (const $step of $steps) $step.toggleAttribute("data-now", $step === $now);
  }

  private async begin($figure: HTMLElement): Promise<void> {
    const breath = $figure.dataset["breathBy"] === "move" ? "move" : "self";
    this.show = await Show.on($figure, this.beats, breath);
    this.lead(this.isLed);
  }
}
