/** Whether the alarm will reach the person: the sound can be tried, and a note wished for by a tap. */

import { Component } from "../base/component.ts";
import { play } from "../tones/tones.ts";
import { askToNote, type MayNote, mayNote } from "./notes.ts";

export class ReachMe extends Component {
  static override readonly moduleName = "reach-me";

  start(): void {
    this.part("try").addEventListener("click", () => play("waiting"));
    this.part("ask").addEventListener("click", () => void this.ask());
    this.part("silent").hidden = true;
    this.part("with-script").hidden = false;
    this.show(mayNote());
  }

  /** Asked once: a yes, a no and a shrug all take the button away. */
  private async ask(): Promise<void> {
    this.show(await askToNote());
    this.part("ask").hidden = true;
  }

  private show(may: MayNote): void {
    this.part("ask").hidden = may !== "default";
    for (const $words of this.$root.querySelectorAll<HTMLElement>("[data-may]")) {
      $words.hidden = $words.dataset["may"] !== may;
    }
  }
}
