/** What is painted while a set runs: the count, the way, what is said. Decides nothing. */

import type { By, Lead } from "./lead.ts";
import { placeOf } from "./rounds.ts";
import type { Tally } from "./tally.ts";
import { tilt } from "./tilt.ts";

export type State = "choose" | "loading" | "set-up" | "set" | "finished";

/** More letters than that take too many lines in the large type. */
const LONG = 50;
const WIDE = 100;
const FULL = 1.25;
/** The soft zone: where the far end of the movement is, for this person. */
export const ZONE = [0.8, 1.1] as const;

export class Screen {
  private readonly $root: HTMLElement;
  private readonly lead: Lead;

  constructor($root: HTMLElement, lead: Lead) {
    this.$root = $root;
    this.lead = lead;
    this.place("zone", ZONE[0], ZONE[1] - ZONE[0]);
  }

  state(state: State): void {
    this.$root.dataset["state"] = state;
    this.hide("choose", state !== "choose");
    this.hide("stage", state === "choose" || state === "finished");
    this.hide("finished", state !== "finished");
    const isAsked = state === "choose" && this.find("by-hand").dataset["asked"] !== undefined;
    this.hide("by-hand", state !== "finished" && !isAsked);
    this.hide("send", state !== "finished" && !isAsked);
    this.hide("pause", state !== "set");
    this.hide("finish", state !== "set");
    this.hide("transport", state === "finished");
    if (state === "choose") this.hide("other", true);
    if (state !== "choose") scrollTo({ top: 0 });
  }

  by(by: By): void {
    this.$root.dataset["by"] = by;
    this.write("counts-by", this.lead.counts[by]);
    this.hide("view", by !== "camera");
    this.$root.querySelector("[data-felt]")?.toggleAttribute("hidden", by !== "phone");
    this.hide("other", by === "timer");
  }

  count(tally: Tally): void {
    const { done } = placeOf(tally.count, this.lead.target);
    const { reps } = this.lead.target;
    this.write("count", String(done));
    this.write("of", reps > 0 ? fill(this.lead.words.of, reps) : "");
    this.note(tally.partials > 0 ? this.lead.words.partials.replace("{n}", String(tally.partials)) : "");
  }

  /** Large enough for two metres; of a long text the first sentence, the rest below it. */
  cue(text: string): void {
    const [first = "", rest = ""] = text.length > LONG ? [...(/^(.*?[.?!]) (.*)$/.exec(text)?.slice(1) ?? [text])] : [text];
    this.write("cue", first);
    this.write("more", rest);
  }

  note(text: string): void {
    this.write("note", text);
  }

  share(share: number): void {
    this.place("gone", 0, Math.min(FULL, Math.max(0, share)));
    this.$root.toggleAttribute("data-there", share >= ZONE[0]);
  }

  /** How far the phone is tilted from its rest. */
  tilt(deg: number): void {
    tilt(this.$root, deg);
  }

  paused(isPaused: boolean): void {
    this.$root.toggleAttribute("data-paused", isPaused);
    this.write("pause", isPaused ? this.lead.words.go_on : this.lead.words.pause);
  }

  done(tally: Tally): void {
    const { words } = this.lead;
    this.write("done", tally.count === 1 ? words.done_one : words.done.replace("{n}", String(tally.count)));
    const $parts = tally.told().map(({ by, count }) => {
      const $part = document.createElement("li");
      $part.textContent = words[`part_${by}`].replace("{n}", String(count));
      return $part;
    });
    this.find("parts").replaceChildren(...$parts);
  }

  find<Part extends Element = HTMLElement>(name: string): Part {
    return this.$root.querySelector<Part>(`[data-${name}]`)!;
  }

  private hide(name: string, isHidden: boolean): void {
    this.find(name).hidden = isHidden;
  }

  private write(name: string, text: string): void {
    const $element = this.find(name);
    if ($element.textContent !== text) $element.textContent = text;
  }

  private place(name: string, from: number, long: number): void {
    const $bar = this.find<SVGRectElement>(name);
    $bar.setAttribute("x", String((WIDE * from) / FULL));
    $bar.setAttribute("width", String((WIDE * long) / FULL));
  }
}

function fill(words: string, of: number): string {
  return words.replace("{of}", String(of));
}
