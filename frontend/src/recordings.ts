/** Loaded by the list of recordings alone. */

import { enhance } from "./base/component.ts";
import { Recordings } from "./coach/recordings.ts";

enhance(Recordings);
