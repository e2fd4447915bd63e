/** Keeps the screen awake while a step runs; asked for again when the page is seen again. */

export class WakeLock {
  private wanted = false;
  private held: WakeLockSentinel | null = null;

  constructor() {
    document.addEventListener("visibilitychange", () => void this.take());
  }

  hold(): void {
    this.wanted = true;
    void this.take();
  }

  release(): void {
    this.wanted = false;
    void this.held?.release();
    this.held = null;
  }

  private async take(): Promise<void> {
    const isFree = this.held === null || this.held.released;
    if (!this.wanted || !isFree || document.hidden || !("wakeLock" in navigator)) return;
    try {
      this.held = await navigator.wakeLock.request("screen");
    } catch {
      // A low battery or an old phone may refuse; the clock is true, so nothing is lost.
      this.held = null;
    }
  }
}
