/** A figure in its place on the page: fetched, sized to its box, in the colours of the page. */

import { Painter } from "./painter.ts";
import { Pace } from "./pace.ts";
import type { Body, TrackData } from "./track.ts";

// Of the screen's own to one of the page: more is not seen, and costs. What cannot keep up gets less.
const MOST_PIXELS = 2;
const LEAST_PIXELS = 1;
const STEP_PIXELS = 0.5;

export class Moving {
  readonly painter: Painter;
  private readonly $canvas: HTMLCanvasElement;
  private readonly inks: ReturnType<typeof inksOf>;
  private readonly pace = new Pace();
  private most_pixels = MOST_PIXELS;
  private phase = 0;
  private breath = 0;

  /** Puts a canvas over the card that stands there; null where the drawing cannot be had. */
  static async over($box: HTMLElement): Promise<Moving | null> {
    const { track, body } = $box.dataset;
    if (track === undefined || body === undefined) return null;
    try {
      const [data, table] = await Promise.all([read<TrackData>(track), read<Body>(body)]);
      return new Moving($box, table, data);
    } catch {
      return null; // the card stays
    }
  }

  private constructor($box: HTMLElement, body: Body, data: TrackData) {
    const $card = $box.querySelector("svg");
    this.$canvas = document.createElement("canvas");
    this.$canvas.className = "figure__canvas";
    this.$canvas.setAttribute("role", "img");
    this.$canvas.setAttribute("aria-label", $card?.getAttribute("aria-label") ?? "");
    const inks = (this.inks = inksOf(this.$canvas, body));
    this.painter = new Painter(this.$canvas.getContext("2d")!, body, data, (tone) => inks.of(tone));
    $box.append(this.$canvas);
    $box.dataset["on"] = "";
    this.resize(); // at once: the observer tells of it only once something was painted
    new ResizeObserver(() => this.resize()).observe(this.$canvas);
    for (const query of ["(prefers-color-scheme: dark)", "(prefers-contrast: more)", "(forced-colors: active)"]) {
      matchMedia(query).addEventListener("change", () => {
        inks.forget();
        this.again();
      });
    }
  }

  show(phase: number, breath: number): void {
    this.phase = phase;
    this.breath = breath;
    if (this.pace.isTooSlow(performance.now()) && this.most_pixels > LEAST_PIXELS) {
      this.most_pixels -= STEP_PIXELS;
      this.resize(); // paints too
    } else this.painter.paint(phase, breath);
  }

  again(): void {
    this.painter.paint(this.phase, this.breath);
  }

  /** The body alone, from here, in the colours of its new place; null: all there is, as at first. */
  lookFrom(turn_deg: number | null): void {
    this.inks.forget();
    this.painter.alone(turn_deg);
    this.again();
  }

  turnBy(way_deg: number): void {
    this.painter.turnTo(this.painter.turn_deg + way_deg);
    this.again();
  }

  /** As a hand draws it, also in the mirror. */
  turnAlong(way_deg: number): void {
    this.turnBy(this.painter.isMirrored ? way_deg : -way_deg);
  }

  mirror(isMirrored: boolean): void {
    this.painter.isMirrored = isMirrored;
    this.again();
  }

  private resize(): void {
    const { clientWidth, clientHeight } = this.$canvas;
    const pixels = Math.min(devicePixelRatio, this.most_pixels);
    this.$canvas.width = Math.round(clientWidth * pixels);
    this.$canvas.height = Math.round(clientHeight * pixels);
    this.again();
  }
}

async function read<Kind>(url: string): Promise<Kind> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return (await answer.json()) as Kind;
}

/** Colours as the page has them now. A canvas knows no variables, so an element is asked. */
function inksOf($probe: HTMLElement, body: Body) {
  const known = new Map<string, string>();
  const of = (tone: string): string => {
    const ink = known.get(tone) ?? resolved($probe, ...(body.tones[tone] ?? ([tone, "#888"] as const)));
    known.set(tone, ink);
    return ink;
  };
  return { of, forget: () => known.clear() };
}

function resolved($probe: HTMLElement, name: string, otherwise: string): string {
  $probe.style.color = `var(--figure-${name}, ${otherwise})`;
  return getComputedStyle($probe).color;
}
