import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Entry } from './rules';

interface Kept extends DBSchema {
  entries: { key: number; value: Entry; indexes: { id: string; box: string; state: [string, string] } };
  /** Whatever a page must have again after a restart without a network, by a name of its own. */
  things: { key: string; value: unknown };
}

let opening: Promise<IDBPDatabase<Kept>> | undefined;

function database(): Promise<IDBPDatabase<Kept>> {
  opening ??= openDB<Kept>('diemcau', 1, {
    upgrade(db) {
      const entries = db.createObjectStore('entries', { keyPath: 'n', autoIncrement: true });
      entries.createIndex('id', 'id', { unique: true });
      entries.createIndex('box', 'box');
      entries.createIndex('state', ['state', 'box']);
      db.createObjectStore('things');
    },
    blocking: () => void close(),
    terminated: () => (opening = undefined),
  });
  opening.catch(() => (opening = undefined));
  return opening;
}

async function close(): Promise<void> {
  const db = await opening;
  opening = undefined;
  db?.close();
}

const strict: IDBTransactionOptions = { durability: 'strict' };

/** What is kept on this device. A promise that is fulfilled means: on the disk, past any restart. */
export const kept = {
  /** Keeps an entry and, in the same breath, a thing that goes with it. */
  async add(entry: Entry, along?: { readonly name: string; readonly value: unknown }): Promise<Entry> {
    const tx = (await database()).transaction(['entries', 'things'], 'readwrite', strict);
    const [n] = await Promise.all([
      tx.objectStore('entries').add(entry),
      along && tx.objectStore('things').put(along.value, along.name),
      tx.done,
    ]);
    return { ...entry, n };
  },
  async put(entries: readonly Entry[]): Promise<void> {
    const tx = (await database()).transaction('entries', 'readwrite', strict);
    await Promise.all([...entries.map((entry) => tx.store.put(entry)), tx.done]);
  },
  async of(box: string): Promise<Entry[]> {
    return (await database()).getAllFromIndex('entries', 'box', box);
  },
  /** The boxes that still have something to send. */
  async unsent(): Promise<Map<string, Entry[]>> {
    const all = await (
      await database()
    ).getAllFromIndex('entries', 'state', IDBKeyRange.bound(['waiting', ''], ['waiting', '\uffff']));
    const boxes = new Map<string, Entry[]>();
    for (const entry of all.sort((a, b) => (a.n ?? 0) - (b.n ?? 0))) {
      boxes.set(entry.box, [...(boxes.get(entry.box) ?? []), entry]);
    }
    return boxes;
  },
  /** Forgets what a box has sent; what still waits stays. */
  async forget(box: string): Promise<void> {
    const tx = (await database()).transaction('entries', 'readwrite', strict);
    for (const entry of await tx.store.index('box').getAll(box)) {
      if (entry.state !== 'waiting' && entry.n !== undefined) await tx.store.delete(entry.n);
    }
    await tx.done;
  },
  async thing<T>(name: string): Promise<T | undefined> {
    return (await (await database()).get('things', name)) as T | undefined;
  },
  async keep(name: string, value: unknown): Promise<void> {
    const tx = (await database()).transaction('things', 'readwrite', strict);
    if (value === undefined) await tx.store.delete(name);
    else await tx.store.put(value, name);
    await tx.done;
  },
};

/** Asks the browser not to throw this away when it needs room; false when it does not promise. */
export async function persisted(): Promise<boolean> {
  try {
    return (await navigator.storage.persisted()) || (await navigator.storage.persist());
  } catch {
    return false;
  }
}
