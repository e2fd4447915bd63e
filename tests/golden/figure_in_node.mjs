/** Draws what it is asked to with the page's own script: a question in JSON in, outlines out. */

import { readFileSync } from "node:fs";
import { stdout } from "node:process";

const [, , folder, file] = process.argv;
const { Drawing } = await import(`${folder}/drawing.ts`);
const { View } = await import(`${folder}/outline.ts`);
const { facesOf, farFirst, solidOf } = await import(`${folder}/solids.ts`);
const { Track } = await import(`${folder}/track.ts`);

const { tracks, bodies, cases } = JSON.parse(readFileSync(file, "utf8"));

function drawn({ track, phase, turn_deg, tilt_deg }) {
  const { body: name, ...data } = tracks[track];
  const body = bodies[name];
  const drawing = new Drawing(body);
  const view = new View(turn_deg, tilt_deg);
  const pieces = drawing.see(new Track(data).poseAt(phase), view, 0);
  return {
    pieces: pieces.map(({ name, side, isFar, shapes }) => [
      name, side, isFar, shapes.map(({ part }) => `${part.name} ${part.side}`),
    ]),
    outlines: Object.fromEntries(
      drawing.shapes.map((one) => [`${one.part.name} ${one.part.side}`, [...one.hulls]]),
    ),
    faces: farFirst(data.solids.map(solidOf), view).flatMap((solid) => facesOf(solid, view)),
  };
}

stdout.write(JSON.stringify(cases.map(drawn)));
