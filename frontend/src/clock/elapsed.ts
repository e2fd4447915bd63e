/** How long ago something was, in milliseconds, whatever this device's clock says it is.
 *
 * The steady clock counts. It may stand while a phone sleeps, so what the wall clock has gone on
 * in that time counts where it is more: a sleep never makes a time longer, and setting the clock
 * back does not either.
 */

import type { Now } from "./clock.ts";

export function elapsedSince(
  steady: Now = () => performance.now(),
  wall: Now = () => Date.now(),
): Now {
  const steadyAtFirst = steady();
  const wallAtFirst = wall();
  return () => Math.max(steady() - steadyAtFirst, wall() - wallAtFirst);
}
