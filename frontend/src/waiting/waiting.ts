/** A question waits as long as it takes. After two silent minutes: a tone and written help. */

import { Component } from "../base/component.ts";
import { buzz } from "../buzz/buzz.ts";
import { keptMode } from "../tones/mode.ts";
import { play } from "../tones/tones.ts";

const SILENT_MS = 120_000;
/** Sent by whoever has just begun to ask; what was hidden before has not been waited for. */
export const ASKS_NOW = "loosen:asks-now";
const SIGNS = ["pointerdown", "keydown", "input", "scroll", ASKS_NOW] as const;

export class Waiting extends Component {
  static override readonly moduleName = "waiting";
  private timer = 0;

  start(): void {
    for (const sign of SIGNS) document.addEventListener(sign, () => this.again(), { passive: true });
    this.again();
  }

  /** Any sign of life starts the two minutes anew; the help, once shown, stays. */
  private again(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.help(), SILENT_MS);
  }

  private help(): void {
    if (this.$root.parentElement?.closest("[hidden]")) return;
    this.$root.hidden = false;
    if (this.$root.dataset["sound"] === "off") return;
    if (keptMode() !== "quiet") play("waiting");
    buzz("waiting");
  }
}
