/** Keys of the player: space, arrows, M, Esc and ?. A field or a button keeps its own keys. */

export type Action = "toggle" | "next" | "back" | "stop" | "sound" | "help";

const ACTIONS: Readonly<Record<string, Action>> = {
  " ": "toggle",
  ArrowRight: "next",
  ArrowLeft: "back",
  Escape: "stop",
  m: "sound",
  M: "sound",
  "?": "help",
};
const OWN_ARROWS = "input, select, textarea";
const OWN_LETTERS = "input:not([type=radio], [type=checkbox]), select, textarea";
const OWN_SPACE = "input, select, textarea, button, a, summary";

/** What a key means where the focus is; null where it belongs to the element. */
export function actionOf(key: string, isOn: (selector: string) => boolean): Action | null {
  const action = ACTIONS[key] ?? null;
  if (action === "toggle" && isOn(OWN_SPACE)) return null;
  if ((action === "next" || action === "back") && isOn(OWN_ARROWS)) return null;
  if (action === "sound" && isOn(OWN_LETTERS)) return null;
  return action;
}

export function listenToKeys(act: (action: Action) => void): void {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const $on = event.target instanceof Element ? event.target : document.body;
    const action = actionOf(event.key, (selector) => $on.closest(selector) !== null);
    if (action === null || document.querySelector("dialog[open]") !== null) return;
    event.preventDefault();
    act(action);
  });
}
