/** Recordings of what was seen or felt, kept in this browser alone. Erasing everything wipes them with the rest. */

const BASE = "loosen-recordings";
const SETS = "sets";

/** What a camera saw: landmarks, as `packing.ts` packs them. */
export interface Seen {
  readonly frames: readonly ArrayBuffer[];
}

/** What a worn phone felt, as `motion.ts` packs it; and by turns when and how far it was tilted, as our Python told it. */
export interface Felt {
  readonly packs: readonly Float64Array<ArrayBuffer>[];
  readonly tilts: readonly number[];
}

export type Kept = Seen | Felt;

export type Recording = Kept & {
  readonly id: string;
  readonly exercise: string;
  readonly title: string;
  readonly at_ms: number;
  readonly count: number;
};

/** Takes what is to be kept of a set. */
export type Keep = (what: Kept) => Promise<unknown>;

export function keepRecording(recording: Recording): Promise<unknown> {
  return ask("readwrite", (sets) => sets.put(recording));
}

/** The newest first. */
export async function allRecordings(): Promise<readonly Recording[]> {
  const found = await ask<Recording[]>("readonly", (sets) => sets.getAll());
  return found.sort((one, other) => other.at_ms - one.at_ms);
}

export function dropRecording(id: string): Promise<unknown> {
  return ask("readwrite", (sets) => sets.delete(id));
}

export function dropAllRecordings(): Promise<unknown> {
  return ask("readwrite", (sets) => sets.clear());
}

async function ask<Answer>(mode: IDBTransactionMode, act: (sets: IDBObjectStore) => IDBRequest): Promise<Answer> {
  const base = await opened();
  try {
    return await new Promise<Answer>((resolve, reject) => {
      const turn = base.transaction(SETS, mode);
      const asked = act(turn.objectStore(SETS));
      turn.oncomplete = () => resolve(asked.result as Answer);
      turn.onabort = turn.onerror = () => reject(turn.error);
    });
  } finally {
    base.close();
  }
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(BASE, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(SETS, { keyPath: "id" });
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}
