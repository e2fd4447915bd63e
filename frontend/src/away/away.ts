/** The page without the computer: shows the words that fit, and hides what has lapsed by now. */

import { Component } from "../base/component.ts";

/** Then the session is over. */
const OVER = new Set(["over", "ended"]);

export class Away extends Component {
  static override readonly moduleName = "away";

  start(): void {
    const why = new URLSearchParams(location.search).get("why") ?? "";
    const isClosed = document.documentElement.dataset["closed"] !== undefined;
    for (const $words of this.$root.querySelectorAll<HTMLElement>("[data-why]")) {
      $words.hidden = $words.dataset["why"] !== why;
    }
    for (const $way of this.$root.querySelectorAll<HTMLElement>("[data-until]")) {
      const isOver = OVER.has(why) && $way.querySelector('a[href^="/session/"]') !== null;
      const hasLapsed = Date.now() >= Date.parse($way.dataset["until"] ?? "");
      $way.hidden = isClosed || isOver || hasLapsed;
    }
  }
}
