/** Sounds again and again until somebody answers, and is noted outside the page where nobody looks. */

import { buzz } from "../buzz/buzz.ts";
import { type Tone, play } from "../tones/tones.ts";
import { note, takeNotesBack } from "./notes.ts";

const AGAIN_MS = 4000;

export class Alarm {
  private readonly title: string;
  private readonly body: string;
  private tone: Tone | null = null;
  private soundedAt = 0;
  private isNoted = false;

  /** `title` and `body` stand in the note: no word of what it is about. */
  constructor(title: string, body: string) {
    this.title = title;
    this.body = body;
  }

  get isOn(): boolean {
    return this.tone !== null;
  }

  /** Rings with this tone from now on. */
  ring(tone: Tone): void {
    this.tone = tone;
    this.sound();
    if (document.hidden) this.noteIt();
  }

  /** One more beat: sounds when it is time; a note is taken back once the page is looked at. */
  beat(): void {
    if (this.tone !== null && performance.now() - this.soundedAt >= AGAIN_MS) this.sound();
    if (this.isNoted && !document.hidden) this.takeBack();
  }

  stop(): void {
    this.tone = null;
    if (this.isNoted) this.takeBack();
  }

  private noteIt(): void {
    this.isNoted = true;
    void note(this.title, this.body);
  }

  private takeBack(): void {
    this.isNoted = false;
    void takeNotesBack();
  }

  private sound(): void {
    if (this.tone === null) return;
    this.soundedAt = performance.now();
    play(this.tone);
    buzz(this.tone);
  }
}
