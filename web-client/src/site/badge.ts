/** What stands on a badge: 74 bytes, written as 179 decimal digits. It identifies somebody and never signs anybody in. */
export interface Badge {
  readonly key: number;
  /** The badge's random number, 16 hexadecimal digits. */
  readonly number: string;
  readonly digits: string;
}

const length = 74;
const written = 179;
const preface = new TextEncoder().encode('diemcau-badge\0');

/** What a scanner or a keyboard gave: a badge, a short typed code, or something else. */
export type Read =
  | { readonly is: 'badge'; readonly badge: Badge }
  | { readonly is: 'short'; readonly code: string }
  | { readonly is: 'other' };

/** Reads what was scanned or typed. Spaces and dashes do not matter, nor do O for 0 and I or L for 1. */
export function read(text: string): Read {
  const bare = text.replace(/[\s-]/g, '');
  if (/^\d{179}$/.test(bare)) {
    const badge = decode(bare);
    return badge ? { is: 'badge', badge } : { is: 'other' };
  }
  const code = shortCode(bare);
  return code === undefined ? { is: 'other' } : { is: 'short', code };
}

/** The typable code below a badge's QR as it is compared: eight characters of Crockford's alphabet. */
export function shortCode(text: string): string | undefined {
  const code = text.replace(/[\s-]/g, '').toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(code) ? code : undefined;
}

/** The bytes that digits stand for, or undefined where they are too many for the number of bytes. */
export function bytesOf(digits: string, count: number): Uint8Array<ArrayBuffer> | undefined {
  let value = BigInt(digits);
  const bytes = new Uint8Array(count);
  for (let at = count - 1; at >= 0; at -= 1) {
    bytes[at] = Number(value & 255n);
    value >>= 8n;
  }
  return value === 0n ? bytes : undefined;
}

function decode(digits: string): Badge | undefined {
  const bytes = bytesOf(digits, length);
  if (bytes?.[0] !== 1) return undefined;
  const number = [...bytes.subarray(2, 10)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { key: bytes[1] ?? 0, number, digits: digits.padStart(written, '0') };
}

/** Whether the badge was signed by the key. */
export async function isGenuine(badge: Badge, key: CryptoKey): Promise<boolean> {
  const bytes = bytesOf(badge.digits, length);
  if (!bytes) return false;
  const signed = new Uint8Array(preface.length + 10);
  signed.set(preface);
  signed.set(bytes.subarray(0, 10), preface.length);
  return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, bytes.subarray(10), signed);
}

/** A public key as the pack carries it. */
export function publicKey(key: JsonWebKey): Promise<CryptoKey> {
  const { kty, crv, x, y } = key;
  return crypto.subtle.importKey(
    'jwk',
    { kty: kty ?? 'EC', crv: crv ?? 'P-256', x: x ?? '', y: y ?? '' },
    { name: 'ECDSA', namedCurve: 'P-256' },
    false,
    ['verify'],
  );
}
