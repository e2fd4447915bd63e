/** Soft tones, made on the spot. Work and rest sound different, so that one can close the eyes. */

export type Tone = "tick" | "work" | "rest" | "done" | "waiting";

const PITCHES: Record<Tone, readonly number[]> = {
  tick: [660],
  work: [523, 784],
  rest: [523, 392],
  done: [523, 659, 784],
  waiting: [440, 440],
};
const NOTE_S = 0.16;

let context: AudioContext | null = null;

export function play(tone: Tone): void {
  if (!("AudioContext" in globalThis)) return;
  context ??= new AudioContext();
  void context.resume();
  const begin = context.currentTime + 0.02;
  PITCHES[tone].forEach((pitch, index) => note(context as AudioContext, pitch, begin + index * NOTE_S));
}

function note(sound: AudioContext, pitch: number, at: number): void {
  const source = sound.createOscillator();
  const level = sound.createGain();
  source.frequency.value = pitch;
  level.gain.setValueAtTime(0, at);
  level.gain.linearRampToValueAtTime(0.18, at + 0.02);
  level.gain.exponentialRampToValueAtTime(0.001, at + NOTE_S);
  source.connect(level).connect(sound.destination);
  source.start(at);
  source.stop(at + NOTE_S);
}
