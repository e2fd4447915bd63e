/** How this device is heard: voice, beeps only, or quiet. Kept here, for each wish in the settings. */

import { voiceWish } from "../voice/voice.ts";

export type SoundMode = "voice" | "beeps" | "quiet";

export const MODES: readonly SoundMode[] = ["voice", "beeps", "quiet"];

/** Kept by the wish, so that a new choice in the settings is not outvoted by an old tap. */
function name(): string {
  return `loosen-sound-${voiceWish()}`;
}

export function keptMode(): SoundMode {
  return chosenMode() ?? (voiceWish() === "on" ? "voice" : "beeps");
}

/** What was tapped here before; null where nobody chose. */
export function chosenMode(): SoundMode | null {
  const kept = localStorage.getItem(name());
  return MODES.find((mode) => mode === kept) ?? null;
}

export function keepMode(mode: SoundMode): void {
  localStorage.setItem(name(), mode);
}
