// The whole page of `own_frames`: the eyes, and a list of all that they call back.
import { Eyes } from "EYES";

const heard = { events: [], paces: [], failures: [] };
const eyes = new Eyes(FILES, {
  event: (event, took_ms) => heard.events.push({ event, took_ms, at_ms: performance.now() }),
  pace: (pace) => heard.paces.push(pace),
  failed: (failure) => heard.failures.push(failure),
});
/** Once there are so many of them. */
const until = (what, count) =>
  new Promise((resolve) => {
    const look = () => (heard[what].length >= count ? resolve(heard[what].length) : setTimeout(look, 20));
    look();
  });
Object.assign(globalThis, { eyes, heard, until });
