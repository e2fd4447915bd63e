/** Whether pictures come too slowly for a movement to look smooth. Pure but for what it is told. */

const SLOW_MS = 21; // below 48 pictures a second
const PICTURES = 24; // as many say that it is no passing hitch
const PAUSE_MS = 200; // longer than this nothing moved

export class Pace {
  private last_ms = -Infinity;
  private sum_ms = 0;
  private count = 0;

  /** Told of each picture at its instant; true once each time that so many of them were too slow. */
  isTooSlow(now_ms: number): boolean {
    const step_ms = now_ms - this.last_ms;
    this.last_ms = now_ms;
    if (step_ms > PAUSE_MS) return this.anew();
    this.sum_ms += step_ms;
    this.count += 1;
    if (this.count < PICTURES) return false;
    const isSlow = this.sum_ms / this.count > SLOW_MS;
    this.anew();
    return isSlow;
  }

  private anew(): false {
    this.sum_ms = this.count = 0;
    return false;
  }
}
