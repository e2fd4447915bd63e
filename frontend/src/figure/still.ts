/**
 * Pictures that stand still, one or the steps of a change of place. Their cards stay until somebody
 * turns them or looks into the mirror; only then the drawing is fetched.
 */

import { Component } from "../base/component.ts";
import type { Moving } from "./moving.ts";
import { STEP_DEG, turnByHand } from "./turning.ts";

export class Still extends Component {
  static override readonly moduleName = "still";
  private readonly $boxes = [...this.$root.querySelectorAll<HTMLElement>("[data-track]")];
  private readonly drawn = new Map<HTMLElement, Promise<Moving | null>>();
  private isMirrored = false;

  start(): void {
    this.part("controls").hidden = false;
    this.button("turn").addEventListener("click", () => void this.all((one) => one.turnBy(STEP_DEG)));
    this.button("mirror").addEventListener("click", () => void this.mirror());
    for (const $box of this.$boxes) {
      turnByHand($box, (way_deg) => void this.of($box).then((one) => one?.turnAlong(way_deg)));
    }
  }

  private async mirror(): Promise<void> {
    const wanted = !this.isMirrored;
    if (!(await this.all((one) => one.mirror(wanted)))) return;
    this.isMirrored = wanted;
    this.button("mirror").setAttribute("aria-pressed", String(wanted));
  }

  /** All of them, or none and a line that says so. */
  private async all(change: (one: Moving) => void): Promise<boolean> {
    const found = await Promise.all(this.$boxes.map(($box) => this.of($box)));
    const isThere = found.every((one) => one !== null);
    this.part("away").hidden = isThere;
    if (isThere) for (const one of found) change(one!);
    return isThere;
  }

  /** What was not to be had is asked for again the next time. */
  private of($box: HTMLElement): Promise<Moving | null> {
    const known = this.drawn.get($box) ?? this.over($box);
    this.drawn.set($box, known);
    return known;
  }

  private async over($box: HTMLElement): Promise<Moving | null> {
    const moving = await import("./moving.ts").then(({ Moving }) => Moving.over($box)).catch(() => null);
    if (moving === null) this.drawn.delete($box);
    else moving.show(0, 0);
    return moving;
  }

  private button(name: string): HTMLButtonElement {
    return this.$root.querySelector<HTMLButtonElement>(`[data-do="${name}"]`)!;
  }
}
