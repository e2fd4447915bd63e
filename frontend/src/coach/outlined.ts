/** What is drawn over the picture of the person's own: the line of the body, and the zone to reach. */

import type { Place, Spot } from "./protocol.ts";
import { ZONE } from "./screen.ts";

/** The zone's width and the line's, in trunks. */
const ZONE_WIDE = 0.3;
const LINE_WIDE = 0.036;
const EDGED = 1.9;

export class Outlined {
  private readonly $video: HTMLVideoElement | null;
  private readonly $lines: SVGSVGElement | null;

  constructor($root: HTMLElement) {
    this.$video = $root.querySelector("[data-video]");
    this.$lines = $root.querySelector("[data-outline]");
  }

  place(place: Place | null): void {
    const { $lines, $video } = this;
    if ($lines === null || $video === null) return;
    const [wide, high] = [$video.videoWidth, $video.videoHeight];
    $lines.toggleAttribute("data-on", place !== null && wide > 0);
    if (place === null || wide === 0) return;
    $lines.setAttribute("viewBox", `0 0 ${wide} ${high}`);
    const px = ([x, y]: Spot) => `${(x * wide).toFixed(1)} ${(y * high).toFixed(1)}`;
    const trunk = place.trunk * wide;
    this.draw("line", place.line.map(px), trunk * LINE_WIDE);
    this.draw("edge", place.line.map(px), trunk * LINE_WIDE * EDGED);
    const { reach } = place;
    this.draw("reach", reach === null ? [] : ZONE.map((share) => px(between(reach.rest, reach.own, share))), trunk * ZONE_WIDE);
  }

  private draw(name: string, points: readonly string[], wide: number): void {
    const $line = this.$lines!.querySelector(`[data-${name}]`);
    $line?.setAttribute("points", points.join(" "));
    $line?.setAttribute("stroke-width", wide.toFixed(1));
  }
}

function between(from: Spot, to: Spot, share: number): Spot {
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}
