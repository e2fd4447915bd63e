/** Loaded by the session's step page alone. */

import { enhance } from "./base/component.ts";
import { Player } from "./player/player.ts";

enhance(Player);
