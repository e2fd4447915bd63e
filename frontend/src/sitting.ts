/** Loaded by the page about sitting alone. */

import { enhance } from "./base/component.ts";
import { Sitting } from "./sitting/sitting.ts";

enhance(Sitting);
