/** Loaded by pages that show a figure by itself. */

import { enhance } from "./base/component.ts";
import { Figure } from "./figure/figure.ts";

enhance(Figure);
