/** What the server says about the step on this page: numbers and words, all of them from there. */

export interface Line {
  readonly text: string;
  readonly pause_s: number;
}

export interface Dose {
  readonly reps: number;
  readonly hold_s: number;
  readonly sets: number;
  readonly rest_s: number;
  readonly up_s: number;
  readonly down_s: number;
  readonly by_sides: boolean;
  readonly minutes: number;
}

export interface Breath {
  readonly in_s: number;
  readonly out_s: number;
}

export interface Words {
  readonly ready: string;
  readonly move: string;
  readonly hold: string;
  readonly back: string;
  readonly rest: string;
  readonly change_sides: string;
  readonly left: string;
  readonly right: string;
  readonly half_way: string;
  readonly breathe_in: string;
  readonly breathe_out: string;
  readonly stay: string;
  readonly go: string;
  readonly last: string;
  readonly set_of: string;
  readonly rep_of: string;
  readonly done: string;
  readonly paused: string;
  readonly next_up: string;
  readonly start: string;
  readonly pause: string;
  readonly go_on: string;
  readonly next_line: string;
  readonly voice_on: string;
  readonly beeps_only: string;
  readonly quiet: string;
}

export interface Lead {
  readonly title: string;
  readonly dose: Dose | null;
  readonly breath: Breath | null;
  readonly seconds: number;
  readonly lines: readonly Line[];
  readonly moves: readonly Line[];
  readonly ready_s: number;
  readonly switch_s: number;
  readonly words: Words;
}

/** The words with their gaps filled: `{n}` and `{of}`. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap));
}
