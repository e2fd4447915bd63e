/** Loaded by pages whose figures stand still. */

import { enhance } from "./base/component.ts";
import { Still } from "./figure/still.ts";

enhance(Still);
