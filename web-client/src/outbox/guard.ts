import { done, look, write } from './disk';

/** Something as it lies on the disk under a key. */
export interface Shut {
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

/** Shuts and opens with one key; each thing is bound to its name, so that none can stand in for another. */
export interface Guard {
  shut(name: string, value: unknown): Promise<Shut>;
  /** Undefined when this key has not shut it under this name. */
  open(name: string, shut: Shut): Promise<unknown>;
}

export function guardOf(place: string, key: CryptoKey): Guard {
  const how = (name: string, nonce: Uint8Array<ArrayBuffer>): AesGcmParams => ({
    name: 'AES-GCM',
    iv: nonce,
    additionalData: new TextEncoder().encode(`${place}\0${name}`),
  });
  return {
    async shut(name, value): Promise<Shut> {
      const nonce = crypto.getRandomValues(new Uint8Array(12));
      const text = new TextEncoder().encode(JSON.stringify(value));
      return { nonce, data: await crypto.subtle.encrypt(how(name, nonce), key, text) };
    },
    async open(name, { nonce, data }): Promise<unknown> {
      const text = await crypto.subtle.decrypt(how(name, nonce), key, data).catch(() => undefined);
      return text && JSON.parse(new TextDecoder().decode(text));
    },
  };
}

export function isShut(value: unknown): value is Shut {
  return typeof value === 'object' && value !== null && 'nonce' in value && 'data' in value;
}

export const ownName = 'own';

let own: Promise<Guard | undefined> | undefined;

/**
 * The key of this browser: made once, kept beside what it shuts, and never to be read, not even by this page. It keeps
 * names from standing in the browser's files as text; whoever opens the page opens it too. Undefined where a page has no
 * cryptography.
 */
export function ownGuard(): Promise<Guard | undefined> {
  own ??= ownKey().catch((failure: unknown) => {
    // Some private windows keep no keys: what people do there is kept as it is rather than lost.
    if ((failure as Error).name === 'DataCloneError') return undefined;
    throw failure;
  });
  own.catch(() => (own = undefined));
  return own;
}

async function ownKey(): Promise<Guard | undefined> {
  if (!globalThis.crypto?.subtle) return undefined;
  const before = await done<CryptoKey | undefined>((await look('things')).get(ownName));
  if (before) return guardOf(ownName, before);
  const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  // Two pages may come here at once: the key of the first is the key of both.
  const key = await write(['things'], async (tx) => {
    const things = tx.objectStore('things');
    const there = await done<CryptoKey | undefined>(things.get(ownName));
    if (!there) things.put(fresh, ownName);
    return there ?? fresh;
  });
  return guardOf(ownName, key);
}
