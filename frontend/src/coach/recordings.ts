/** The list of recordings: played, taken along, thrown away. All of it stays in this browser. */

import { Component } from "../base/component.ts";
import { Film } from "./film.ts";
import { allRecordings, dropAllRecordings, dropRecording, type Recording } from "./kept.ts";
import { npzOf } from "./npz.ts";
import { unpacked } from "./unpacking.ts";

export class Recordings extends Component {
  static override readonly moduleName = "recordings";
  private film: Film | null = null;

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
    const $film = part<SVGSVGElement>("film");
    part<HTMLElement>("play").addEventListener("click", () => this.play($film, one));
    part<HTMLElement>("take").addEventListener("click", () => take(one));
    part<HTMLElement>("drop").addEventListener("click", () => void dropRecording(one.id).then(() => this.list()));
    return $row;
  }

  private play($film: SVGSVGElement, one: Recording): void {
    this.film?.stop();
    $film.removeAttribute("hidden");
    this.film = new Film($film, one.frames);
    this.film.play();
  }
}

function aboutOf({ at_ms, count, frames }: Recording): string {
  const [first, last] = [frames[0], frames.at(-1)];
  const seconds = first === undefined || last === undefined ? 0 : unpacked(last).t_s - unpacked(first).t_s;
  const when = new Date(at_ms).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
  return `${when} · ${Math.round(seconds)} s · ${count} ×`;
}

function take(one: Recording): void {
  const $link = document.createElement("a");
  $link.href = URL.createObjectURL(npzOf(one.frames));
  $link.download = `${one.exercise}-${new Date(one.at_ms).toISOString().slice(0, 16).replaceAll(":", "")}.npz`;
  $link.click();
  setTimeout(() => URL.revokeObjectURL($link.href), 1000);
}
