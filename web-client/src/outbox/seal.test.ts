import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { kept } from './kept';
import { newId, type Entry } from './rules';

type Seals = typeof import('./seal');

let box: string;

/** Another page of the same browser: the disk is the same, what is in memory is not. */
async function page(): Promise<{ seals: Seals; store: typeof kept }> {
  vi.resetModules();
  const store = (await import('./kept')).kept;
  return { seals: await import('./seal'), store };
}

function entry(name: string): Entry {
  const about = { act: 'in', name };
  const body = { kind: 'in', person: name };
  return { id: newId(), box, method: 'PUT', path: `/p/${name}`, body, about, madeAt: 'now', state: 'waiting' };
}

/** Everything on the disk, as text. */
async function disk(): Promise<string> {
  const db = await new Promise<IDBDatabase>((give, fail) => {
    const asked = indexedDB.open('diemcau');
    asked.onsuccess = () => give(asked.result);
    asked.onerror = () => fail(asked.error);
  });
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
    value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? new TextDecoder().decode(value as ArrayBuffer) : value;
  return JSON.stringify(all, bytes);
}

beforeEach(() => {
  box = `site:s|${newId()}`;
  // Pages of a test do not hear each other: each stands for a browser that was closed and opened.
  vi.stubGlobal('BroadcastChannel', undefined);
  Reflect.deleteProperty(globalThis, 'BroadcastChannel');
});

describe('a sealed box', () => {
  it('shows nobody on the disk, neither what was there nor what comes', async () => {
    const { seals, store } = await page();
    const [before, after, listed] = [newId(), newId(), newId()];
    await store.add(entry(before));
    await store.keep(`pack|${box}`, { people: [listed] });
    expect(await disk()).toContain(before);
    await seals.seal(box, '260814', 'K7M2-94QX-3F');
    await store.add(entry(after));
    await store.keep(`said|${box}`, [[listed, 1]]);
    const text = await disk();
    for (const one of [before, after, listed]) expect(text).not.toContain(one);
    expect((await store.of(box)).map((each) => each.about)).toEqual([
      { act: 'in', name: before },
      { act: 'in', name: after },
    ]);
    expect(await store.thing(`pack|${box}`)).toEqual({ people: [listed] });
  });

  it('opens after a restart by its PIN or by the slip, and by nothing else', async () => {
    const first = await page();
    const made = await first.store.add(entry('Mai'));
    await first.seals.seal(box, '260814', 'K7M2-94QX-3F');
    for (const [by, secret] of [['pin', '260814'] as const, ['slip', 'k7m294qx3f'] as const]) {
      const { seals, store } = await page();
      expect(await seals.standing(box)).toBe('locked');
      expect(await store.of(box)).toEqual([]);
      expect((await store.unsent()).get(box)).toBe(1);
      expect(await seals.unlock(box, by, '111111')).toBe(false);
      expect(await seals.unlock(box, by === 'pin' ? 'slip' : 'pin', secret)).toBe(false);
      expect(await seals.unlock(box, by, secret)).toBe(true);
      expect(await store.of(box)).toEqual([made]);
      const sent = { ...made, state: 'accepted' as const };
      await store.put([sent]);
      expect(await store.of(box)).toEqual([sent]);
      await store.put([made]);
    }
  });

  it('leaves other boxes as they were', async () => {
    const { seals, store } = await page();
    await seals.seal(box, '260814', undefined);
    expect(await seals.opensBySlip(box)).toBe(false);
    box = `site:s|${newId()}`;
    await store.add(entry('Thắng'));
    expect(await seals.standing(box)).toBe('none');
    const again = await page();
    expect(await again.store.of(box)).toHaveLength(1);
  });

  it('can be thrown away whole by who knows neither', async () => {
    const first = await page();
    await first.store.add(entry('Mai'));
    await first.seals.seal(box, '260814', undefined);
    const { seals, store } = await page();
    await seals.drop(box);
    expect(await seals.standing(box)).toBe('none');
    expect(await store.unsent().then((boxes) => boxes.has(box))).toBe(false);
    await store.add(entry('Lan'));
    expect(await store.of(box)).toHaveLength(1);
  });
});
