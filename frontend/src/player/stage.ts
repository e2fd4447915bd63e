/** What is painted: the ring, the large count, the cue, what comes next. Decides nothing. */

import { fill, type Words } from "../schedule/lead.ts";
import { countAt, type Place } from "../schedule/schedule.ts";

export interface StageParts {
  readonly $stage: HTMLElement;
  readonly $ring: SVGCircleElement;
  readonly $breath: SVGCircleElement;
  readonly $count: HTMLElement;
  readonly $cue: HTMLElement;
  readonly $note: HTMLElement;
  readonly $bar: HTMLProgressElement;
}

const ROUND = 2 * Math.PI * 92;

export class Stage {
  private readonly parts: StageParts;
  private readonly words: Words;

  constructor(parts: StageParts, words: Words) {
    this.parts = parts;
    this.words = words;
  }

  paint(place: Place, share: number): void {
    const { $stage, $count, $note, $bar } = this.parts;
    $stage.dataset["beat"] = place.beat.kind;
    write($count, place.beat.waits ? "" : clockWords(place));
    this.cue(place.beat.cue);
    write($note, place.beat.note);
    $bar.value = share;
    this.paintRing(place);
  }

  cue(text: string): void {
    write(this.parts.$cue, text);
  }

  /** Line by line: which of how many, large where the count stands otherwise. */
  line(index: number, of: number): void {
    write(this.parts.$note, fill(this.words.rep_of, { n: index + 1, of }));
  }

  private paintRing(place: Place): void {
    const { $ring, $breath } = this.parts;
    const gone = place.beat.length_s > 0 ? place.gone_s / place.beat.length_s : 1;
    $ring.style.strokeDasharray = `${ROUND}`;
    $ring.style.strokeDashoffset = `${ROUND * gone}`;
    $breath.style.transform = `scale(${breathOf(place, gone)})`;
  }
}

/** The inner circle breathes in with the movement, rests in the hold and lets go after it. */
function breathOf(place: Place, gone: number): number {
  const eased = 0.5 - Math.cos(Math.PI * gone) / 2;
  switch (place.beat.kind) {
    case "in":
    case "move":
      return 0.62 + 0.33 * eased;
    case "hold":
      return 0.95;
    case "out":
    case "back":
      return 0.95 - 0.33 * eased;
    default:
      return 0.62;
  }
}

/** Seconds as they are, a minute or more as 1:05. */
function clockWords(place: Place): string {
  const count = countAt(place);
  if (place.beat.count !== null || count < 60) return String(count);
  return `${Math.floor(count / 60)}:${String(count % 60).padStart(2, "0")}`;
}

function write($element: HTMLElement, text: string): void {
  if ($element.textContent !== text) $element.textContent = text;
}
