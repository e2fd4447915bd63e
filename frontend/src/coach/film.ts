/** A recording drawn as a figure, at the pace at which it was lived through. */

import { unpacked, type Unpacked } from "./unpacking.ts";

/** Pairs of landmarks by the part of the body; the page has an element for each. */
const BONES: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  trunk: [[11, 23], [12, 24], [11, 12], [23, 24]],
  arms: [[11, 13], [13, 15], [12, 14], [14, 16]],
  legs: [[23, 25], [25, 27], [24, 26], [26, 28], [27, 31], [28, 32]],
};
const HEAD = [7, 8] as const;
const HIGH = 75;

export class Film {
  private readonly $film: SVGSVGElement;
  private readonly frames: readonly Unpacked[];
  private began_ms = 0;
  private index = 0;
  private isOn = false;

  constructor($film: SVGSVGElement, frames: readonly ArrayBuffer[]) {
    this.$film = $film;
    this.frames = frames.map(unpacked);
    const first = this.frames[0];
    const wide = first === undefined ? 100 : (HIGH * first.wide_px) / first.high_px;
    $film.setAttribute("viewBox", `0 0 ${wide.toFixed(1)} ${HIGH}`);
    this.draw(wide);
  }

  play(now_ms = performance.now()): void {
    this.began_ms = now_ms;
    this.index = 0;
    this.isOn = true;
    requestAnimationFrame((at_ms) => this.tick(at_ms));
  }

  stop(): void {
    this.isOn = false;
  }

  private tick(now_ms: number): void {
    if (!this.isOn || !this.$film.isConnected) return;
    const { frames } = this;
    const gone_s = (now_ms - this.began_ms) / 1000;
    const first_s = frames[0]?.t_s ?? 0;
    while (this.index + 1 < frames.length && frames[this.index + 1]!.t_s - first_s <= gone_s) this.index += 1;
    this.draw(Number(this.$film.viewBox.baseVal.width));
    if (this.index + 1 < frames.length) requestAnimationFrame((at_ms) => this.tick(at_ms));
    else this.isOn = false;
  }

  private draw(wide: number): void {
    const lm = this.frames[this.index]?.lm ?? null;
    const at = (n: number) => `${(lm![4 * n]! * wide).toFixed(1)} ${(lm![4 * n + 1]! * HIGH).toFixed(1)}`;
    this.$film.toggleAttribute("data-nobody", lm === null);
    if (lm === null) return;
    for (const [name, bones] of Object.entries(BONES)) {
      const path = bones.map(([from, to]) => `M${at(from)}L${at(to)}`).join("");
      this.$film.querySelector(`[data-bones="${name}"]`)?.setAttribute("d", path);
    }
    this.$film.querySelector('[data-bones="head"]')?.setAttribute("d", `M${at(HEAD[0])}L${at(HEAD[1])}h0.01`);
  }
}
