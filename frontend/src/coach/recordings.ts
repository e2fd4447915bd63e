/** The list of recordings: played, taken along, thrown away. All of it stays in this browser. */

import { Component } from "../base/component.ts";
import { Film } from "./film.ts";
import { allRecordings, dropAllRecordings, dropRecording, type Recording } from "./kept.ts";
import { npzOf, npzOfFelt } from "./npz.ts";
import { TiltFilm } from "./tilt.ts";
import { unpacked } from "./unpacking.ts";

export class Recordings extends Component {
  static override readonly moduleName = "recordings";
  private film: Film | TiltFilm | null = null;

  start(): void {
    this.part("all").addEventListener("click", () => void dropAllRecordings().then(() => this.list()));
    void this.list().catch(() => this.show([]));
  }

  private async list(): Promise<void> {
    this.show(await allRecordings());
  }

  private show(found: readonly Recording[]): void {
    this.film?.stop();
    this.part("none").hidden = found.length > 0;
    this.part("all").hidden = found.length === 0;
    this.part("list").replaceChildren(...found.map((one) => this.row(one)));
  }

  private row(one: Recording): Node {
    const $row = this.part<HTMLTemplateElement>("row").content.cloneNode(true) as DocumentFragment;
    const part = <Found extends Element>(name: string) => $row.querySelector<Found>(`[data-${name}]`)!;
    part("title").textContent = one.title;
    part("about").textContent = aboutOf(one);
    const $film = part<SVGSVGElement>("packs" in one ? "felt" : "film");
    part<HTMLElement>("play").addEventListener("click", () => this.play($film, one));
    part<HTMLElement>("take").addEventListener("click", () => take(one));
    part<HTMLElement>("drop").addEventListener("click", () => void dropRecording(one.id).then(() => this.list()));
    return $row;
  }

  private play($film: SVGSVGElement, one: Recording): void {
    this.film?.stop();
    $film.removeAttribute("hidden");
    this.film = "packs" in one ? new TiltFilm($film, one.tilts) : new Film($film, one.frames);
    this.film.play();
  }
}

function aboutOf(one: Recording): string {
  const { at_ms, count } = one;
  const seconds = secondsOf(one);
  const when = new Date(at_ms).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
  return `${when} · ${Math.round(seconds)} s · ${count} ×`;
}

function secondsOf(one: Recording): number {
  const [first, last] = "packs" in one ? [one.packs[0]?.[1], one.packs.at(-1)?.[1]] : [timeOf(one.frames[0]), timeOf(one.frames.at(-1))];
  return (last ?? 0) - (first ?? 0);
}

function timeOf(frame: ArrayBuffer | undefined): number | undefined {
  return frame === undefined ? undefined : unpacked(frame).t_s;
}

function take(one: Recording): void {
  const $link = document.createElement("a");
  $link.href = URL.createObjectURL("packs" in one ? npzOfFelt(one.packs) : npzOf(one.frames));
  $link.download = `${one.exercise}-${new Date(one.at_ms).toISOString().slice(0, 16).replaceAll(":", "")}.npz`;
  $link.click();
  setTimeout(() => URL.revokeObjectURL($link.href), 1000);
}
