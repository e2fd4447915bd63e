/** A form that was sent is not sent again by a second tap; the server would take it once anyhow. */

const SETTLES_MS = 4000;

export function sendOnce(): void {
  document.addEventListener("submit", (event) => {
    const $form = event.target as HTMLFormElement;
    if ($form.dataset["sent"] !== undefined) {
      event.preventDefault();
      return;
    }
    $form.dataset["sent"] = "";
    setTimeout(() => delete $form.dataset["sent"], SETTLES_MS);
  });
}
