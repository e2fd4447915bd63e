/**
 * The player's one mouth. What it says goes to the device's voice or to the screen reader, never
 * to both; that it is written as well is the stage's business. Beeps step back under the voice.
 */

import { buzz } from "../buzz/buzz.ts";
import { chosenMode, keepMode, keptMode, MODES, type SoundMode } from "../tones/mode.ts";
import { play, type Tone } from "../tones/tones.ts";
import { hush, ownVoice, say } from "../voice/voice.ts";

export class Sound {
  mode: SoundMode = keptMode();
  private readonly $heard: HTMLElement;

  /** `$heard`: a live region that nobody sees. */
  constructor($heard: HTMLElement) {
    this.$heard = $heard;
  }

  /** True where words are really spoken, so that a screen reader need not say them too. */
  get speaks(): boolean {
    return this.mode === "voice" && hasVoice();
  }

  /** What it comes to on this device: without a voice of its own, beeps. */
  get heardAs(): SoundMode {
    return this.mode === "voice" && !hasVoice() ? "beeps" : this.mode;
  }

  /** The next mode; voice is passed over where the device has none of its own. */
  change(): void {
    const open = MODES.filter((mode) => mode !== "voice" || hasVoice());
    this.mode = open[(open.indexOf(this.heardAs) + 1) % open.length] ?? "quiet";
    keepMode(this.mode);
    hush();
    this.$heard.textContent = "";
  }

  /** Whoever moves cannot read: here the voice is on, unless another way was tapped before. */
  acrossTheRoom(): void {
    this.mode = chosenMode() ?? "voice";
  }

  say(text: string): void {
    const isSpoken = this.speaks && say(text) !== null;
    this.$heard.textContent = isSpoken ? "" : text;
  }

  /** A counted second: a word or a tick. A screen reader is left out of it, it could not keep up. */
  count(number: number): void {
    if (this.speaks) say(String(number));
    else this.signal("tick");
  }

  signal(tone: Tone): void {
    if (this.mode !== "quiet") play(tone);
    buzz(tone);
  }
}

function hasVoice(): boolean {
  return ownVoice(document.documentElement.lang) !== null;
}
