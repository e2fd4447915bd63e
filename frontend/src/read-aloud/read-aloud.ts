/**
 * A button that reads its passage with the device's own voice; hidden where there is none. Who
 * has chosen the voice need not tap: the page reads itself, and the button stops it.
 */

import { Component } from "../base/component.ts";
import { keptMode } from "../tones/mode.ts";
import { hush, isSpeaking, ownVoice, say, whenVoicesChange } from "../voice/voice.ts";

export class ReadAloud extends Component {
  static override readonly moduleName = "read-aloud";
  private readonly words = this.part("label").textContent ?? "";
  private isDue = keptMode() === "voice" && this.$root.dataset["byItself"] !== undefined;

  start(): void {
    whenVoicesChange(() => this.meetVoices());
    this.$root.addEventListener("click", () => this.toggle());
    for (const sign of ["pointerdown", "keydown"]) {
      document.addEventListener(sign, () => (this.isDue = false), { once: true });
    }
    addEventListener("pagehide", hush);
  }

  /** Read once by itself, as soon as there is a voice, unless the person was quicker. */
  private meetVoices(): void {
    const hasVoice = ownVoice(document.documentElement.lang) !== null;
    this.$root.hidden = !hasVoice;
    if (!hasVoice || !this.isDue) return;
    this.isDue = false;
    this.read();
  }

  private toggle(): void {
    if (isSpeaking()) this.end();
    else this.read();
  }

  private read(): void {
    const said = say(this.$root.dataset["text"] ?? "");
    if (said === null) return;
    this.show(this.$root.dataset["whileReading"] ?? this.words);
    said.onend = said.onerror = () => this.show(this.words);
  }

  private end(): void {
    hush();
    this.show(this.words);
  }

  private show(words: string): void {
    this.part("label").textContent = words;
  }
}
