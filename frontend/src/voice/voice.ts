/** The device's own voices only: what is said never leaves it. None found: nothing is said. */

export function ownVoice(language: string): SpeechSynthesisVoice | null {
  if (!("speechSynthesis" in globalThis)) return null;
  const wanted = language.slice(0, 2).toLowerCase();
  const own = speechSynthesis.getVoices().filter((voice) => voice.localService);
  const fitting = own.filter((voice) => voice.lang.toLowerCase().startsWith(wanted));
  return fitting.find((voice) => voice.default) ?? fitting[0] ?? null;
}

/** Runs again when the browser has found its voices, which it may do late. */
export function whenVoicesChange(act: () => void): void {
  act();
  if ("speechSynthesis" in globalThis) speechSynthesis.addEventListener("voiceschanged", act);
}

/** Says it, over whatever is still being said. False where there is no voice of its own. */
export function say(text: string, language = document.documentElement.lang): boolean {
  const voice = ownVoice(language);
  if (voice === null || text === "") return false;
  const words = new SpeechSynthesisUtterance(text);
  words.voice = voice;
  words.lang = voice.lang;
  words.rate = 0.95;
  speechSynthesis.cancel();
  speechSynthesis.speak(words);
  return true;
}

export function hush(): void {
  if ("speechSynthesis" in globalThis) speechSynthesis.cancel();
}
