/** A button that reads its passage with the device's own voice; hidden where there is none. */

import { Component } from "../base/component.ts";
import { hush, ownVoice, say, whenVoicesChange } from "../voice/voice.ts";

export class ReadAloud extends Component {
  static override readonly moduleName = "read-aloud";

  start(): void {
    whenVoicesChange(() => {
      this.$root.hidden = ownVoice(document.documentElement.lang) === null;
    });
    this.$root.addEventListener("click", () => this.read());
  }

  private read(): void {
    if (speechSynthesis.speaking) hush();
    else say(this.passage());
  }

  /** What the page gives to read, else the written text of the element it names. */
  private passage(): string {
    const { text, of } = this.$root.dataset;
    return text ?? document.getElementById(of ?? "")?.textContent ?? "";
  }
}
