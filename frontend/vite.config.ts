import { readdirSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vite";
import { icons } from "./icons.ts";

const sources = join(import.meta.dirname, "src");

/** Fetched only when it is asked for, so its names have to stay. */
const askedFor = ["coach/eyes.ts", "motion/motion.ts"];

/** Every script and style sheet that lies directly in src/ is an entry; folders hold what they import. */
function entries(): string[] {
  return [...readdirSync(sources), ...askedFor]
    .filter((name) => /\.(ts|css)$/.test(name) && !name.endsWith(".d.ts"))
    .map((name) => join(sources, name));
}

export default defineConfig({
  base: "/static/dist/",
  publicDir: false,
  clearScreen: false,
  logLevel: "warn",
  worker: { format: "es" },
  plugins: [icons()],
  build: {
    outDir: "../src/loosen/web/static/dist",
    emptyOutDir: false, // build.py does, and leaves what it lays out itself
    manifest: "manifest.json",
    target: "es2022",
    // The pages' policy allows no inline script, style or data address, so everything is a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: entries(), preserveEntrySignatures: "exports-only" },
  },
});
