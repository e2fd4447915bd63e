/**
 * A button that prints the page. The browser's own print gives the same paper: the sheet
 * `src/print.css` makes it. Folds are opened for the time of the printing, since an older browser
 * prints a closed one without what is in it.
 */

import { Component } from "../base/component.ts";

export class PrintThis extends Component {
  static override readonly moduleName = "print-this";
  private $opened: HTMLDetailsElement[] = [];

  start(): void {
    this.$root.hidden = false;
    this.$root.addEventListener("click", () => print());
    addEventListener("beforeprint", () => this.unfold());
    addEventListener("afterprint", () => this.fold());
  }

  private unfold(): void {
    this.$opened = [...document.querySelectorAll<HTMLDetailsElement>("main details:not([open])")];
    for (const $fold of this.$opened) $fold.open = true;
  }

  private fold(): void {
    for (const $fold of this.$opened) $fold.open = false;
    this.$opened = [];
  }
}
