import { guardOf } from './guard';
import { kept } from './kept';

/** The box's key, wrapped for one who knows a secret. */
interface Lock {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly key: ArrayBuffer;
}

/**
 * How a box is sealed: its key opens by the PIN or by the code of the slip, either together with a key that cannot leave this
 * browser. It keeps a found phone from telling names to whoever leafs through it; it is no safe.
 */
interface Seal {
  readonly version: 1;
  readonly rounds: number;
  readonly own: CryptoKey;
  readonly pin: Lock;
  readonly slip?: Lock;
}

export type Secret = 'pin' | 'slip';

const rounds = 600_000;
const answerWithin = 200;
const open = new Map<string, CryptoKey>();
const waiting = new Map<string, () => void>();
let others: BroadcastChannel | undefined;

type Said = { readonly ask: string } | { readonly box: string; readonly key: CryptoKey } | { readonly lock: string };

/** Tabs of one browser open together and lock together. */
function tabs(): BroadcastChannel | undefined {
  if (others || !('BroadcastChannel' in globalThis)) return others;
  const channel = new BroadcastChannel('diemcau.seal');
  channel.onmessage = ({ data }: MessageEvent<Said>) => {
    if ('ask' in data) {
      const key = open.get(data.ask);
      if (key) channel.postMessage({ box: data.ask, key } satisfies Said);
    } else if ('lock' in data) {
      if (open.has(data.lock)) location.reload();
    } else take(data.box, data.key);
  };
  others = channel;
  return channel;
}

function take(box: string, key: CryptoKey): void {
  open.set(box, key);
  kept.guard(box, guardOf(box, key));
  tabs();
  waiting.get(box)?.();
  waiting.delete(box);
}

/** From now on this page hears when another tab seals, opens or locks. */
export function follow(): void {
  tabs();
}

/** Hears once when the box is opened after all, here or by another tab. */
export function whenOpen(box: string, heard: () => void): void {
  waiting.set(box, heard);
}

function nameOf(box: string): string {
  return `seal|${box}`;
}

/** As it is written on the slip or typed by hand. */
function bare(secret: string): string {
  return secret.replace(/[\s-]/g, '').toUpperCase();
}

/** What wraps the box's key: made from the secret and from what only this browser has. */
async function wrapper(
  own: CryptoKey,
  secret: string,
  salt: Uint8Array<ArrayBuffer>,
  times: number,
): Promise<CryptoKey> {
  const typed = new TextEncoder().encode(bare(secret));
  const base = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits']);
  const slow = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: times }, base, 256);
  const mixed = await crypto.subtle.sign('HMAC', own, slow);
  return crypto.subtle.importKey('raw', mixed, 'AES-GCM', false, ['wrapKey', 'unwrapKey']);
}

async function lockOf(key: CryptoKey, own: CryptoKey, secret: string): Promise<Lock> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const by = await wrapper(own, secret, salt, rounds);
  return { salt, nonce, key: await crypto.subtle.wrapKey('raw', key, by, { name: 'AES-GCM', iv: nonce }) };
}

async function keyIn(seal: Seal, lock: Lock, secret: string): Promise<CryptoKey | undefined> {
  const by = await wrapper(seal.own, secret, lock.salt, seal.rounds);
  const how = { name: 'AES-GCM', iv: lock.nonce };
  return crypto.subtle
    .unwrapKey('raw', lock.key, by, how, 'AES-GCM', false, ['encrypt', 'decrypt'])
    .catch(() => undefined);
}

/** Seals what the box has and will have. The slip's code opens it too, for whoever forgets the PIN. */
export async function seal(box: string, pin: string, slip: string | undefined): Promise<void> {
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const own = (await crypto.subtle.generateKey(hmac, false, ['sign'])) as CryptoKey;
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt', 'decrypt']);
  const [byPin, bySlip] = await Promise.all([lockOf(key, own, pin), slip ? lockOf(key, own, slip) : undefined]);
  const made: Seal = { version: 1, rounds, own, pin: byPin, ...(bySlip ? { slip: bySlip } : {}) };
  const inUse = await keyIn(made, byPin, pin);
  if (!inUse) throw new Error('the seal does not open by its own PIN');
  // First the way to open it, then what it shuts: a stop between the two leaves what was readable readable.
  await kept.keep(nameOf(box), made);
  take(box, inUse);
  await kept.rewrite(box);
  tabs()?.postMessage({ box, key: inUse } satisfies Said);
}

/** Whether what the box keeps can be read here; another tab that has opened it opens it here too. */
export async function standing(box: string): Promise<'none' | 'locked' | 'open'> {
  if (!(await kept.thing<Seal>(nameOf(box)))) return 'none';
  if (open.has(box)) return 'open';
  tabs()?.postMessage({ ask: box } satisfies Said);
  const end = Date.now() + answerWithin;
  while (!open.has(box) && Date.now() < end) await new Promise((give) => setTimeout(give, 10));
  return open.has(box) ? 'open' : 'locked';
}

/** Whether the secret opens the box; then it is open until the page is left. */
export async function unlock(box: string, by: Secret, secret: string): Promise<boolean> {
  const sealed = await kept.thing<Seal>(nameOf(box));
  const lock = sealed?.[by];
  const key = sealed && lock && (await keyIn(sealed, lock, secret));
  if (!key) return false;
  take(box, key);
  tabs()?.postMessage({ box, key } satisfies Said);
  // What a stop in the middle of sealing has left, and what was answered while it was locked, lies under the PIN from now on.
  await kept.rewrite(box);
  return true;
}

export async function opensBySlip(box: string): Promise<boolean> {
  return (await kept.thing<Seal>(nameOf(box)))?.slip !== undefined;
}

/** Locks it in every tab. This page must be left at once: what it has read stays in it. What waits is still sent. */
export function lock(box: string): void {
  tabs()?.postMessage({ lock: box } satisfies Said);
  open.delete(box);
  kept.guard(box, undefined);
}

/** Throws away all the box keeps, unsent entries too: for who knows neither PIN nor slip. */
export async function drop(box: string): Promise<void> {
  lock(box);
  await kept.drop(box);
}
