/** Paints a figure on a canvas: ground, shadow, props and the pieces of the body by depth. */

import { Drawing, type Piece } from "./drawing.ts";
import { Shape, View } from "./outline.ts";
import { facesOf, farFirst, nearOf, seen, solidOf, type Face, type Point, type Solid } from "./solids.ts";
import { Track, type Body, type Pose, type TrackData } from "./track.ts";

export type Inks = (tone: string) => string;

/** What is painted at one depth. */
interface Layer {
  readonly near_m: number;
  readonly paint: () => void;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly wide: number;
  readonly high: number;
}

const SHADOW_ALPHA = 0.16;
const MARK_ALPHA = 0.55;
const EDGE_M = 0.05;

export class Painter {
  readonly track: Track;
  isMirrored = false;
  turn_deg: number;
  private readonly ctx: CanvasRenderingContext2D;
  private readonly body: Body;
  private readonly drawing: Drawing;
  private readonly around: readonly Solid[];
  private solids: readonly Solid[];
  private isAlone = false;
  private readonly ink: Inks;
  private view: View;
  private box: Box;
  private under: readonly Solid[] = [];
  private faces: ReadonlyMap<Solid, readonly Face[]> = new Map();

  constructor(ctx: CanvasRenderingContext2D, body: Body, data: TrackData, ink: Inks) {
    this.ctx = ctx;
    this.body = body;
    this.ink = ink;
    this.track = new Track(data);
    this.drawing = new Drawing(body);
    this.solids = this.around = data.solids.map(solidOf);
    this.turn_deg = data.view_deg;
    this.view = new View(data.view_deg, data.tilt_deg);
    this.lookAtSolids();
    this.box = this.boxOf();
  }

  get shape(): number {
    return this.box.wide / this.box.high;
  }

  turnTo(turn_deg: number): void {
    this.turn_deg = turn_deg;
    this.view = new View(turn_deg, this.isAlone ? 0 : this.track.data.tilt_deg);
    this.lookAtSolids();
    this.box = this.boxOf();
  }

  /** The body alone, as an eye at its own height sees it from here; null: all there is, as before. */
  alone(turn_deg: number | null): void {
    this.isAlone = turn_deg !== null;
    this.solids = this.isAlone ? [] : this.around;
    this.turnTo(turn_deg ?? this.track.data.view_deg);
  }

  /** Joints at a phase, metres. */
  jointsAt(phase: number, names: readonly string[]): readonly Place[] {
    const pose = this.track.poseAt(phase);
    return names.map((name) => this.place(name, pose));
  }

  /** Where the middle of these is on a canvas of this size. */
  spotOf(places: readonly Place[], { wide, high }: { wide: number; high: number }, isMirrored: boolean): Point {
    const points = places.map((place) => this.px(seen(place, this.view)));
    const { box } = this;
    const zoom = Math.min(wide / box.wide, high / box.high);
    const [x, y] = [0, 1].map((axis) => points.reduce((sum, one) => sum + one[axis]!, 0) / points.length);
    const across = isMirrored ? -zoom : zoom;
    return [wide / 2 + (x! - box.x - box.wide / 2) * across, high / 2 + (y! - box.y - box.high / 2) * zoom];
  }

  /** One picture; `breath` from 0, all out, to 1, all in. */
  paint(phase: number, breath: number): void {
    const pose = this.track.poseAt(phase);
    const pieces = this.drawing.see(pose, this.view, breath);
    this.fit();
    for (const solid of this.under) this.solid(solid);
    if (!this.isAlone) this.shadow();
    for (const layer of this.layers(pieces, pose)) layer.paint();
  }

  /** What stands still is looked at once a view. */
  private lookAtSolids(): void {
    this.under = farFirst(this.solids.filter((one) => one.is_under), this.view);
    this.faces = new Map(this.solids.map((solid) => [solid, facesOf(solid, this.view)]));
  }

  private layers(pieces: readonly Piece[], pose: Pose): Layer[] {
    const mark = this.body.marks[this.track.data.region ?? ""];
    const found: Layer[] = pieces.map((piece) => ({ near_m: piece.near_m, paint: () => this.piece(piece) }));
    if (mark !== undefined && !this.isAlone) {
      const under = pieces.filter(({ name }) => mark.over.includes(name)).map(({ near_m }) => near_m);
      found.push({ near_m: Math.max(...under), paint: () => this.mark(pose) });
    }
    for (const solid of this.solids) {
      if (!solid.is_under) found.push({ near_m: nearOf(solid, this.view), paint: () => this.between(solid) });
    }
    return found.sort((one, other) => one.near_m - other.near_m);
  }

  // --- how it fits -----------------------------------------------------------------------------

  /** What holds the body at every frame, and what stands beside it: pixels of the drawing. */
  private boxOf(): Box {
    const xs = [Infinity, -Infinity] as [number, number];
    const ys = [Infinity, -Infinity] as [number, number];
    for (const phase of this.track.data.phases) {
      this.drawing.see(this.track.poseAt(phase), this.view, 0);
      for (const { hulls } of this.drawing.shapes) widen(hulls, xs, ys);
    }
    for (const solid of this.solids) {
      for (const { points } of this.faces.get(solid)!) widen(points.flatMap(this.px), xs, ys);
    }
    const edge = EDGE_M * this.body.px_per_m;
    return { x: xs[0] - edge, y: ys[0] - edge, wide: xs[1] - xs[0] + 2 * edge, high: ys[1] - ys[0] + 2 * edge };
  }

  private readonly px = ([x, y]: Point): [number, number] => [x * this.body.px_per_m, -y * this.body.px_per_m];

  /** Clears the canvas and lays the box in its middle, as large as it goes. */
  private fit(): void {
    const { canvas } = this.ctx;
    const { x, y, wide, high } = this.box;
    const zoom = Math.min(canvas.width / wide, canvas.height / high);
    const across = this.isMirrored ? -zoom : zoom;
    this.ctx.setTransform(1, 0, 0, 1, 0, 0);
    this.ctx.clearRect(0, 0, canvas.width, canvas.height);
    this.ctx.translate(canvas.width / 2, canvas.height / 2);
    this.ctx.scale(across, zoom);
    this.ctx.translate(-x - wide / 2, -y - high / 2);
    this.ctx.lineJoin = "round";
    this.ctx.lineCap = "round";
  }

  // --- the ground ------------------------------------------------------------------------------

  private solid(solid: Solid): void {
    for (const { tone, points } of this.faces.get(solid)!) {
      this.trace(points);
      this.fillAndStroke(this.ink(tone), this.body.solid_edge_px);
    }
  }

  /** A solid among the limbs, parted from what lies under it. */
  private between(solid: Solid): void {
    this.trace(this.faces.get(solid)![0]!.points);
    this.stroke(this.ink("gap"), this.body.solid_edge_px + 2 * this.body.gap_px);
    this.solid(solid);
  }

  private shadow(): void {
    const { reach_m, radius_m } = this.body.shadow;
    const wide = radius_m * this.body.px_per_m;
    this.ctx.beginPath();
    for (const { grounds } of this.drawing.shapes) {
      for (let at = 0; at < grounds.length; at += 4) {
        if (Math.abs(grounds[at + 3]!) >= reach_m) continue;
        const [x, y] = this.px(seen([grounds[at]!, grounds[at + 1]!, 0], this.view));
        this.ctx.moveTo(x + wide, y);
        this.ctx.ellipse(x, y, wide, wide * this.view.near[2], 0, 0, 2 * Math.PI);
      }
    }
    this.ctx.globalAlpha = SHADOW_ALPHA;
    this.ctx.fillStyle = this.ink("shadow");
    this.ctx.fill();
    this.ctx.globalAlpha = 1;
  }

  // --- the body --------------------------------------------------------------------------------

  private piece({ shapes, isFar }: Piece): void {
    this.ctx.beginPath();
    for (const shape of shapes) this.hulls(shape, shape.part.joined);
    this.stroke(this.ink("gap"), this.body.gap_px);
    for (const shape of shapes) {
      this.ctx.beginPath();
      this.hulls(shape, 0);
      const far = `${shape.part.tone}-far`;
      this.fillAndStroke(this.ink(isFar && far in this.body.tones ? far : shape.part.tone), this.body.edge_px);
    }
  }

  private hulls(shape: Shape, from: number): void {
    const { hulls, directions } = shape;
    for (let at = from * directions * 2; at < hulls.length; at += directions * 2) {
      this.ctx.moveTo(hulls[at]!, hulls[at + 1]!);
      for (let n = 2; n < directions * 2; n += 2) this.ctx.lineTo(hulls[at + n]!, hulls[at + n + 1]!);
      this.ctx.closePath();
    }
  }

  /** A soft lighter stroke where the movement works. */
  private mark(pose: Pose): void {
    const mark = this.body.marks[this.track.data.region!]!;
    const places = mark.joints.length > 0 ? this.alongTrunk(mark.joints, mark.behind_m, pose) : this.alongThigh(pose);
    this.ctx.beginPath();
    places.map((place) => this.px(seen(place, this.view))).forEach(([x, y], n) => {
      if (n === 0) this.ctx.moveTo(x, y);
      else this.ctx.lineTo(x, y);
    });
    this.ctx.globalAlpha = MARK_ALPHA;
    this.stroke(this.ink("mark"), this.body.mark_m * this.body.px_per_m);
    this.ctx.globalAlpha = 1;
  }

  private alongTrunk(joints: readonly string[], behind_m: number, pose: Pose) {
    return joints.map((name) => {
      const at = this.body.segments.indexOf(name) * 9;
      const forward = [pose.frames[at]!, pose.frames[at + 3]!, pose.frames[at + 6]!];
      return this.place(name, pose).map((value, axis) => value + forward[axis]! * behind_m) as unknown as Place;
    });
  }

  private alongThigh(pose: Pose): Place[] {
    const depth = (side: string) => {
      const [x, y, z] = this.place(`knee-${side}`, pose);
      return this.view.near[0] * x + this.view.near[1] * y + this.view.near[2] * z;
    };
    const side = depth("right") > depth("left") ? "right" : "left";
    const [hip, knee] = [this.place(`hip-${side}`, pose), this.place(`knee-${side}`, pose)];
    return this.body.thigh_shares.map(
      (share) => hip.map((value, axis) => value + (knee[axis]! - value) * share) as unknown as Place,
    );
  }

  private place(joint: string, pose: Pose): Place {
    const at = this.body.joints.indexOf(joint) * 3;
    return [pose.places[at]!, pose.places[at + 1]!, pose.places[at + 2]!];
  }

  // --- ink -------------------------------------------------------------------------------------

  private trace(points: readonly Point[]): void {
    this.ctx.beginPath();
    points.forEach((point, n) => {
      const [x, y] = this.px(point);
      if (n === 0) this.ctx.moveTo(x, y);
      else this.ctx.lineTo(x, y);
    });
    this.ctx.closePath();
  }

  private fillAndStroke(ink: string, width: number): void {
    this.ctx.fillStyle = ink;
    this.ctx.fill();
    this.stroke(ink, width);
  }

  private stroke(ink: string, width: number): void {
    this.ctx.strokeStyle = ink;
    this.ctx.lineWidth = width;
    this.ctx.stroke();
  }
}

type Place = readonly [number, number, number];

function widen(points: ArrayLike<number>, xs: [number, number], ys: [number, number]): void {
  for (let at = 0; at < points.length; at += 2) {
    const [x, y] = [points[at]!, points[at + 1]!];
    if (x < xs[0]) xs[0] = x;
    if (x > xs[1]) xs[1] = x;
    if (y < ys[0]) ys[0] = y;
    if (y > ys[1]) ys[1] = y;
  }
}
