import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { newId, type Entry } from './rules';
import { disk, page, raw, ticked } from './testing';

let box: string;

function entry(name: string): Entry {
  return ticked(box, name);
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
    await raw((entries, things) => {
      entries.add(entry(before));
      things.put({ people: [listed] }, `pack|${box}`);
    });
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
      expect((await store.of(box)).map((each) => each.about)).toEqual([undefined]);
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

  it('sends while it is locked, and knows everything again once it is opened', async () => {
    const first = await page();
    const [shown, listed] = [newId(), newId()];
    await first.seals.seal(box, '260814', undefined);
    const made = await first.store.add({ ...entry('p'), about: { act: 'in', name: shown } });
    await first.store.keep(`pack|${box}`, { people: [listed] });
    const locked = await page();
    expect(await locked.store.thing(`pack|${box}`)).toBeUndefined();
    const calls: string[] = [];
    vi.stubGlobal('fetch', async (_: string, options: RequestInit) => {
      calls.push(String(options.body));
      const { entries } = JSON.parse(String(options.body)) as { entries: { id: string }[] };
      const results = entries.map(({ id }) => ({ id, result: 'counted', person: { id: 'p', name: 'told' } }));
      return new Response(JSON.stringify({ serverTime: '2026-11-22T02:00:00Z', results }), {
        headers: { 'content-type': 'application/json' },
      });
    });
    const ended = await (
      await import('./send')
    ).sendBox(await locked.store.waiting(box), 'device', { settled: () => undefined });
    expect(ended).toBe('all_sent');
    expect(calls).toHaveLength(1);
    expect(calls[0]).not.toContain(shown);
    expect(await locked.store.waiting(box)).toEqual([]);
    const text = await disk();
    for (const one of [shown, listed, 'told']) expect(text).not.toContain(one);
    const { seals, store } = await page();
    expect(await seals.unlock(box, 'pin', '260814')).toBe(true);
    const { hidden: _, ...known } = (await store.of(box))[0] ?? {};
    expect(known).toMatchObject({ ...made, state: 'accepted', answer: { person: { name: 'told' } } });
    expect(await store.thing(`pack|${box}`)).toEqual({ people: [listed] });
    const again = await page();
    expect(await again.store.of(box), 'once answered and opened, all of it lies under the PIN').toEqual([]);
  });

  it('carries over what a phone kept whole under its PIN: nothing is lost, and from then on it is sent while locked', async () => {
    const first = await page();
    await first.seals.seal(box, '260814', undefined);
    const made = await first.store.add(entry('Mai'));
    // Answered entries lie as all entries lay before; one that waited then is this.
    await first.store.put([{ ...made, state: 'accepted' }]);
    await raw((entries) => {
      const asked = entries.index('box').get(box);
      asked.onsuccess = () => entries.put({ ...asked.result, state: 'waiting' });
    });
    const locked = await page();
    expect(await locked.store.waiting(box)).toEqual([]);
    expect((await locked.store.unsent()).get(box)).toBe(1);
    await locked.store.carryOver();
    await locked.store.rewrite(box);
    expect((await locked.store.unsent()).get(box)).toBe(1);
    const open = await page();
    expect(await open.seals.unlock(box, 'pin', '260814')).toBe(true);
    expect(await open.store.of(box)).toEqual([made]);
    const after = await page();
    expect((await after.store.waiting(box)).map((each) => each.body)).toEqual([made.body]);
  });

  it('keeps nothing of people beside the PIN once it was locked', async () => {
    const { seals, store } = await page();
    await seals.seal(box, '260814', undefined);
    await store.keep(`said|${box}`, ['before']);
    seals.lock(box);
    await store.keep(`said|${box}`, ['after']);
    const again = await page();
    await again.seals.unlock(box, 'pin', '260814');
    expect(await again.store.thing(`said|${box}`)).toEqual(['before']);
  });
});
