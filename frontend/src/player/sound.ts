/** How the player is heard: voice, beeps only, or quiet. The choice stays on this device. */

import { play, type Tone } from "../tones/tones.ts";
import { hush, ownVoice, say } from "../voice/voice.ts";

export type SoundMode = "voice" | "beeps" | "quiet";

const KEPT_AS = "loosen-sound";
const MODES: readonly SoundMode[] = ["voice", "beeps", "quiet"];

export class Sound {
  mode: SoundMode;

  constructor(preferred: SoundMode) {
    const kept = localStorage.getItem(KEPT_AS);
    this.mode = MODES.find((mode) => mode === kept) ?? preferred;
  }

  /** True where words are really spoken, so that a screen reader need not say them too. */
  get speaks(): boolean {
    return this.mode === "voice" && ownVoice(document.documentElement.lang) !== null;
  }

  /** The next mode; voice is passed over where the device has none of its own. */
  change(): SoundMode {
    const hasVoice = ownVoice(document.documentElement.lang) !== null;
    const open = MODES.filter((mode) => mode !== "voice" || hasVoice);
    this.mode = open[(open.indexOf(this.mode) + 1) % open.length] ?? "quiet";
    localStorage.setItem(KEPT_AS, this.mode);
    hush();
    return this.mode;
  }

  say(text: string): void {
    if (this.mode === "voice") say(text);
  }

  beep(tone: Tone): void {
    if (this.mode !== "quiet") play(tone);
  }
}
