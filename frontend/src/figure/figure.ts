/** A figure that stands on a page by itself, as in the library. */

import { Component } from "../base/component.ts";
import type { Beat, BeatKind } from "../schedule/schedule.ts";
import { Show } from "./show.ts";

export class Figure extends Component {
  static override readonly moduleName = "figure";

  start(): void {
    const { up, hold, down, breathBy } = this.$root.dataset;
    const beats = [beat("move", Number(up)), beat("hold", Number(hold)), beat("back", Number(down))];
    const lasting = beats.filter(({ length_s }) => length_s > 0);
    const rep = lasting.some(({ kind }) => kind !== "hold") ? lasting : [beat("stay", 60)];
    void Show.on(this.$root, rep, breathBy === "move" ? "move" : "self");
  }
}

function beat(kind: BeatKind, length_s: number): Beat {
  return { kind, length_s, cue: "", say: "", note: "", count: null, counts: false, waits: false };
}
