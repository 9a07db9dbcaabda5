/** The browser's store: what may lie there, and writing that is on the disk when it says so. */
type Name = 'entries' | 'things';

let opening: Promise<IDBDatabase> | undefined;

/** What a request of the store gives, as a promise. */
export function done<T>(request: IDBRequest<T>): Promise<T> {
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

/** Writes in one transaction; fulfilled when it is on the disk. A failure of any part takes all of it back. */
export async function write<T>(names: Name[], work: (tx: IDBTransaction) => Promise<T> | T): Promise<T> {
  const tx = (await database()).transaction(names, 'readwrite', { durability: 'strict' });
  const written = new Promise<void>((give, fail) => {
    tx.oncomplete = () => give();
    tx.onerror = tx.onabort = () => fail(tx.error ?? new DOMException('the store took it back', 'AbortError'));
  });
  const [result] = await Promise.all([work(tx), written]);
  return result;
}

export async function look(name: Name): Promise<IDBObjectStore> {
  return (await database()).transaction(name).objectStore(name);
}
