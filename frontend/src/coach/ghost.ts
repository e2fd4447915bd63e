/**
 * The drawn figure beside the camera's picture, and over the body once our Python is sure of its place.
 * Beside it is the picture of how to begin, as large as there is room. Over the body it shows the way until the first one is counted, and then moves as far out as the person is.
 */

import type { Way } from "../figure/rep.ts";
import { Show } from "../figure/show.ts";
import { ledAt, wholeOf } from "./led.ts";
import { laidOver, liesAlike, matrixOf, stanceOf, type Size, type Stance, type Trunk, type Vector } from "./laying.ts";
import type { Lead, Target } from "./lead.ts";
import type { Place } from "./protocol.ts";

/** Finer than that nobody sees, and painting takes time from the watching. */
const STEP = 0.04;
/** How fast it follows, of what is missing, in a second. */
const FOLLOWS = 6;
const FADES_MS = 250;
/** Not to be placed for so long, and it stands beside again. */
const LEAVES_MS = 700;
const RESTS_S = 2;
/** Of the range: who is farther out has begun by themselves. */
const BEGUN = 0.15;
const TRUNK = ["shoulder-left", "shoulder-right", "hip-left", "hip-right"] as const;

export class Ghost {
  private readonly $root: HTMLElement;
  private readonly $ghost: HTMLElement | null;
  private readonly $video: HTMLVideoElement | null;
  private readonly lead: Lead;
  private readonly stillness = matchMedia("(prefers-reduced-motion: reduce)");
  private readonly shortness = matchMedia("(height < 44rem) and (width < 40rem)");
  private show: Show | null = null;
  private isAsked = false;
  /** How far out the person is, and how far out the figure is drawn. */
  private own = 0;
  private drawn = 0;
  private drawn_ms = 0;
  /** Since when it shows the way. */
  private leads_ms: number | null = null;
  private stance: Stance | null = null;
  private isFading = false;
  /** The newest place; null where the figure does not fit. */
  private latest: Place | null = null;
  private isLeaving = false;

  constructor($root: HTMLElement, lead: Lead) {
    this.lead = lead;
    this.$root = $root;
    this.$ghost = $root.querySelector<HTMLElement>("[data-ghost]");
    this.$video = $root.querySelector<HTMLVideoElement>("[data-video]");
  }

  share(share: number): void {
    this.own = Math.min(1, Math.max(0, share));
  }

  /** Fetches the drawing, before the set: in it nothing is asked for any more. */
  async load(): Promise<void> {
    if (this.$ghost === null || this.isAsked) return;
    this.isAsked = true;
    this.$beside.append(this.$ghost);
    this.show = await Show.on(this.$ghost, [], "self");
    this.show?.follow(() => this.shot());
  }

  /** Where the body is; `isWaiting`: the way may be shown. */
  place(place: Place | null, isWaiting: boolean): void {
    if (this.show === null) return;
    const now_ms = performance.now();
    const leads = isWaiting && this.stance !== null && this.own < BEGUN && !this.stillness.matches;
    this.leads_ms = leads ? (this.leads_ms ?? now_ms) : null;
    const stance = place === null ? null : this.stanceFor(place);
    this.latest = stance === null ? null : place;
    if (this.isFading) return;
    if (stance === null) this.leave();
    else if (isSame(stance, this.stance)) this.follow();
    else this.fade(stance);
  }

  // --- how far out -------------------------------------------------------------------------------

  private shot(): { phase: number; breath: number; isMirrored: boolean } {
    const now_ms = performance.now();
    const step = this.stillness.matches ? 1 : Math.min(1, (FOLLOWS * (now_ms - this.drawn_ms)) / 1000);
    this.drawn_ms = now_ms;
    const wanted = this.leads_ms === null ? this.own : ahead((now_ms - this.leads_ms) / 1000, this.lead.target);
    this.drawn += (wanted - this.drawn) * step;
    const phase = this.phaseOf(Math.round(this.drawn / STEP) * STEP);
    return { phase, breath: 0, isMirrored: this.stance?.isMirrored ?? false };
  }

  /** From the start to the far end; what goes two ways, from the one to the other. */
  private phaseOf(share: number): number {
    const { main, low }: Way = this.show!.way;
    const start = this.lead.goes_two_ways ? low : 0;
    return start + share * (main - start);
  }

  // --- where -------------------------------------------------------------------------------------

  /** How the figure fits there; null where it does not. Drawn as the left side does it. */
  private stanceFor(place: Place): Stance | null {
    const isRight = place.side === "right";
    const [start, now] = [this.trunkAt(0), this.trunkAt(this.own)];
    for (const isMirrored of place.side === null ? [false, true] : [isRight]) {
      const stance = stanceOf(start, place.seen_from, isMirrored);
      if (stance !== null && liesAlike(now, stance, place, this.picture)) return stance;
    }
    return null;
  }

  private trunkAt(share: number): Trunk {
    const joints = this.show!.painter.jointsAt(this.phaseOf(share), TRUNK);
    return { shoulders: joints.slice(0, 2), hips: joints.slice(2) };
  }

  /** While somebody gets ready there is room beside the words; else there is a corner of the picture. */
  private get $beside(): HTMLElement {
    const isRoom = this.$root.dataset["state"] !== "set" && !this.shortness.matches;
    return this.$root.querySelector<HTMLElement>(isRoom ? "[data-told]" : "[data-view]")!;
  }

  /** Who is lost for a moment is not left. */
  private leave(): void {
    if (this.isLeaving || (this.stance === null && this.$ghost!.parentElement === this.$beside)) return;
    this.isLeaving = true;
    setTimeout(() => {
      this.isLeaving = false;
      if (this.latest === null && !this.isFading) this.fade(null);
    }, LEAVES_MS);
  }

  /** Out of sight, and in again at its new place. */
  private fade(stance: Stance | null): void {
    this.isFading = true;
    this.$ghost!.dataset["away"] = "";
    setTimeout(() => this.come(this.latest === null ? null : stance), this.stillness.matches ? 0 : FADES_MS);
  }

  private come(stance: Stance | null): void {
    const $ghost = this.$ghost!;
    this.isFading = false;
    this.stance = stance;
    const $place = stance === null ? this.$beside : this.$video!.parentElement!;
    if ($ghost.parentElement !== $place) $place.append($ghost);
    $ghost.toggleAttribute("data-over", stance !== null);
    this.show!.lookFrom(stance?.turn_deg ?? null);
    if (stance === null) $ghost.style.transform = "";
    else this.follow();
    void $ghost.offsetWidth; // it must not slide there while it comes into sight
    delete $ghost.dataset["away"];
  }

  /** Hips on the person's hips, from now on. */
  private follow(): void {
    const { stance, latest } = this;
    if (stance === null || latest === null) return;
    const { clientWidth: wide, clientHeight: high } = this.$ghost!;
    const view = { wide, high };
    const spot = (of: readonly Vector[]) => this.show!.painter.spotOf(of, view, stance.isMirrored);
    const start = this.trunkAt(0);
    const [hip, shoulder] = [spot(start.hips), spot(start.shoulders)];
    const trunk = Math.hypot(shoulder[0] - hip[0], shoulder[1] - hip[1]);
    const laid = laidOver({ hip: spot(this.trunkAt(this.own).hips), trunk }, latest, this.picture, view);
    this.$ghost!.style.transform = matrixOf(laid);
  }

  private get picture(): Size {
    return { wide: this.$video?.videoWidth || 1, high: this.$video?.videoHeight || 1 };
  }
}

/** There and back in the set's own time, and a rest. */
function ahead(seconds: number, target: Target): number {
  const whole_s = wholeOf(target);
  const gone_s = seconds % (whole_s + RESTS_S);
  const share = gone_s < whole_s ? ledAt(gone_s, target).share : 0;
  return 0.5 - Math.cos(Math.PI * share) / 2;
}

function isSame(one: Stance | null, other: Stance | null): boolean {
  return one?.turn_deg === other?.turn_deg && one?.isMirrored === other?.isMirrored;
}
