/** Convex things beside the body seen from somewhere, as in `body/solids.py`. */

import type { View } from "./outline.ts";
import { PLACE_M, unpacked, type SolidData } from "./track.ts";

export type Point = readonly [number, number];
type Place = readonly [number, number, number];

/** A solid with its corners as places, metres. */
export interface Solid {
  readonly tone: string;
  readonly corners: readonly Place[];
  readonly lit: readonly Place[];
  readonly is_under: boolean;
  readonly layer: number;
  readonly over_m: number;
  readonly middle: Place;
}

/** One outline of a solid, metres right and up, and the tone it is painted in. */
export interface Face {
  readonly tone: string;
  readonly points: readonly Point[];
}

export function solidOf({ tone, corners, lit, is_under, layer, over_m }: SolidData): Solid {
  const places = placesOf(corners);
  const middle = [0, 1, 2].map((axis) => {
    const values = places.map((place) => place[axis]!);
    return (Math.min(...values) + Math.max(...values)) / 2;
  }) as unknown as Place;
  return { tone, corners: places, lit: placesOf(lit), is_under, layer, over_m, middle };
}

export function facesOf(solid: Solid, view: View): Face[] {
  const whole = { tone: solid.tone, points: hull(solid.corners.map((place) => seen(place, view))) };
  if (solid.lit.length === 0) return [whole];
  return [whole, { tone: `${solid.tone}-top`, points: hull(solid.lit.map((place) => seen(place, view))) }];
}

/** In the order in which they are painted. */
export function farFirst(solids: readonly Solid[], view: View): Solid[] {
  return [...solids].sort((a, b) => a.layer - b.layer || nearOf(a, view) - nearOf(b, view));
}

/** How near it counts as being to the eye, metres. */
export function nearOf({ middle, over_m }: Solid, { near }: View): number {
  return near[0] * middle[0] + near[1] * middle[1] + near[2] * middle[2] + over_m;
}

/** Metres right and up. */
export function seen([x, y, z]: Place, { right, up }: View): Point {
  return [right[0] * x + right[1] * y, up[0] * x + up[1] * y + up[2] * z];
}

function placesOf(text: string): Place[] {
  return unpacked(text, 3).map(([x, y, z]) => [x! * PLACE_M, y! * PLACE_M, z! * PLACE_M] as const);
}

/** The convex outline, counter-clockwise. */
function hull(points: readonly Point[]): Point[] {
  const ordered = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return [...half(ordered), ...half(ordered.reverse())];
}

function half(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    while (kept.length > 1 && turn(kept.at(-2)!, kept.at(-1)!, point) <= 0) kept.pop();
    kept.push(point);
  }
  return kept.slice(0, -1);
}

function turn(a: Point, b: Point, c: Point): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}
