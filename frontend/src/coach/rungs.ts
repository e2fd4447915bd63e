/** Which one counts. */

import { CameraRung } from "./camera.ts";
import type { Keep } from "./kept.ts";
import type { By, Lead } from "./lead.ts";
import { PhoneRung } from "./phone.ts";
import type { CoachFiles } from "./protocol.ts";
import type { Ears, Rung } from "./rung.ts";
import type { Screen } from "./screen.ts";
import { TapRung, TimerRung } from "./simple.ts";

export function rungOf(by: By, lead: Lead, files: CoachFiles, screen: Screen, ears: Ears, keep: Keep | null): Rung {
  switch (by) {
    case "camera":
      return new CameraRung(lead, files, screen.find<HTMLVideoElement>("video"), ears, keep);
    case "phone":
      return new PhoneRung(lead, files, ears, (deg) => screen.tilt(deg), keep);
    case "tap":
      return new TapRung(screen.find("tap"), ears);
    case "timer":
      return new TimerRung(lead, ears);
  }
}
