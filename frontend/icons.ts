/** Draws the icons of the home screen from our one drawing, at build time. */

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import type { Plugin } from "vite";

const DRAWING = join(import.meta.dirname, "../src/loosen/web/static/icon.svg");
/** The part of a maskable icon that no system cuts off is a circle of four fifths. */
const WITHIN_THE_MASK = 0.7;

interface Icon {
  readonly name: string;
  readonly size_px: number;
  readonly fills: boolean;
}

const ICONS: readonly Icon[] = [
  { name: "icon-192", size_px: 192, fills: false },
  { name: "icon-512", size_px: 512, fills: false },
  { name: "maskable-192", size_px: 192, fills: true },
  { name: "maskable-512", size_px: 512, fills: true },
  { name: "touch-180", size_px: 180, fills: true },
];

export function icons(): Plugin {
  return {
    name: "loosen-icons",
    apply: "build",
    async generateBundle() {
      const drawing = await readFile(DRAWING, "utf-8");
      await initWasm(await readFile(createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm")));
      for (const { name, size_px, fills } of ICONS) {
        const drawn = new Resvg(fills ? filling(drawing) : drawing, { fitTo: { mode: "width", value: size_px } });
        this.emitFile({ type: "asset", fileName: `icons/${name}.png`, source: drawn.render().asPng() });
      }
    },
  };
}

/** The same drawing on a ground without corners, small enough for any mask. */
function filling(drawing: string): string {
  const side = 64;
  const margin = (side * (1 - WITHIN_THE_MASK)) / 2;
  const ground = /<rect[^>]*fill="([^"]+)"/.exec(drawing)?.[1];
  const line = /<path[^>]*\/>/.exec(drawing)?.[0];
  if (ground === undefined || line === undefined) throw new Error(`${DRAWING}: a ground and a line are expected`);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}">` +
    `<rect width="${side}" height="${side}" fill="${ground}"/>` +
    `<g transform="translate(${margin} ${margin}) scale(${WITHIN_THE_MASK})">${line}</g></svg>`
  );
}
