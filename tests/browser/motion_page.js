// The whole page of `own_motion`: the phone's sensor and the eyes, and a list of all they call back.
import { Eyes } from "EYES";
import { MotionSense } from "MOTION";

let hush;
/** Once the sensor has said that there is nothing to feel. */
const muted = new Promise((resolve) => (hush = resolve));
const heard = { events: [], failures: [], mutes: [], readings: 0 };
const eyes = new Eyes(FILES, {
  event: (event) => heard.events.push(event),
  pace: () => {},
  failed: (failure) => heard.failures.push(failure),
});
const sense = new MotionSense({
  felt: (numbers) => {
    heard.readings += (numbers.length - 1) / 7;
    eyes.feel(numbers);
  },
  mute: (why) => {
    heard.mutes.push(why);
    hush();
  },
});
document.querySelector("button").addEventListener("click", async () => (heard.isOn = await sense.start()));
/** What this reading is, packed as the sensor's own are. */
const put = (numbers) => eyes.feel(new Float64Array(numbers.map((one) => one ?? NaN)));
Object.assign(globalThis, { eyes, heard, muted, put, sense });
