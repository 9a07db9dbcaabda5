import { describe, expect, it } from 'vitest';
import { bytesOf, isGenuine, publicKey, read, shortCode } from './badge';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };

async function made(change: (bytes: Uint8Array) => void = () => undefined) {
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const head = new Uint8Array([1, 7, 0xde, 0xad, 0xbe, 0xef, 0, 0, 0, 9]);
  const preface = new TextEncoder().encode('diemcau-badge\0');
  const signature = await crypto.subtle.sign(
    { name: 'ECDSA', hash: 'SHA-256' },
    keys.privateKey,
    new Uint8Array([...preface, ...head]),
  );
  const bytes = new Uint8Array([...head, ...new Uint8Array(signature)]);
  change(bytes);
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return { digits: value.toString().padStart(179, '0'), key: await crypto.subtle.exportKey('jwk', keys.publicKey) };
}

describe('a badge', () => {
  it('is read from its digits and proves genuine under its key', async () => {
    const { digits, key } = await made();
    const got = read(digits);
    if (got.is !== 'badge') throw new Error('not a badge');
    expect(got.badge.key).toBe(7);
    expect(got.badge.number).toBe('deadbeef00000009');
    expect(await isGenuine(got.badge, await publicKey(key))).toBe(true);
  });

  it('with another number under the same signature is not genuine', async () => {
    const { digits, key } = await made((bytes) => (bytes[9] = 10));
    const got = read(digits);
    if (got.is !== 'badge') throw new Error('not a badge');
    expect(await isGenuine(got.badge, await publicKey(key))).toBe(false);
  });

  it('of another version, or more than 74 bytes, is something else', async () => {
    const { digits } = await made((bytes) => (bytes[0] = 2));
    expect(read(digits).is).toBe('other');
    expect(read('9'.repeat(179)).is).toBe('other');
    expect(read('1'.repeat(178)).is).toBe('other');
    expect(read('https://example.vn/diem-danh?m=123456').is).toBe('other');
  });

  it('is found by its short code however it is typed', () => {
    expect(shortCode('k7m2 94qx')).toBe('K7M294QX');
    expect(shortCode('K7M2-94QX')).toBe('K7M294QX');
    expect(shortCode('oil2 94qx')).toBe('011294QX');
    expect(shortCode('K7M2 94Q')).toBeUndefined();
    expect(shortCode('K7M2 94QU')).toBeUndefined();
  });

  it('keeps leading zeros of its bytes', () => {
    expect([...(bytesOf('000258', 3) ?? [])]).toEqual([0, 1, 2]);
    expect(bytesOf('16777216', 3)).toBeUndefined();
  });
});
