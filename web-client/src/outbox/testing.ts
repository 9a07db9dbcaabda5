import { vi } from 'vitest';
import { look } from './disk';
import type { kept } from './kept';
import { newId, type Entry } from './rules';

type Store = typeof kept;

/** Another page of the same browser: the disk is the same, what is in memory is not. */
export async function page(): Promise<{ seals: typeof import('./seal'); store: Store }> {
  vi.resetModules();
  const store = (await import('./kept')).kept;
  return { seals: await import('./seal'), store };
}

/** Somebody ticked, whose name stands in what is shown, in what is sent and in the address. */
export function ticked(box: string, name: string): Entry {
  const about = { act: 'in', name };
  const body = { kind: 'in', person: name };
  const batch = '/sessions/s/sites/a/evidence/batch';
  return { id: newId(), box, method: 'PUT', path: `/p/${name}`, batch, body, about, madeAt: 'now', state: 'waiting' };
}

async function database(): Promise<IDBDatabase> {
  await look('things');
  return new Promise((give, fail) => {
    const asked = indexedDB.open('diemcau');
    asked.onsuccess = () => give(asked.result);
    asked.onerror = () => fail(asked.error);
  });
}

/** Everything on the disk, as text. */
export async function disk(): Promise<string> {
  const db = await database();
  const all = await Promise.all(
    ['entries', 'things'].map(
      (name) =>
        new Promise<unknown[]>((give) => {
          const asked = db.transaction(name).objectStore(name).getAll();
          asked.onsuccess = () => give(asked.result);
        }),
    ),
  );
  db.close();
  const bytes = (_: string, value: unknown): unknown =>
    String(value) === '[object ArrayBuffer]' || ArrayBuffer.isView(value)
      ? new TextDecoder().decode(value as ArrayBuffer)
      : value;
  return JSON.stringify(all, bytes);
}

/** Writes as a page before this one wrote: past everything that shuts. */
export async function raw(work: (entries: IDBObjectStore, things: IDBObjectStore) => void): Promise<void> {
  const db = await database();
  const tx = db.transaction(['entries', 'things'], 'readwrite');
  await new Promise<void>((give, fail) => {
    tx.oncomplete = () => give();
    tx.onerror = () => fail(tx.error);
    work(tx.objectStore('entries'), tx.objectStore('things'));
  });
  db.close();
}
