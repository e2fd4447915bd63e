/** One who sits, from the side, twice: as they began, and as they are now. Lines alone, and true to scale. */

import type { Outline } from "../coach/protocol.ts";

/** Of the drawing: what a thigh measures in it, and where the hip is. */
const THIGH = 84;
const HIP = [112, 186] as const;
const NECK = 0.55;
/** The line beside: where the start is on it, and where the nudge would come. */
const LINE = { start: 72, nudge: 160, least: 40, most: 200 } as const;

export class Drawing {
  private readonly $root: SVGElement;

  constructor($root: SVGElement) {
    this.$root = $root;
  }

  /** Null: not known yet, and not drawn. */
  paint(now: Outline | null, own: Outline | null, share: number | null): void {
    this.figure("own", own);
    this.figure("now", now);
    this.level("own-level", own === null ? null : LINE.start);
    this.level("now-level", share === null ? null : placeOf(share));
  }

  private figure(name: string, outline: Outline | null): void {
    const $figure = this.$root.querySelector<SVGGElement>(`[data-${name}]`)!;
    $figure.toggleAttribute("hidden", outline === null);
    if (outline === null) return;
    const { head, neck, trunk, legs } = pathsOf(outline);
    const draw = (part: string, path: string) => $figure.querySelector(`[data-${part}]`)?.setAttribute("d", path);
    draw("neck", neck);
    draw("trunk", trunk);
    draw("legs", legs);
    draw("head", head);
  }

  private level(name: string, y: number | null): void {
    const $level = this.$root.querySelector<SVGGElement>(`[data-${name}]`)!;
    $level.toggleAttribute("hidden", y === null);
    if (y !== null) $level.setAttribute("transform", `translate(0 ${y.toFixed(1)})`);
  }
}

/** Where on the line so much of the way down is; what is far off stays at its end. */
export function placeOf(share: number): number {
  const y = LINE.start + share * (LINE.nudge - LINE.start);
  return Math.min(LINE.most, Math.max(LINE.least, y));
}

export interface Paths {
  readonly head: string;
  readonly neck: string;
  readonly trunk: string;
  readonly legs: string;
}

export function pathsOf(outline: Outline): Paths {
  const [ear, shoulder, hip, knee, ankle] = outline.map(([x, y]) => [HIP[0] + THIGH * x, HIP[1] - THIGH * y] as const);
  if (!ear || !shoulder || !hip || !knee || !ankle) return { head: "", neck: "", trunk: "", legs: "" };
  const neck = [shoulder[0] + NECK * (ear[0] - shoulder[0]), shoulder[1] + NECK * (ear[1] - shoulder[1])] as const;
  return {
    head: `M${at(ear)}h0.01`,
    neck: `M${at(shoulder)}L${at(neck)}`,
    trunk: `M${at(shoulder)}L${at(hip)}`,
    legs: `M${at(hip)}L${at(knee)}L${at(ankle)}`,
  };
}

function at(point: readonly [number, number]): string {
  return `${point[0].toFixed(1)} ${point[1].toFixed(1)}`;
}
