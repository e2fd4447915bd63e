/** The device's own voices only: what is said never leaves it. None found: nothing is said. */

/** Null as well for whoever listens to a screen reader: two would talk over each other. */
export function ownVoice(language: string): SpeechSynthesisVoice | null {
  if (!("speechSynthesis" in globalThis) || voiceWish() === "reader") return null;
  const wanted = language.slice(0, 2).toLowerCase();
  const own = speechSynthesis.getVoices().filter((voice) => voice.localService);
  const fitting = own.filter((voice) => voice.lang.toLowerCase().startsWith(wanted));
  return fitting.find((voice) => voice.default) ?? fitting[0] ?? null;
}

/** What the person chose in the settings: on, off or reader. */
export function voiceWish(): string {
  return document.documentElement.dataset["voice"] ?? "off";
}

/** Runs again when the browser has found its voices, which it may do late. */
export function whenVoicesChange(act: () => void): void {
  act();
  if ("speechSynthesis" in globalThis) speechSynthesis.addEventListener("voiceschanged", act);
}

/** Says it, over whatever is still being said. Null where there is no voice of its own. */
export function say(text: string, language = document.documentElement.lang): SpeechSynthesisUtterance | null {
  const voice = ownVoice(language);
  if (voice === null || text === "") return null;
  const words = new SpeechSynthesisUtterance(text);
  words.voice = voice;
  words.lang = voice.lang;
  words.rate = 0.95;
  speechSynthesis.cancel();
  speechSynthesis.speak(words);
  return words;
}

export function isSpeaking(): boolean {
  return "speechSynthesis" in globalThis && (speechSynthesis.speaking || speechSynthesis.pending);
}

export function hush(): void {
  if ("speechSynthesis" in globalThis) speechSynthesis.cancel();
}
