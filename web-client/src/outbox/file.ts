import { unbase64 } from '../room/code';
import { base64 } from './base64';
import type { Hand, Sealed } from './hand';
import { largestBatch, type Entry, type Line } from './rules';

/** What a device could not send, carried by hand to a computer that can. */
export interface Carried {
  readonly session: string;
  readonly site: string;
  readonly siteName: string;
  readonly title: string;
  readonly madeAt: string;
  readonly count: number;
  readonly batches: readonly (Sealed | Bare)[];
  /** Reports and the closing: the bodies of calls below the site. */
  readonly calls: readonly { readonly what: 'reports' | 'closing'; readonly body: unknown }[];
}

/** Entries of a device without a key: they arrive as the word of whoever brings them. */
export interface Bare {
  readonly device: string;
  readonly offsetMillis: number;
  readonly entries: readonly unknown[];
}

/** The file: readable without its PIN is only where it comes from. */
interface File {
  readonly format: 'diemcau-outbox';
  readonly version: 1;
  readonly siteName: string;
  readonly count: number;
  readonly rounds: number;
  readonly salt: string;
  readonly nonce: string;
  readonly data: string;
}

const rounds = 600_000;

export function isSealed(batch: Sealed | Bare): batch is Sealed {
  return 'signature' in batch;
}

/** Everything that waits, as it may be brought: sealed by the device's hand where it has one. */
export async function carry(
  place: Pick<Carried, 'session' | 'site' | 'siteName' | 'title'>,
  waiting: readonly Entry[],
  device: string,
  hand: Hand | undefined,
  offsetMillis: number,
  now: Date,
): Promise<Carried> {
  const madeAt = now.toISOString();
  const batches: (Sealed | Bare)[] = [];
  const evidence = waiting.filter((entry) => entry.batch !== undefined);
  for (const some of chunks(evidence)) {
    const lines = some.flatMap((entry): Line[] => (entry.line ? [entry.line] : []));
    const sealed = lines.length === some.length ? await hand?.seal(lines, { madeAt, offsetMillis }) : undefined;
    batches.push(sealed ?? { device, offsetMillis, entries: some.map(({ id, body }) => ({ id, ...body })) });
  }
  const calls = waiting
    .filter((entry) => entry.batch === undefined)
    .flatMap(({ path, body }) => {
      const what = path.endsWith('/reports') ? 'reports' : path.endsWith('/closing') ? 'closing' : undefined;
      return what ? [{ what, body } as const] : [];
    });
  return { ...place, madeAt, count: waiting.length, batches, calls };
}

/** Runs of one device's hand, each no longer than a batch; what takes another back goes in a later one. */
function chunks(entries: readonly Entry[]): Entry[][] {
  const all: Entry[][] = [];
  let now: Entry[] = [];
  const taken = new Set<unknown>();
  for (const entry of entries) {
    const same = now[0]?.line?.device === entry.line?.device;
    if (now.length > 0 && (!same || now.length === largestBatch || taken.has(entry.body['undoes']))) {
      all.push(now);
      now = [];
      taken.clear();
    }
    now.push(entry);
    taken.add(entry.id);
  }
  return now.length > 0 ? [...all, now] : all;
}

async function keyOf(pin: string, salt: Uint8Array<ArrayBuffer>, times: number, use: KeyUsage): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: times };
  return crypto.subtle.deriveKey(how, typed, { name: 'AES-GCM', length: 256 }, false, [use]);
}

/** The text of the file, shut by a PIN. */
export async function shut(carried: Carried, pin: string): Promise<string> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const key = await keyOf(pin, salt, rounds, 'encrypt');
  const text = new TextEncoder().encode(JSON.stringify(carried));
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, text);
  const file: File = {
    format: 'diemcau-outbox',
    version: 1,
    siteName: carried.siteName,
    count: carried.count,
    rounds,
    salt: base64(salt),
    nonce: base64(nonce),
    data: base64(new Uint8Array(data)),
  };
  return JSON.stringify(file);
}

/** Opens the text of a file: what is in it, or whether it is no such file or the PIN is another. */
export async function open(text: string, pin: string): Promise<Carried | 'no_file' | 'wrong_pin'> {
  let file: File;
  try {
    file = JSON.parse(text) as File;
  } catch {
    return 'no_file';
  }
  if (file?.format !== 'diemcau-outbox' || file.version !== 1) return 'no_file';
  try {
    const key = await keyOf(pin, unbase64(file.salt), Math.min(file.rounds, 5_000_000), 'decrypt');
    const how = { name: 'AES-GCM', iv: unbase64(file.nonce) };
    const opened = await crypto.subtle.decrypt(how, key, unbase64(file.data));
    return JSON.parse(new TextDecoder().decode(opened)) as Carried;
  } catch {
    return 'wrong_pin';
  }
}
