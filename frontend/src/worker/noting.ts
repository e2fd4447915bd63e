/** A note that was tapped leads to the page that had it shown. */

/** The page that is open already, or else that page anew. */
export async function goTo(scope: ServiceWorkerGlobalScope, shown: Notification): Promise<void> {
  const path = String(shown.data);
  shown.close();
  const pages = await scope.clients.matchAll({ type: "window", includeUncontrolled: true });
  const found = pages.find(({ url }) => new URL(url).pathname === path);
  await (found === undefined ? scope.clients.openWindow(path) : found.focus());
}
