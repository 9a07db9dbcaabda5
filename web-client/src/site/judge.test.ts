import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { read } from './badge';
import { Judge } from './judge';
import { isStale, opened, type Member, type Pack, type SignedPack } from './pack';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
const signing = { name: 'ECDSA', hash: 'SHA-256' };
const preface = new TextEncoder().encode('diemcau-badge\0');
const member: Member = {
  id: 'p1',
  name: 'Đặng Thị Xuân',
  sortKey: 'xuan dang thi',
  folded: 'dang thi xuan',
  birthYear: 1989,
  unitName: 'Chi bộ 1',
  standing: 'required',
  badges: ['00000000000000a1'],
  short: 'K7M2-94QX',
};

let badges: CryptoKeyPair;
let judge: Judge;

async function badge(number: string, key = badges.privateKey): Promise<string> {
  const head = new Uint8Array([1, 1, ...(number.match(/../g) ?? []).map((hex) => parseInt(hex, 16))]);
  const signature = await crypto.subtle.sign(signing, key, new Uint8Array([...preface, ...head]));
  let value = 0n;
  for (const byte of [...head, ...new Uint8Array(signature)]) value = (value << 8n) | BigInt(byte);
  return value.toString().padStart(179, '0');
}

beforeAll(async () => {
  vi.stubGlobal('isSecureContext', true);
  badges = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const key = { ...(await crypto.subtle.exportKey('jwk', badges.publicKey)), kid: '1' };
  judge = new Judge({ people: [member], revoked: ['00000000000000b2'], badgeKeys: [key] });
});

afterAll(() => void vi.unstubAllGlobals());

describe('at the door', () => {
  const nobody = (): boolean => false;

  it('finds the person of a genuine badge, and says when they are here already', async () => {
    const digits = await badge('00000000000000a1');
    expect(await judge.judge(read(digits), nobody)).toMatchObject({ verdict: 'found', member: { id: 'p1' } });
    expect(await judge.judge(read(digits), () => true)).toMatchObject({ verdict: 'already' });
  });

  it('finds the person by the short code below the badge', async () => {
    expect(await judge.judge(read('k7m2 94qx'), nobody)).toMatchObject({ verdict: 'found', badge: 'K7M294QX' });
  });

  it('keeps a genuine badge of nobody on the list as one of another site', async () => {
    const judged = await judge.judge(read(await badge('00000000000000c3')), nobody);
    expect(judged).toMatchObject({ verdict: 'elsewhere' });
    expect(judged?.member).toBeUndefined();
  });

  it('refuses a revoked badge, and one that somebody else has signed', async () => {
    expect(await judge.judge(read(await badge('00000000000000b2')), nobody)).toMatchObject({ reason: 'badge_revoked' });
    const stranger = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
    const forged = await badge('00000000000000a1', stranger.privateKey);
    expect(await judge.judge(read(forged), nobody)).toMatchObject({ verdict: 'refused', reason: 'badge_forged' });
  });

  it('makes nothing of what is no badge', async () => {
    expect(await judge.judge(read('https://example.vn'), nobody)).toBeUndefined();
  });
});

describe('a pack', () => {
  const text = { session: { id: 's' }, notAfter: '2026-11-23T00:00:00Z' };
  const url = (data: ArrayBuffer | Uint8Array): string =>
    btoa(String.fromCharCode(...new Uint8Array(data)))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', '');

  async function signed(): Promise<SignedPack> {
    const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
    const bytes = new TextEncoder().encode(JSON.stringify(text));
    const signature = url(await crypto.subtle.sign(signing, keys.privateKey, bytes));
    const key = { ...(await crypto.subtle.exportKey('jwk', keys.publicKey)), kid: 'p', use: 'pack' };
    return { pack: url(bytes), signature, keyId: 'p', keys: [key] };
  }

  it('opens when one of the keys has signed exactly this text', async () => {
    const one = await signed();
    expect((await opened(one, one.keys))?.session.id).toBe('s');
  });

  it('does not open when a letter was changed, or for the keys of another server', async () => {
    const one = await signed();
    const changed = url(new TextEncoder().encode(JSON.stringify({ ...text, session: { id: 't' } })));
    expect(await opened({ ...one, pack: changed }, one.keys)).toBeUndefined();
    expect(await opened(one, (await signed()).keys)).toBeUndefined();
  });

  it('grows old', () => {
    expect(isStale(text as unknown as Pack, new Date('2026-11-22T23:59:00Z'))).toBe(false);
    expect(isStale(text as unknown as Pack, new Date('2026-11-23T00:01:00Z'))).toBe(true);
  });
});
