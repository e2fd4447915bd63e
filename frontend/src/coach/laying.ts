/** How a drawing comes to lie over a body in the mirrored picture. Geometry alone. */

import type { Place, Spot } from "./protocol.ts";

export type Vector = readonly [number, number, number];
export type Point = readonly [number, number];

/** A figure's shoulders and hips, each left and right, metres. */
export interface Trunk {
  readonly shoulders: readonly Vector[];
  readonly hips: readonly Vector[];
}

/** From where a figure is looked at, and whether it is its mirror image that is meant. */
export interface Stance {
  readonly turn_deg: number;
  readonly isMirrored: boolean;
}

/** Where the drawing's own hips are, and how long its trunk is, before it is moved. */
export interface Drawn {
  readonly hip: Point;
  readonly trunk: number;
}

/** By how much the drawing grows, and where its corner goes then; it is mirrored as the picture is. */
export interface Laid {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly wide: number;
  readonly high: number;
}

/** A side that is seen so much from above or below shows nothing of itself: of its whole length. */
const LEVEL = 0.5;
/** Trunks that lie farther apart than this, as a cosine, are not of one posture. */
const ALIKE = 0.7;

/** From where the figure shows what is seen of the body; null: from nowhere at its own height. */
export function stanceOf(trunk: Trunk, from: Place["seen_from"], isMirrored: boolean): Stance | null {
  const near = nearOf(trunk, from, isMirrored);
  if (Math.hypot(near[0], near[1]) < LEVEL * Math.hypot(...near)) return null;
  return { turn_deg: Math.round((Math.atan2(near[0], -near[1]) * 180) / Math.PI), isMirrored };
}

/** Which way from the figure the eye is. In its mirror image the sides have changed places. */
function nearOf(trunk: Trunk, from: Place["seen_from"], isMirrored: boolean): Vector {
  const { shoulders, hips } = trunk;
  const [lefts, rights] = [0, 1].map((side) => plus(shoulders[side]!, hips[side]!));
  const right = less(rights!, lefts!);
  if (from === "front") return cross(upOf(trunk), right);
  return (from === "right") === isMirrored ? less([0, 0, 0], right) : right;
}

function upOf({ shoulders, hips }: Trunk): Vector {
  return less(plus(shoulders[0]!, shoulders[1]!), plus(hips[0]!, hips[1]!));
}

/** The picture as it lies in its view: whole, in the middle, mirrored. */
export function inView([x, y]: Spot, picture: Size, view: Size): Point {
  const zoom = zoomOf(picture, view);
  return [view.wide / 2 + (0.5 - x) * picture.wide * zoom, view.high / 2 + (y - 0.5) * picture.high * zoom];
}

export function zoomOf(picture: Size, view: Size): number {
  return Math.min(view.wide / picture.wide, view.high / picture.high);
}

/** Whether the figure's trunk lies as the body's does in the picture: both feet or both heads the same way. */
export function liesAlike(trunk: Trunk, { turn_deg, isMirrored }: Stance, place: Place, picture: Size): boolean {
  const turn = (turn_deg * Math.PI) / 180;
  const [x, y, z] = upOf(trunk);
  const across = x * Math.cos(turn) + y * Math.sin(turn);
  const ours = [isMirrored ? -across : across, -z] as const;
  const theirs = [
    (place.shoulder[0] - place.hip[0]) * picture.wide,
    (place.shoulder[1] - place.hip[1]) * picture.high,
  ] as const;
  const dot = ours[0] * theirs[0] + ours[1] * theirs[1];
  return dot > 0 && dot >= ALIKE * Math.hypot(...ours) * Math.hypot(...theirs);
}

/** Hips on hips, and the trunk as long. */
export function laidOver({ hip, trunk }: Drawn, place: Place, picture: Size, view: Size): Laid {
  const scale = (place.trunk * picture.wide * zoomOf(picture, view)) / trunk;
  const [x, y] = inView(place.hip, picture, view);
  return { scale, x: x + scale * hip[0], y: y - scale * hip[1] };
}

/** As a style has it: mirrored as the picture is. */
export function matrixOf({ scale, x, y }: Laid): string {
  return `matrix(${(-scale).toFixed(4)}, 0, 0, ${scale.toFixed(4)}, ${x.toFixed(1)}, ${y.toFixed(1)})`;
}

function plus(a: Vector, b: Vector): Vector {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}

function less(a: Vector, b: Vector): Vector {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}
