/** On every page: small things that improve what works already. */

import { Away } from "./away/away.ts";
import { enhance } from "./base/component.ts";
import { Breath } from "./breath/breath.ts";
import { Countdown } from "./countdown/countdown.ts";
import { LookAgain } from "./look-again/look-again.ts";
import { Phone } from "./phone/phone.ts";
import { PrintThis } from "./print-this/print-this.ts";
import { ReachMe } from "./alarm/reach-me.ts";
import { ReadAloud } from "./read-aloud/read-aloud.ts";
import { Running } from "./running/running.ts";
import { sendOnce } from "./send-once/send-once.ts";
import { Until } from "./until/until.ts";
import { Waiting } from "./waiting/waiting.ts";

sendOnce();
// What reads the page comes first: whatever speaks after it waits until it has been read.
enhance(ReadAloud, Away, Breath, Countdown, LookAgain, Phone, PrintThis, ReachMe, Running, Until, Waiting);
