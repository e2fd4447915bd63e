/** The button that tells how this device is heard, and changes it. */

import type { SoundMode } from "../tones/mode.ts";
import { whenVoicesChange } from "../voice/voice.ts";
import type { Sound } from "./sound.ts";

export interface SoundWords {
  readonly voice_on: string;
  readonly beeps_only: string;
  readonly quiet: string;
}

export class SoundButton {
  private readonly sound: Sound;
  private readonly $button: HTMLElement;
  private readonly $label: HTMLElement;
  private readonly words: Readonly<Record<SoundMode, string>>;

  constructor(sound: Sound, $button: HTMLElement, $label: HTMLElement, { voice_on, beeps_only, quiet }: SoundWords) {
    this.sound = sound;
    this.$button = $button;
    this.$label = $label;
    this.words = { voice: voice_on, beeps: beeps_only, quiet };
    $button.addEventListener("click", () => this.change());
    whenVoicesChange(() => this.paint());
    this.paint();
  }

  change(): void {
    this.sound.change();
    this.paint();
  }

  paint(): void {
    const mode = this.sound.heardAs;
    this.$button.dataset["mode"] = mode;
    this.$label.textContent = this.words[mode];
  }
}
