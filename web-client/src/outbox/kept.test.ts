import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { newId } from './rules';
import { disk, page, raw, ticked } from './testing';

let box: string;

beforeEach(() => void (box = `cell:${newId()}|m`));

describe('what is kept without a PIN', () => {
  it('stands nowhere as text, and is read again by the next page', async () => {
    const [ticking, listed, person] = [newId(), newId(), newId()];
    const { store } = await page();
    const made = await store.add(ticked(box, ticking), { name: `chain|${box}`, value: { n: 1 } });
    await store.keep(`cell|${box}`, { people: [listed] });
    await store.keep('person', { name: person });
    const text = await disk();
    for (const one of [ticking, listed, person]) expect(text).not.toContain(one);
    const next = await page();
    expect(await next.store.of(box)).toEqual([made]);
    expect(await next.store.waiting(box)).toEqual([made]);
    expect(await next.store.thing(`cell|${box}`)).toEqual({ people: [listed] });
    expect(await next.store.thing('person')).toEqual({ name: person });
    expect(await next.store.thing(`chain|${box}`)).toEqual({ n: 1 });
  });

  it('is carried over from a phone that kept it in the clear', async () => {
    const names = [newId(), newId(), newId(), newId()];
    const [waiting, sent, pack, cell] = names as [string, string, string, string];
    await raw((entries, things) => {
      things.delete('carried');
      entries.add(ticked(box, waiting));
      entries.add({ ...ticked(box, sent), state: 'accepted' });
      things.put({ people: [pack] }, `pack|${box}`);
      things.put({ people: [cell] }, `cell|${box}`);
    });
    const { store } = await page();
    const before = await store.of(box);
    expect(before.map((each) => [each.state, each.path])).toEqual([
      ['waiting', `/p/${waiting}`],
      ['accepted', `/p/${sent}`],
    ]);
    for (const one of names) expect(await disk()).toContain(one);
    await store.carryOver();
    const text = await disk();
    for (const one of names) expect(text).not.toContain(one);
    const next = await page();
    expect(await next.store.of(box)).toEqual(before);
    expect(await next.store.thing(`pack|${box}`)).toEqual({ people: [pack] });
    expect(await next.store.thing(`cell|${box}`)).toEqual({ people: [cell] });
  });

  it('is never taken back by being shut again while it is answered', async () => {
    for (let round = 0; round < 20; round += 1) {
      const entry = ticked(box, newId());
      await raw((entries) => void entries.add(entry));
      const { store } = await page();
      const made = (await store.waiting(box))[0];
      if (!made) throw new Error('nothing waits');
      await Promise.all([store.rewrite(box), store.put([{ ...made, state: 'accepted' }])]);
      expect(await store.waiting(box)).toEqual([]);
      expect(await disk()).not.toContain(entry.path);
    }
  });

  it('has one key, whoever comes first', async () => {
    await raw((_, things) => void things.delete('own'));
    const [one, other] = [await page(), await page()];
    const [first, second] = await Promise.all([one.store.add(ticked(box, 'a')), other.store.add(ticked(box, 'b'))]);
    const next = await page();
    expect(await next.store.of(box)).toEqual([first, second].sort((a, b) => (a.n ?? 0) - (b.n ?? 0)));
  });

  it('lies as it is in a browser that keeps no keys, and is not lost', async () => {
    await raw((_, things) => void things.delete('own'));
    const making = vi.spyOn(crypto.subtle, 'generateKey').mockResolvedValue({ never: () => 'copied' } as never);
    const { store } = await page();
    const made = await store.add(ticked(box, 'a'));
    making.mockRestore();
    expect(await store.of(box)).toEqual([made]);
    await store.put([{ ...made, state: 'accepted' }]);
    const next = await page();
    expect((await next.store.of(box)).map((each) => each.state)).toEqual(['accepted']);
  });

  it('stays off the phone once it was taken off, whatever is answered then', async () => {
    const { store } = await page();
    const made = await store.add(ticked(box, 'a'));
    await store.drop(box);
    await store.put([{ ...made, state: 'accepted' }]);
    expect(await store.of(box)).toEqual([]);
  });
});
