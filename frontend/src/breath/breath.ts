/** A disc and a voice that lead the breath; with reduced motion the words alone change. */

import { Component } from "../base/component.ts";
import { keptMode } from "../tones/mode.ts";
import { hush, isSpeaking, say } from "../voice/voice.ts";

const SMALL = "scale(0.5)";
const LARGE = "scale(1)";

export class Breath extends Component {
  static override readonly moduleName = "breath";
  private readonly in_s = Number(this.$root.dataset["in"] ?? "4");
  private readonly out_s = Number(this.$root.dataset["out"] ?? "6");
  private readonly isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;

  start(): void {
    addEventListener("pagehide", hush);
    this.breathe(true);
  }

  private breathe(isIn: boolean): void {
    const { inWords = "", outWords = "" } = this.$root.dataset;
    const seconds = isIn ? this.in_s : this.out_s;
    this.part("words").textContent = isIn ? inWords : outWords;
    this.lead(isIn ? inWords : outWords);
    if (!this.isStill) {
      const way = isIn ? [SMALL, LARGE] : [LARGE, SMALL];
      const timing = { duration: seconds * 1000, easing: "ease-in-out", fill: "forwards" } as const;
      this.part("disc").animate(way.map((transform) => ({ transform })), timing);
    }
    setTimeout(() => this.breathe(!isIn), seconds * 1000);
  }

  /** Said to whoever chose the voice, once the page itself has been read; never over it. */
  private lead(words: string): void {
    if (keptMode() === "voice" && !isSpeaking()) say(words);
  }
}
