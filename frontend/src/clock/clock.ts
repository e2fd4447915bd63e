/** A stopwatch on the true clock: a tab that slept catches up, a pause keeps its place. */

export type Now = () => number;

export class Clock {
  private readonly now: Now;
  private gone = 0;
  private since: number | null = null;

  /** `now` gives milliseconds of the wall clock. */
  constructor(now: Now = Date.now) {
    this.now = now;
  }

  get isRunning(): boolean {
    return this.since !== null;
  }

  /** Seconds that have run, pauses left out; never less than nothing if the clock was set back. */
  get seconds(): number {
    const running = this.since === null ? 0 : Math.max(0, this.now() - this.since);
    return (this.gone + running) / 1000;
  }

  run(): void {
    this.since ??= this.now();
  }

  pause(): void {
    this.gone = this.seconds * 1000;
    this.since = null;
  }

  /** Goes to a place, running or paused as before. */
  moveTo(seconds: number): void {
    this.gone = Math.max(0, seconds) * 1000;
    if (this.since !== null) this.since = this.now();
  }
}
