/** A beat that goes on at its pace in a tab that nobody looks at: there the page's own is slowed down. */

const BEAT_MS = 500;

/** Called twice a second; where no worker can be had, as often as the page's own clock is let. */
export function onBeat(act: () => void): void {
  setInterval(act, BEAT_MS);
  document.addEventListener("visibilitychange", act);
  if (!("Worker" in globalThis)) return;
  try {
    const beater = new Worker(new URL("./beater.ts", import.meta.url), { type: "module" });
    beater.addEventListener("message", act);
    beater.postMessage(BEAT_MS);
  } catch {
    // An old browser; the alarm may then come up to a minute late while the tab is hidden.
  }
}
