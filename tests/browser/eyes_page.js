// The whole page of `own_frames`: the eyes, and a list of all that they call back.
import { Eyes } from "EYES";

const heard = { events: [], paces: [], failures: [] };
const eyes = new Eyes(FILES, {
  event: (event, took_ms) => heard.events.push({ event, took_ms, at_ms: performance.now() }),
  pace: (pace) => heard.paces.push(pace),
  failed: (failure) => heard.failures.push(failure),
});
const LATEST_MS = 120_000;
/** Once there are so many of them; an error where they do not come. */
const until = (what, count) =>
  new Promise((resolve, reject) => {
    const began_ms = performance.now();
    const look = () => {
      if (heard[what].length >= count) resolve(heard[what].length);
      else if (performance.now() - began_ms > LATEST_MS) reject(new Error(`${heard[what].length} ${what}, not ${count}: ${JSON.stringify(heard.failures)}`));
      else setTimeout(look, 20);
    };
    look();
  });
/** What it comes to; an error where it never does, and not a test that waits for ever. */
const inTime = (coming) =>
  Promise.race([coming, new Promise((_, reject) => setTimeout(reject, LATEST_MS, new Error(`nothing came: ${JSON.stringify(heard.failures)}`)))]);
/** Opens the camera and lets the eyes watch it. */
async function watch() {
  const video = document.querySelector("#eye");
  const wishes = { width: 640, height: 480, frameRate: 30 };
  video.srcObject = await navigator.mediaDevices.getUserMedia({ video: wishes });
  await video.play();
  eyes.watch(video);
}
// How long the page's own thread was taken for at a stretch, where it was more than 50 ms.
heard.stalls = [];
new PerformanceObserver((list) => {
  heard.stalls.push(...list.getEntries().map(({ duration }) => ({ ms: duration })));
}).observe({ type: "longtask", buffered: true });
Object.assign(globalThis, { eyes, heard, until, inTime, watch });
