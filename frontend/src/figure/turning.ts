/** How a figure is turned: in steps by a button, and by a hand that draws it aside. */

/** Eight presses bring it round to its best view again. */
export const STEP_DEG = 45;

const DEGREES_A_PIXEL = 0.6;

/** Up and down still scroll the page. `turn` gets the degrees of every little way, to the right positive. */
export function turnByHand($box: HTMLElement, turn: (way_deg: number) => void): void {
  let from: number | null = null;
  $box.addEventListener("pointerdown", (event) => {
    from = event.clientX;
    $box.setPointerCapture(event.pointerId);
  });
  $box.addEventListener("pointermove", (event) => {
    if (from === null) return;
    turn((event.clientX - from) * DEGREES_A_PIXEL);
    from = event.clientX;
  });
  for (const over of ["pointerup", "pointercancel"]) $box.addEventListener(over, () => (from = null));
}
