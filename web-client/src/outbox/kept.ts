import { done, look, write } from './disk';
import { isShut, ownGuard, ownName, type Guard, type Shut } from './guard';
import { isSame, liesRight, openRow, shutRow, type Keys, type Row } from './rows';
import type { Entry } from './rules';

const guards = new Map<string, Guard>();
const locked = new Set<string>();
/** Things of a box that lie under its PIN: people and what was said of them. */
const underPin = new Set(['pack', 'said', 'since']);
/** Things that are keys, or are of use before any key is: nobody is named in them. */
const plain = new Set([ownName, 'seal', 'device', 'chain', 'carried']);

/** Something under the browser's own key. */
interface Own {
  readonly own: Shut;
}

function isOwn(value: unknown): value is Own {
  return typeof value === 'object' && value !== null && 'own' in value && isShut(value.own);
}

/** What a name is of, and the box in it. */
function parts(name: string): readonly [string, string] {
  const at = name.indexOf('|');
  return at === -1 ? [name, ''] : [name.slice(0, at), name.slice(at + 1)];
}

function pinOf(name: string): Guard | undefined {
  const [kind, box] = parts(name);
  return underPin.has(kind) ? guards.get(box) : undefined;
}

async function keysOf(box: string): Promise<Keys> {
  return { own: await ownGuard(), pin: guards.get(box) };
}

async function opened(rows: readonly Row[], box: string): Promise<Entry[]> {
  const keys = await keysOf(box);
  const entries = await Promise.all(rows.map((row) => openRow(row, keys)));
  return entries.filter((entry) => entry !== undefined);
}

async function shutThing(name: string, value: unknown): Promise<unknown> {
  if (plain.has(parts(name)[0])) return value;
  const pin = pinOf(name);
  if (pin) return pin.shut(name, value);
  const own = await ownGuard();
  return own ? ({ own: await own.shut(name, value) } satisfies Own) : value;
}

/** Writes rows again as the keys want them, each unless somebody has written it meanwhile: that one is looked at again. */
async function shutAgain(read: () => Promise<Row[]>): Promise<void> {
  for (;;) {
    const changed: { readonly from: Row; readonly to: Row }[] = [];
    for (const row of await read()) {
      const keys = await keysOf(row.box);
      if (liesRight(row, keys)) continue;
      const entry = await openRow(row, keys);
      if (entry) changed.push({ from: row, to: await shutRow(entry, keys) });
    }
    if (changed.length === 0) return;
    const missed = await write(['entries'], async (tx) => {
      const entries = tx.objectStore('entries');
      let overtaken = false;
      for (const { from, to } of changed) {
        const now = await done<Row | undefined>(entries.get(from.n ?? 0));
        if (isSame(from, now)) entries.put(to);
        else overtaken ||= now !== undefined;
      }
      return overtaken;
    });
    if (!missed) return;
  }
}

/** The same for things. What lies under a PIN stays where it is. */
async function shutThings(names: readonly string[]): Promise<void> {
  for (const name of names) {
    if (plain.has(parts(name)[0])) continue;
    const value = await done<unknown>((await look('things')).get(name));
    if (value === undefined || isShut(value) || (isOwn(value) && !pinOf(name))) continue;
    const inside = await kept.thing(name);
    if (inside === undefined) continue;
    const to = await shutThing(name, inside);
    await write(['things'], async (tx) => {
      const things = tx.objectStore('things');
      const now = await done<unknown>(things.get(name));
      if (now !== undefined && !isShut(now) && isOwn(now) === isOwn(value)) things.put(to, name);
    });
  }
}

/** What is kept on this device. A promise that is fulfilled means: on the disk, past any restart. */
export const kept = {
  /** Keeps an entry and, in the same breath, a thing that goes with it and names nobody. */
  async add(entry: Entry, along?: { readonly name: string; readonly value: unknown }): Promise<Entry> {
    const row = await shutRow(entry, await keysOf(entry.box));
    const n = await write(['entries', 'things'], (tx) => {
      if (along) tx.objectStore('things').put(along.value, along.name);
      return done(tx.objectStore('entries').add(row));
    });
    return { ...entry, n: Number(n) };
  },
  /** Keeps what became of entries; one that was taken off this device meanwhile stays off it. */
  async put(entries: readonly Entry[]): Promise<void> {
    const rows = await Promise.all(entries.map(async (entry) => shutRow(entry, await keysOf(entry.box))));
    await write(['entries'], async (tx) => {
      const store = tx.objectStore('entries');
      for (const row of rows) if (await done(store.getKey(row.n ?? 0))) store.put(row);
    });
  },
  async of(box: string): Promise<Entry[]> {
    return opened(await done<Row[]>((await look('entries')).index('box').getAll(box)), box);
  },
  /** What is still to be sent, oldest first; also while the box is locked. */
  async waiting(box: string): Promise<Entry[]> {
    return opened(await done<Row[]>((await look('entries')).index('state').getAll(['waiting', box])), box);
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
  /** Undefined also while it lies in a box that is locked. */
  async thing<T>(name: string): Promise<T | undefined> {
    const value = await done<unknown>((await look('things')).get(name));
    if (plain.has(parts(name)[0])) return value as T | undefined;
    if (isShut(value)) return (await pinOf(name)?.open(name, value)) as T | undefined;
    return (isOwn(value) ? await (await ownGuard())?.open(name, value.own) : value) as T | undefined;
  },
  async keep(name: string, value: unknown): Promise<void> {
    const [kind, box] = parts(name);
    // A page that has just been locked is about to go: what it still hears of people has no place any more.
    if (underPin.has(kind) && locked.has(box)) return;
    const shut = value === undefined ? undefined : await shutThing(name, value);
    await write(['things'], (tx) => {
      const store = tx.objectStore('things');
      if (shut === undefined) store.delete(name);
      else store.put(shut, name);
    });
  },
  /** From now on the PIN of this box is known here; without a guard it is locked. */
  guard(box: string, guard: Guard | undefined): void {
    if (guard) {
      guards.set(box, guard);
      locked.delete(box);
    } else if (guards.delete(box)) locked.add(box);
  },
  /** Takes everything of the box off this device, what was never sent too, and its seal. */
  async drop(box: string): Promise<void> {
    await write(['entries', 'things'], async (tx) => {
      const entries = tx.objectStore('entries');
      for (const row of await done<Row[]>(entries.index('box').getAll(box)))
        if (row.n !== undefined) entries.delete(row.n);
      for (const what of [...underPin, 'seal']) tx.objectStore('things').delete(`${what}|${box}`);
    });
    guards.delete(box);
    locked.delete(box);
  },
  /** Writes again what the box has, as its keys want it. */
  async rewrite(box: string): Promise<void> {
    await shutAgain(async () => done<Row[]>((await look('entries')).index('box').getAll(box)));
    await shutThings([...underPin].map((what) => `${what}|${box}`));
  },
  /** Shuts, once, all that lies in the clear on a device from before everything was shut. */
  async carryOver(): Promise<void> {
    if (!(await ownGuard()) || (await kept.thing('carried'))) return;
    await shutAgain(async () => done<Row[]>((await look('entries')).getAll()));
    const names = await done((await look('things')).getAllKeys());
    await shutThings(names.map(String));
    await kept.keep('carried', true);
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
