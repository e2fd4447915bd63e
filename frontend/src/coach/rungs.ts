/** Which one counts. */

import type { By, Lead } from "./lead.ts";
import type { Ears, Rung } from "./rung.ts";
import type { Screen } from "./screen.ts";
import { TapRung, TimerRung } from "./simple.ts";

export function rungOf(by: By, lead: Lead, screen: Screen, ears: Ears): Rung {
  switch (by) {
    case "camera":
    case "phone":
    case "tap":
      return new TapRung(screen.find("tap"), ears);
    case "timer":
      return new TimerRung(lead, ears);
  }
}
