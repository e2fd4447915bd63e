/** Soft tones, made on the spot. Work and rest sound different, so that one can close the eyes. */

import { isSpeaking } from "../voice/voice.ts";

export type Tone = "tick" | "work" | "rest" | "done" | "waiting";

const PITCHES: Record<Tone, readonly number[]> = {
  tick: [660],
  work: [523, 784],
  rest: [523, 392],
  done: [523, 659, 784],
  waiting: [440, 440],
};
const NOTE_S = 0.16;

const LOUD = 0.18;
const UNDER_THE_VOICE = 0.05;

let context: AudioContext | null = null;

export function play(tone: Tone): void {
  if (!("AudioContext" in globalThis)) return;
  if (context === null) stepAside();
  context ??= new AudioContext();
  void context.resume();
  const begin = context.currentTime + 0.02;
  PITCHES[tone].forEach((pitch, index) => note(context as AudioContext, pitch, begin + index * NOTE_S));
}

/** Where the device can be told: music goes softer for a moment, and does not stop. */
function stepAside(): void {
  const { audioSession } = navigator as { audioSession?: { type: string } };
  if (audioSession !== undefined) audioSession.type = "transient";
}

function note(sound: AudioContext, pitch: number, at: number): void {
  const source = sound.createOscillator();
  const level = sound.createGain();
  source.frequency.value = pitch;
  level.gain.setValueAtTime(0, at);
  level.gain.linearRampToValueAtTime(isSpeaking() ? UNDER_THE_VOICE : LOUD, at + 0.02);
  level.gain.exponentialRampToValueAtTime(0.001, at + NOTE_S);
  source.connect(level).connect(sound.destination);
  source.start(at);
  source.stop(at + NOTE_S);
}
