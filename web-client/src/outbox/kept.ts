import type { Entry } from './rules';

/** Something of a sealed box as it lies on the disk. */
export interface Shut {
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

/** Shuts and opens what a sealed box keeps, once its PIN was typed; made by seal.ts, which only sealed boxes load. */
export interface Guard {
  shut(name: string, value: unknown): Promise<Shut>;
  open(name: string, shut: Shut): Promise<unknown>;
}

/** What of an entry stays readable while its box is sealed: enough to say how many wait. */
type Row = Entry | (Pick<Entry, 'n' | 'id' | 'box' | 'state'> & { readonly shut: Shut });

const guards = new Map<string, Guard>();
/** Things of a box that are shut with it: people and what was said of them. */
const guarded = new Set(['pack', 'said', 'since']);

function guardOf(name: string): Guard | undefined {
  const at = name.indexOf('|');
  return guarded.has(name.slice(0, at)) ? guards.get(name.slice(at + 1)) : undefined;
}

async function shutRow(entry: Entry): Promise<Row> {
  const guard = guards.get(entry.box);
  if (!guard) return entry;
  const { n, id, box, state, ...rest } = entry;
  return { ...(n === undefined ? {} : { n }), id, box, state, shut: await guard.shut(id, rest) };
}

/** Undefined while the box is sealed and nobody has opened it here. */
async function openRow(row: Row): Promise<Entry | undefined> {
  if (!('shut' in row)) return row;
  const { shut, ...open } = row;
  const rest = await guards.get(row.box)?.open(row.id, shut);
  return rest === undefined ? undefined : ({ ...open, ...(rest as object) } as Entry);
}

function isShut(value: unknown): value is Shut {
  return typeof value === 'object' && value !== null && 'nonce' in value && 'data' in value;
}

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
    const row = await shutRow(entry);
    const n = await write(['entries', 'things'], (tx) => {
      if (along) tx.objectStore('things').put(along.value, along.name);
      return done(tx.objectStore('entries').add(row));
    });
    return { ...entry, n: Number(n) };
  },
  async put(entries: readonly Entry[]): Promise<void> {
    const rows = await Promise.all(entries.map(shutRow));
    await write(['entries'], (tx) => {
      const store = tx.objectStore('entries');
      for (const row of rows) store.put(row);
    });
  },
  async of(box: string): Promise<Entry[]> {
    const rows = await done<Row[]>((await look('entries')).index('box').getAll(box));
    return (await Promise.all(rows.map(openRow))).filter((entry) => entry !== undefined);
  },
  /** How many entries of each box still wait to be sent. */
  async unsent(): Promise<Map<string, number>> {
    const waiting = IDBKeyRange.bound(['waiting', ''], ['waiting', '\uffff']);
    const all = await done<Row[]>((await look('entries')).index('state').getAll(waiting));
    const boxes = new Map<string, number>();
    for (const { box } of all) boxes.set(box, (boxes.get(box) ?? 0) + 1);
    return boxes;
  },
  /** Forgets what a box has sent; what still waits stays. */
  async forget(box: string): Promise<void> {
    await write(['entries'], async (tx) => {
      const store = tx.objectStore('entries');
      for (const entry of await done<Row[]>(store.index('box').getAll(box))) {
        if (entry.state !== 'waiting' && entry.n !== undefined) store.delete(entry.n);
      }
    });
  },
  /** Undefined also while it lies in a box that is sealed. */
  async thing<T>(name: string): Promise<T | undefined> {
    const value = await done<unknown>((await look('things')).get(name));
    return (isShut(value) ? await guardOf(name)?.open(name, value) : value) as T | undefined;
  },
  async keep(name: string, value: unknown): Promise<void> {
    const kept = value === undefined ? undefined : ((await guardOf(name)?.shut(name, value)) ?? value);
    await write(['things'], (tx) => {
      const store = tx.objectStore('things');
      if (kept === undefined) store.delete(name);
      else store.put(kept, name);
    });
  },
  /** From now on what this box keeps is shut and opened by the guard; without one it is locked, or was never sealed. */
  guard(box: string, guard: Guard | undefined): void {
    if (guard) guards.set(box, guard);
    else guards.delete(box);
  },
  /** Takes everything of the box off this device, what was never sent too, and its seal. */
  async drop(box: string): Promise<void> {
    await write(['entries', 'things'], async (tx) => {
      const entries = tx.objectStore('entries');
      for (const row of await done<Row[]>(entries.index('box').getAll(box)))
        if (row.n !== undefined) entries.delete(row.n);
      for (const what of [...guarded, 'seal']) tx.objectStore('things').delete(`${what}|${box}`);
    });
    guards.delete(box);
  },
  /** Writes again what the box has, as its guard wants it. */
  async rewrite(box: string): Promise<void> {
    await kept.put(await kept.of(box));
    for (const what of guarded) {
      const name = `${what}|${box}`;
      await kept.keep(name, await kept.thing(name));
    }
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
