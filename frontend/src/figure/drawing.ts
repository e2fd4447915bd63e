/** The body as pieces in order of depth: each limb, the trunk and the head parted as one.
 *
 * The same order as `body/drawing.py`, by the body's own tables.
 */

import { compassOf, Shape, type View } from "./outline.ts";
import type { Body, Pose } from "./track.ts";

export interface Piece {
  readonly name: string;
  readonly side: string;
  /** From far to near. */
  readonly shapes: Shape[];
  isFar: boolean;
  near_m: number;
}

export class Drawing {
  readonly shapes: readonly Shape[];
  private readonly body: Body;
  private readonly pieces: Piece[];
  private readonly byName: ReadonlyMap<string, Shape>;

  constructor(body: Body) {
    this.body = body;
    this.shapes = body.parts.map((part) => new Shape(part, compassOf(part.directions), body.px_per_m));
    this.byName = new Map(this.shapes.map((shape) => [`${shape.part.name} ${shape.part.side}`, shape]));
    this.pieces = this.grouped();
  }

  /** All pieces, the farthest first; `breath` from 0 to 1. */
  see(pose: Pose, view: View, breath: number): readonly Piece[] {
    for (const shape of this.shapes) shape.see(pose, view, breath);
    for (const piece of this.pieces) this.order(piece);
    this.hem();
    return this.pieces.sort((one, other) => one.near_m - other.near_m);
  }

  private grouped(): Piece[] {
    const found = new Map<string, Piece>();
    for (const shape of this.shapes) {
      const [name] = this.pieceOf(shape);
      const side = name in this.body.roots ? shape.part.side : "";
      const piece = found.get(`${name} ${side}`) ?? { name, side, shapes: [], isFar: false, near_m: 0 };
      piece.shapes.push(shape);
      found.set(`${name} ${side}`, piece);
    }
    return [...found.values()];
  }

  private order(piece: Piece): void {
    piece.shapes.sort((one, other) => this.patchNear(one) - this.patchNear(other));
    piece.near_m = piece.shapes.reduce((sum, one) => sum + one.near_m, 0) / piece.shapes.length;
    const root = this.body.roots[piece.name];
    if (root === undefined) return;
    const other = this.byName.get(`${root} ${this.body.other[piece.side]}`)!.root_m;
    piece.isFar = other - this.byName.get(`${root} ${piece.side}`)!.root_m > this.body.far_m;
    if (!piece.isFar) piece.near_m += this.body.near_limb_m;
  }

  /** The shirt hangs over legs that are straight under it; a bent thigh lies over the shirt. */
  private hem(): void {
    const chest = this.pieces.find(({ name }) => name === "chest")!;
    const was_m = chest.near_m;
    for (const { name, side, near_m } of this.pieces) {
      if (name === "leg" && this.isInLine(this.byName.get(`thigh ${side}`)!)) {
        chest.near_m = Math.max(chest.near_m, near_m + this.body.hem_m);
      }
    }
    for (const piece of this.pieces) {
      const isOver = this.body.over_shirt.includes(piece.name) && piece.near_m > was_m;
      if (isOver) piece.near_m += chest.near_m - was_m;
    }
  }

  private isInLine(thigh: Shape): boolean {
    const [ux, uy, uz] = this.byName.get("chest ")!.along();
    const [dx, dy, dz] = thigh.along();
    const lengths = Math.hypot(ux, uy, uz) * Math.hypot(dx, dy, dz);
    return -(ux * dx + uy * dy + uz * dz) / lengths > this.body.in_line;
  }

  private patchNear(shape: Shape): number {
    return shape.near_m + this.pieceOf(shape)[1];
  }

  private pieceOf(shape: Shape): readonly [string, number] {
    return this.body.pieces[shape.part.name]!;
  }
}
