/** Shapes seen from somewhere: ellipsoids projected, neighbours hulled into polygons.
 *
 * The same few lines as `body/outline.py`; a golden test holds the two within half a pixel.
 */

import type { Blob, Part, Pose } from "./track.ts";

/** An eye far away. Turn 0 looks at the right side, 90 at the front; tilt looks down; degrees. */
export class View {
  readonly right: readonly [number, number, number];
  readonly up: readonly [number, number, number];
  readonly near: readonly [number, number, number];

  constructor(turn_deg: number, tilt_deg: number) {
    const turn = (turn_deg * Math.PI) / 180;
    const tilt = (tilt_deg * Math.PI) / 180;
    const level = [Math.sin(turn), -Math.cos(turn)] as const;
    this.right = [Math.cos(turn), Math.sin(turn), 0];
    this.up = [-level[0] * Math.sin(tilt), -level[1] * Math.sin(tilt), Math.cos(tilt)];
    this.near = [level[0] * Math.cos(tilt), level[1] * Math.cos(tilt), Math.sin(tilt)];
  }
}

/** How much a breath adds: to depth and width of a blob by its own share. 1 is a full breath in. */
const WIDTH_OF_BREATH = 0.5;

/** A part at one instant in one view: made once, written anew for every picture. */
export class Shape {
  readonly part: Part;
  /** (x, y) of every point of every hull, pixels, down positive. */
  readonly hulls: Float64Array;
  /** How near the part lies to the eye: the mean of its blobs, metres. */
  near_m = 0;
  /** The same of its first blob. */
  root_m = 0;
  /** Each blob's middle (x, y, z) and the height of its lowest point, metres. */
  readonly grounds: Float64Array;
  private readonly rims: Float64Array;
  private readonly reach: Float64Array;
  private readonly compass: Float64Array;
  private readonly px_per_m: number;
  private xx = 0;
  private xy = 0;
  private yy = 0;

  constructor(part: Part, compass: Float64Array, px_per_m: number) {
    const directions = compass.length / 2;
    this.part = part;
    this.compass = compass;
    this.px_per_m = px_per_m;
    this.rims = new Float64Array(part.blobs.length * directions * 2);
    this.reach = new Float64Array(part.blobs.length * directions);
    this.grounds = new Float64Array(part.blobs.length * 4);
    this.hulls = new Float64Array((part.blobs.length - 1) * directions * 2);
  }

  get directions(): number {
    return this.compass.length / 2;
  }

  /** From the middle of its first blob to that of its last, metres. */
  along(): readonly [number, number, number] {
    const last = this.grounds.length - 4;
    const { grounds } = this;
    return [grounds[last]! - grounds[0]!, grounds[last + 1]! - grounds[1]!, grounds[last + 2]! - grounds[2]!];
  }

  see(pose: Pose, view: View, breath: number): void {
    this.near_m = 0;
    const { blobs } = this.part;
    for (let index = 0; index < blobs.length; index += 1) this.seeBlob(blobs[index]!, index, pose, view, breath);
    this.near_m /= blobs.length;
    this.hull();
  }

  private seeBlob(blob: Blob, index: number, pose: Pose, view: View, breath: number): void {
    const [joint, segment, ox, oy, oz, rx, ry, rz, swell] = blob;
    const { places, frames: f } = pose;
    const a = segment * 9;
    const x = places[joint * 3]! + f[a]! * ox + f[a + 1]! * oy + f[a + 2]! * oz;
    const y = places[joint * 3 + 1]! + f[a + 3]! * ox + f[a + 4]! * oy + f[a + 5]! * oz;
    const z = places[joint * 3 + 2]! + f[a + 6]! * ox + f[a + 7]! * oy + f[a + 8]! * oz;
    const deep = rx * (1 + swell * breath);
    const wide = ry * (1 + swell * breath * WIDTH_OF_BREATH);
    const near = view.near[0] * x + view.near[1] * y + view.near[2] * z;
    this.near_m += near;
    if (index === 0) this.root_m = near;
    this.stand(index, x, y, z, Math.hypot(f[a + 6]! * deep, f[a + 7]! * wide, f[a + 8]! * rz));
    this.spread(f, a, deep, wide, rz, view);
    const { right, up } = view;
    this.writeRim(index, right[0] * x + right[1] * y, up[0] * x + up[1] * y + up[2] * z);
  }

  private stand(index: number, x: number, y: number, z: number, reach: number): void {
    const { grounds } = this;
    grounds[index * 4] = x;
    grounds[index * 4 + 1] = y;
    grounds[index * 4 + 2] = z;
    grounds[index * 4 + 3] = z - reach;
  }

  /** The blob's ellipse in the picture, as the product of its half-axes with themselves. */
  private spread(f: Float64Array, a: number, deep: number, wide: number, high: number, { right, up }: View): void {
    this.xx = this.xy = this.yy = 0;
    for (let axis = 0; axis < 3; axis += 1) {
      const radius = axis === 0 ? deep : axis === 1 ? wide : high;
      const u = f[a + axis]! * radius;
      const v = f[a + 3 + axis]! * radius;
      const along = right[0] * u + right[1] * v;
      const over = up[0] * u + up[1] * v + up[2] * f[a + 6 + axis]! * radius;
      this.xx += along * along;
      this.xy += along * over;
      this.yy += over * over;
    }
  }

  /** The blob's edge by the direction in which it is farthest, and how far that is. */
  private writeRim(index: number, cx: number, cy: number): void {
    const { compass, rims, reach, directions, xx, xy, yy } = this;
    for (let n = 0, at = index * directions; n < directions; n += 1, at += 1) {
      const dx = compass[n * 2]!;
      const dy = compass[n * 2 + 1]!;
      const ax = xx * dx + xy * dy;
      const ay = xy * dx + yy * dy;
      const far = Math.sqrt(Math.max(ax * dx + ay * dy, 1e-12));
      rims[at * 2] = cx + ax / far;
      rims[at * 2 + 1] = cy + ay / far;
      reach[at] = cx * dx + cy * dy + far;
    }
  }

  private hull(): void {
    const { rims, reach, hulls, directions, px_per_m } = this;
    const count = (this.part.blobs.length - 1) * directions;
    for (let at = 0; at < count; at += 1) {
      const from = reach[at]! >= reach[at + directions]! ? at : at + directions;
      hulls[at * 2] = rims[from * 2]! * px_per_m;
      hulls[at * 2 + 1] = -rims[from * 2 + 1]! * px_per_m;
    }
  }
}

/** The directions in which an outline is looked for, as (x, y) each. */
export function compassOf(directions: number): Float64Array {
  const compass = new Float64Array(directions * 2);
  for (let n = 0; n < directions; n += 1) {
    const angle = (n * 2 * Math.PI) / directions;
    compass[n * 2] = Math.cos(angle);
    compass[n * 2 + 1] = Math.sin(angle);
  }
  return compass;
}
