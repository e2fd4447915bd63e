/** How far a worn phone is tilted from its rest: drawn while it is felt, and again from a recording. */

/** The drawing turns about the middle of its phone. */
export function tilt($drawing: Element, deg: number): void {
  $drawing.querySelector("[data-tilt]")?.setAttribute("transform", `rotate(${(-deg).toFixed(1)} 100 56)`);
}

/** Times and tilts by turns, at the pace at which they were lived through. */
export class TiltFilm {
  private readonly $drawing: Element;
  private readonly tilts: readonly number[];
  private began_ms = 0;
  private index = 0;
  private isOn = false;

  constructor($drawing: Element, tilts: readonly number[]) {
    this.$drawing = $drawing;
    this.tilts = tilts;
  }

  play(now_ms = performance.now()): void {
    this.began_ms = now_ms;
    this.index = 0;
    this.isOn = true;
    requestAnimationFrame((at_ms) => this.tick(at_ms));
  }

  stop(): void {
    this.isOn = false;
  }

  private tick(now_ms: number): void {
    if (!this.isOn || !this.$drawing.isConnected) return;
    const { tilts } = this;
    const gone_s = (now_ms - this.began_ms) / 1000;
    while (this.index + 2 < tilts.length && tilts[this.index + 2]! - tilts[0]! <= gone_s) this.index += 2;
    tilt(this.$drawing, tilts[this.index + 1] ?? 0);
    this.isOn = this.index + 2 < tilts.length;
    if (this.isOn) requestAnimationFrame((at_ms) => this.tick(at_ms));
  }
}
