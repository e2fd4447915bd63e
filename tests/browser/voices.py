"""A device whose voices, tones and shaking a test can choose, and whose every sound it keeps."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

OWN = '{ name: "own", lang: "en-GB", localService: true, default: false }'
OF_A_CLOUD = '{ name: "cloud", lang: "en-GB", localService: false, default: true }'

FAKE = """
(() => {
  const kept = { said: [], tones: [], buzzes: [], last: null };
  globalThis.kept = kept;
  const waiting = [];
  let voices = %s;
  globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  const mouth = {
    speaking: false, pending: false,
    getVoices: () => voices,
    addEventListener: (_, act) => waiting.push(act),
    cancel() { mouth.speaking = false; },
    speak(words) {
      mouth.speaking = true;
      kept.last = words;
      kept.said.push([words.text, words.voice.name]);
    },
  };
  Object.defineProperty(globalThis, "speechSynthesis", { value: mouth });
  globalThis.finishesSpeaking = () => { mouth.speaking = false; kept.last?.onend?.(); };
  globalThis.findsVoices = (found) => { voices = found; waiting.forEach((act) => act()); };
  navigator.vibrate = (pattern) => { kept.buzzes.push([...pattern]); return true; };
  const level = {
    setValueAtTime() {}, exponentialRampToValueAtTime() {},
    linearRampToValueAtTime: (peak) => kept.tones.push(peak),
  };
  const part = () =>
    ({ frequency: {}, gain: level, connect: (next) => next, start() {}, stop() {} });
  globalThis.AudioContext = class {
    currentTime = 0;
    resume() {}
    createOscillator() { return part(); }
    createGain() { return part(); }
  };
})();
"""


@dataclass(frozen=True, slots=True)
class Device:
    """What the device did so far."""

    page: Page

    @property
    def said(self) -> list[str]:
        """Every passage that a voice was given, in order."""
        return [words for words, _ in self.kept("said")]

    @property
    def tones(self) -> list[float]:
        """How loud each note was, from 0 to 1."""
        return [float(peak) for peak in self.kept("tones")]

    @property
    def buzzes(self) -> list[list[int]]:
        """Each shaking, in milliseconds on and off."""
        return list(self.kept("buzzes"))

    def kept(self, what: str) -> Any:
        return self.page.evaluate(f"globalThis.kept.{what}")

    def finishes_speaking(self) -> None:
        """What was being said is over."""
        self.page.evaluate("globalThis.finishesSpeaking()")

    def finds_voices(self, *voices: str) -> None:
        """The browser lists these now; it was not done before."""
        self.page.evaluate(f"globalThis.findsVoices([{', '.join(voices)}])")


def device_with(page: Page, *voices: str) -> Device:
    """From the next page on, the device has these voices."""
    page.add_init_script(FAKE % f"[{', '.join(voices)}]")
    return Device(page)
