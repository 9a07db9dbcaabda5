import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { unbase64 } from '../room/code';
import { Hand, hashOf, type Device } from './hand';
import { kept } from './kept';
import { newId, type Entry } from './rules';
import { sendBox } from './send';

const place = { session: 's', site: 'a' };
let box: string;
let device: Device;

async function keys(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
}

function entry(id: string): Entry {
  const at = '/sessions/s/sites/a/evidence';
  const body = { kind: 'in', person: 'p' };
  return { id, box, method: 'PUT', path: `${at}/${id}`, batch: `${at}/batch`, body, madeAt: 'now', state: 'waiting' };
}

async function verified(pair: CryptoKeyPair, sealed: { head: string; lines: readonly string[]; signature: string }) {
  const text = new TextEncoder().encode('diemcau-entries\0' + [sealed.head, ...sealed.lines].join('\n'));
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
  return crypto.subtle.verify(algorithm, pair.publicKey, unbase64(sealed.signature), text);
}

beforeEach(async () => {
  box = newId();
  device = { id: newId(), keys: await keys() };
});
afterEach(() => void vi.unstubAllGlobals());

describe("a device's hand", () => {
  it('names in each line the one before it, also after a restart', async () => {
    const one = await new Hand(box, device, place).add(entry(newId()));
    const two = await new Hand(box, device, place).add(entry(newId()));
    const lines = [one, two].map((each) => JSON.parse(each.line?.text ?? '{}') as { n: number; previous: string });
    expect(lines.map((line) => line.n)).toEqual([1, 2]);
    expect(lines[0]?.previous).toBe('');
    expect(lines[1]?.previous).toBe(await hashOf(one.line?.text ?? ''));
  });

  it('sends a batch that its own key has signed', async () => {
    const hand = new Hand(box, device, place);
    await hand.add(entry('one'));
    await hand.add(entry('two'));
    let sent: { sealed?: { head: string; lines: string[]; signature: string } } = {};
    vi.stubGlobal('fetch', async (_: string, options: RequestInit) => {
      sent = JSON.parse(String(options.body)) as typeof sent;
      const results = ['one', 'two'].map((id) => ({ id, result: 'counted' }));
      return new Response(JSON.stringify({ serverTime: '2026-11-22T02:00:00Z', results }), {
        headers: { 'content-type': 'application/json' },
      });
    });
    const waiting = await kept.of(box);
    expect(await sendBox(waiting, device.id, { settled: () => undefined, hand })).toBe('all_sent');
    expect(sent.sealed?.lines).toHaveLength(2);
    expect(JSON.parse(sent.sealed?.head ?? '{}')).toMatchObject({ device: device.id, ...place });
    expect(device.keys && sent.sealed && (await verified(device.keys, sent.sealed))).toBe(true);
    expect((await kept.of(box)).map((each) => each.state)).toEqual(['accepted', 'accepted']);
  });

  it('signs what an earlier device of this browser has left by that device’s key', async () => {
    const left = await new Hand(box, device, place).add(entry(newId()));
    const now = { id: newId(), keys: await keys(), before: [device] };
    const hand = new Hand(box, now, place);
    const fresh = await hand.add(entry(newId()));
    expect(JSON.parse(fresh.line?.text ?? '{}')).toMatchObject({ n: 1, previous: '' });
    const sealed = await hand.seal(left.line ? [left.line] : [], { sentAt: 'now' });
    expect(JSON.parse(sealed?.head ?? '{}')).toMatchObject({ device: device.id });
    expect(device.keys && sealed && (await verified(device.keys, sealed))).toBe(true);
  });
});
