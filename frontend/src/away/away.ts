/** The page without the computer: shows the words that fit, and hides what has lapsed by now. */

import { Component } from "../base/component.ts";

export class Away extends Component {
  static override readonly moduleName = "away";

  start(): void {
    const why = new URLSearchParams(location.search).get("why") ?? "";
    for (const $words of this.$root.querySelectorAll<HTMLElement>("[data-why]")) {
      $words.hidden = $words.dataset["why"] !== why;
    }
    for (const $way of this.$root.querySelectorAll<HTMLElement>("[data-until]")) {
      $way.hidden = why === "told" || Date.now() >= Date.parse($way.dataset["until"] ?? "");
    }
  }
}
