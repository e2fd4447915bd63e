/**
 * Notes that the browser shows outside the page, for whoever looks at another tab. They are made
 * here on the device, go to nobody, and say neither what it is about nor for whom.
 */

export type MayNote = "granted" | "denied" | "default" | "unsupported";

const TAG = "loosen-time";

export function mayNote(): MayNote {
  return "Notification" in globalThis ? Notification.permission : "unsupported";
}

/** Only ever after a tap; a browser that was told no does not ask again. */
export async function askToNote(): Promise<MayNote> {
  try {
    await Notification.requestPermission();
  } catch {
    return "unsupported";
  }
  return mayNote();
}

/** A new note takes the place of the one before. */
export async function note(title: string, body: string): Promise<void> {
  if (mayNote() !== "granted") return;
  const worker = await workerHere();
  const told = { body, tag: TAG, requireInteraction: true };
  if (worker !== null) {
    await worker.showNotification(title, { ...told, data: location.pathname });
    return;
  }
  try {
    const shown = new Notification(title, told);
    shown.addEventListener("click", () => {
      window.focus();
      shown.close();
    });
    open.push(shown);
  } catch {
    // Phones show notes through a worker alone; without one the page rings all the same.
  }
}

const open: Notification[] = [];

/** What was noted has been seen. */
export async function takeNotesBack(): Promise<void> {
  for (const shown of open.splice(0)) shown.close();
  const shown = (await (await workerHere())?.getNotifications({ tag: TAG })) ?? [];
  for (const one of shown) one.close();
}

/** The worker of an approved phone; on the computer itself there is none. */
async function workerHere(): Promise<ServiceWorkerRegistration | null> {
  if (!("serviceWorker" in navigator)) return null;
  const found = await navigator.serviceWorker.getRegistration();
  return found?.active ? found : null;
}
