import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { carry, isSealed, open, shut } from './file';
import { Hand, type Device } from './hand';
import { newId, type Entry } from './rules';

const place = { session: 's', site: 'a', siteName: 'Điểm cầu xã Đại Từ', title: 'Hội nghị' };

async function made(count: number): Promise<{ hand: Hand; device: Device; entries: Entry[] }> {
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
  const device = { id: newId(), keys };
  const hand = new Hand(newId(), device, place);
  const entries: Entry[] = [];
  for (let n = 0; n < count; n += 1) {
    const body = { kind: 'in', person: `p${n}` };
    const batch = '/sessions/s/sites/a/evidence/batch';
    const entry: Entry = {
      id: newId(),
      box: newId(),
      method: 'PUT',
      path: 'p',
      batch,
      body,
      madeAt: 'now',
      state: 'waiting',
    };
    entries.push(await hand.add(entry));
  }
  return { hand, device, entries };
}

describe('a file of what waits', () => {
  it('opens again by its PIN alone', async () => {
    const { hand, device, entries } = await made(3);
    const carried = await carry(place, entries, device.id, hand, 4000, new Date());
    const text = await shut(carried, '260814');
    expect(text).not.toContain('person');
    expect(await open(text, '260814')).toEqual(carried);
    expect(await open(text, '000000')).toBe('wrong_pin');
    expect(await open('{"format":"x"}', '260814')).toBe('no_file');
    expect(await open('no file', '260814')).toBe('no_file');
  });

  it('carries what the device signed, in batches the server takes', async () => {
    const { hand, device, entries } = await made(205);
    const report: Entry = {
      id: 'r',
      box: 'b',
      method: 'POST',
      path: '/sessions/s/sites/a/reports',
      body: { id: 'r' },
      madeAt: 'now',
      state: 'waiting',
    };
    const carried = await carry(place, [...entries, report], device.id, hand, 4000, new Date());
    expect(carried.batches.map((batch) => (isSealed(batch) ? batch.lines.length : 0))).toEqual([200, 5]);
    expect(carried.calls).toEqual([{ what: 'reports', body: { id: 'r' } }]);
    expect(carried.count).toBe(206);
  });

  it('carries what has no key as entries of whoever brings them', async () => {
    const { entries } = await made(1);
    const bare = entries.map(({ line: _, ...entry }) => entry);
    const carried = await carry(place, bare, 'd', undefined, 0, new Date());
    expect(carried.batches[0] && isSealed(carried.batches[0])).toBe(false);
  });
});
