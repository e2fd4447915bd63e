/** Loaded by the coach's page alone. */

import { enhance } from "./base/component.ts";
import { Coach } from "./coach/coach.ts";

enhance(Coach);
