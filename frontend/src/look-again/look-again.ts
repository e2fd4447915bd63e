/** Looks again by itself while someone waits: the page is loaded anew once the answer is another. */

import { Component } from "../base/component.ts";

const EVERY_MS = 2500;

export class LookAgain extends Component {
  static override readonly moduleName = "look-again";

  start(): void {
    setInterval(() => void this.look(), EVERY_MS);
    document.addEventListener("visibilitychange", () => void this.look());
  }

  /** A page in the background, or one in which somebody types, is left alone. */
  private async look(): Promise<void> {
    const { url, seen } = this.$root.dataset;
    if (document.hidden || url === undefined) return;
    const said = await answerOf(url);
    if (said !== null && said !== seen) location.reload();
  }
}

async function answerOf(url: string): Promise<string | null> {
  try {
    const answer = await fetch(url);
    return answer.ok ? await answer.text() : null;
  } catch {
    return null; // the server is away; the next look may find it
  }
}
