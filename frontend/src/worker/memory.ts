/** What outlives the worker: what it knows, what waits to be sent, what could not be taken. */

import { FORMAT, type Known } from "./list.ts";

export interface Waiting {
  readonly id?: number;
  readonly path: string;
  readonly body: string;
  readonly entered_at_ms: number;
}

const NAME = "loosen";
const KNOWN = "known";
const SENT = "sent";
const STORES = { waiting: "waiting", refused: "refused", known: "known" } as const;
type Store = (typeof STORES)[keyof typeof STORES];

/** Null before the first list, and where an older worker kept one that this one cannot read. */
export async function known(): Promise<Known | null> {
  return readable(await ask<Known | undefined>("known", "readonly", (store) => store.get(KNOWN)));
}

/** In one piece, so that two who change it at once do not undo each other. */
export async function change(make: (before: Known | null) => Known | null): Promise<void> {
  await ask("known", "readwrite", (store) => {
    const before = store.get(KNOWN);
    before.onsuccess = () => {
      const after = make(readable(before.result as Known | undefined));
      if (after !== null) store.put(after, KNOWN);
    };
    return before;
  });
}

function readable(facts: Known | undefined): Known | null {
  return facts?.list.format === FORMAT ? facts : null;
}

export async function countSent(): Promise<void> {
  await ask("known", "readwrite", (store) => {
    const before = store.get(SENT);
    before.onsuccess = () => store.put(((before.result as number | undefined) ?? 0) + 1, SENT);
    return before;
  });
}

/** How much was sent since a page last heard of it. */
export async function takeSent(): Promise<number> {
  const sent = await ask<number | undefined>("known", "readonly", (store) => store.get(SENT));
  await ask("known", "readwrite", (store) => store.delete(SENT));
  return sent ?? 0;
}

export async function keep(store: "waiting" | "refused", one: Waiting): Promise<void> {
  await ask(store, "readwrite", (opened) => opened.add(one));
}

/** In the order in which they were entered. */
export function all(store: "waiting" | "refused"): Promise<Waiting[]> {
  return ask<Waiting[]>(store, "readonly", (opened) => opened.getAll());
}

export async function drop(store: "waiting" | "refused", id: number): Promise<void> {
  await ask(store, "readwrite", (opened) => opened.delete(id));
}

export async function empty(...stores: Store[]): Promise<void> {
  for (const store of stores) await ask(store, "readwrite", (opened) => opened.clear());
}

async function ask<Answer>(
  name: Store,
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest,
): Promise<Answer> {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(name, mode);
      const request = act(transaction.objectStore(name));
      transaction.oncomplete = () => resolve(request.result as Answer);
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(NAME, 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore(STORES.known);
      for (const name of [STORES.waiting, STORES.refused]) {
        opening.result.createObjectStore(name, { keyPath: "id", autoIncrement: true });
      }
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
}
