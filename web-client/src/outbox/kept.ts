import type { Entry } from './rules';

let opening: Promise<IDBDatabase> | undefined;

/** What a request of the store gives, as a promise. */
function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((give, fail) => {
    request.onsuccess = () => give(request.result);
    request.onerror = () => fail(request.error ?? new Error('the store gave no answer'));
  });
}

function database(): Promise<IDBDatabase> {
  opening ??= opened();
  opening.catch(() => (opening = undefined));
  return opening;
}

async function opened(): Promise<IDBDatabase> {
  const asked = indexedDB.open('diemcau', 1);
  asked.onupgradeneeded = () => {
    const entries = asked.result.createObjectStore('entries', { keyPath: 'n', autoIncrement: true });
    entries.createIndex('id', 'id', { unique: true });
    entries.createIndex('box', 'box');
    entries.createIndex('state', ['state', 'box']);
    // Whatever a page must have again after a restart without a network, by a name of its own.
    asked.result.createObjectStore('things');
  };
  const db = await done(asked);
  const forget = (): void => void (opening = undefined);
  db.onclose = forget;
  // Another tab brings a newer page with a newer store: this one must let go.
  db.onversionchange = () => {
    forget();
    db.close();
  };
  return db;
}

type Name = 'entries' | 'things';

/** Writes in one transaction; fulfilled when it is on the disk. A failure of any part takes all of it back. */
async function write<T>(names: Name[], work: (tx: IDBTransaction) => Promise<T> | T): Promise<T> {
  const tx = (await database()).transaction(names, 'readwrite', { durability: 'strict' });
  const written = new Promise<void>((give, fail) => {
    tx.oncomplete = () => give();
    tx.onerror = tx.onabort = () => fail(tx.error ?? new DOMException('the store took it back', 'AbortError'));
  });
  const [result] = await Promise.all([work(tx), written]);
  return result;
}

async function look(name: Name): Promise<IDBObjectStore> {
  return (await database()).transaction(name).objectStore(name);
}

/** What is kept on this device. A promise that is fulfilled means: on the disk, past any restart. */
export const kept = {
  /** Keeps an entry and, in the same breath, a thing that goes with it. */
  async add(entry: Entry, along?: { readonly name: string; readonly value: unknown }): Promise<Entry> {
    const n = await write(['entries', 'things'], (tx) => {
      if (along) tx.objectStore('things').put(along.value, along.name);
      return done(tx.objectStore('entries').add(entry));
    });
    return { ...entry, n: Number(n) };
  },
  async put(entries: readonly Entry[]): Promise<void> {
    await write(['entries'], (tx) => {
      const store = tx.objectStore('entries');
      for (const entry of entries) store.put(entry);
    });
  },
  async of(box: string): Promise<Entry[]> {
    return done<Entry[]>((await look('entries')).index('box').getAll(box));
  },
  /** The boxes that still have something to send. */
  async unsent(): Promise<Map<string, Entry[]>> {
    const waiting = IDBKeyRange.bound(['waiting', ''], ['waiting', '\uffff']);
    const all = await done<Entry[]>((await look('entries')).index('state').getAll(waiting));
    const boxes = new Map<string, Entry[]>();
    for (const entry of all.sort((a, b) => (a.n ?? 0) - (b.n ?? 0))) {
      boxes.set(entry.box, [...(boxes.get(entry.box) ?? []), entry]);
    }
    return boxes;
  },
  /** Forgets what a box has sent; what still waits stays. */
  async forget(box: string): Promise<void> {
    await write(['entries'], async (tx) => {
      const store = tx.objectStore('entries');
      for (const entry of await done<Entry[]>(store.index('box').getAll(box))) {
        if (entry.state !== 'waiting' && entry.n !== undefined) store.delete(entry.n);
      }
    });
  },
  async thing<T>(name: string): Promise<T | undefined> {
    return done<T | undefined>((await look('things')).get(name));
  },
  async keep(name: string, value: unknown): Promise<void> {
    await write(['things'], (tx) => {
      const store = tx.objectStore('things');
      if (value === undefined) store.delete(name);
      else store.put(value, name);
    });
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
