/** Who counted how many, and for how long. Times come in; nothing is judged here. */

import type { By } from "./lead.ts";

export interface Part {
  readonly by: By;
  readonly count: number;
  readonly partials: number;
  readonly seconds: number;
}

interface Open {
  count: number;
  partials: number;
  seconds: number;
}

export class Tally {
  private readonly parts = new Map<By, Open>();
  private now: By | null = null;
  private since_s: number | null = null;

  get by(): By | null {
    return this.now;
  }

  /** All that was counted, whatever counted it. */
  get count(): number {
    return [...this.parts.values()].reduce((sum, part) => sum + part.count, 0);
  }

  countBy(by: By): number {
    return this.parts.get(by)?.count ?? 0;
  }

  get partials(): number {
    return [...this.parts.values()].reduce((sum, part) => sum + part.partials, 0);
  }

  /** From now on this counts; what was counted before stays with whoever counted it. */
  goOn(by: By, at_s: number): void {
    this.stand(at_s);
    this.now = by;
    this.since_s = at_s;
    if (!this.parts.has(by)) this.parts.set(by, { count: 0, partials: 0, seconds: 0 });
  }

  /** The clock of the part stands. */
  stand(at_s: number): void {
    const part = this.part;
    if (part !== null && this.since_s !== null) part.seconds += Math.max(0, at_s - this.since_s);
    this.since_s = null;
  }

  counted(more = 1): void {
    const part = this.part;
    if (part !== null) part.count += more;
  }

  halfway(more = 1): void {
    const part = this.part;
    if (part !== null) part.partials += more;
  }

  /** The parts in their order; one that neither counted nor measured is left out, but for the last. */
  told(): readonly Part[] {
    const all = [...this.parts].map(([by, part]) => ({ by, ...part, seconds: rounded(part.seconds) }));
    const full = all.filter(({ count, partials }) => count + partials > 0);
    return full.length > 0 ? full : all.slice(-1);
  }

  private get part(): Open | null {
    return this.now === null ? null : (this.parts.get(this.now) ?? null);
  }
}

function rounded(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}
