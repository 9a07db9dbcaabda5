import { base64 } from './base64';
import { kept } from './kept';
import type { Entry, Line } from './rules';

/** A device's id at a place and its key pair there. The private half cannot leave the browser. */
export interface Device {
  readonly id: string;
  readonly keys?: CryptoKeyPair;
  /** What this browser was there before; entries made then are still signed by that key. */
  readonly before?: readonly Device[];
}

/** Entries as they were signed: the very text of each. */
export interface Sealed {
  readonly head: string;
  readonly lines: readonly string[];
  readonly signature: string;
}

/** Where the chain of a device stands: its last entry's number and hash. */
interface End {
  readonly device: string;
  readonly n: number;
  readonly hash: string;
}

const purpose = 'diemcau-entries\0';

/** Writes each entry into the device's chain as it is made, and signs what is sent. */
export class Hand {
  readonly #device: Device;
  readonly #box: string;
  readonly #place: { readonly session: string; readonly site: string };

  constructor(box: string, device: Device, place: { session: string; site: string }) {
    this.#box = box;
    this.#device = device;
    this.#place = place;
  }

  /** Keeps the entry with its line. Tabs take turns, so that no two entries get the same number. */
  async add(entry: Entry): Promise<Entry> {
    const link = async (): Promise<Entry> => {
      const name = `chain|${this.#box}`;
      const device = this.#device.id;
      const end = await kept.thing<End>(name);
      const before = end?.device === device ? end : { device, n: 0, hash: '' };
      const n = before.n + 1;
      const text = JSON.stringify({ id: entry.id, ...entry.body, n, previous: before.hash });
      const next: End = { device, n, hash: await hashOf(text) };
      return kept.add({ ...entry, line: { device, text } }, { name, value: next });
    };
    if (!('locks' in navigator)) return link();
    return navigator.locks.request(`diemcau.chain:${this.#box}`, link);
  }

  /** Signs lines of one device for sending now, or for a file. */
  async seal(lines: readonly Line[], times: Readonly<Record<string, string | number>>): Promise<Sealed | undefined> {
    const of = lines[0]?.device;
    const device = [this.#device, ...(this.#device.before ?? [])].find((one) => one.id === of);
    if (!device?.keys) return undefined;
    const head = JSON.stringify({ device: device.id, ...this.#place, ...times });
    const texts = lines.map((line) => line.text);
    const signed = new TextEncoder().encode(purpose + [head, ...texts].join('\n'));
    const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
    const signature = new Uint8Array(await crypto.subtle.sign(algorithm, device.keys.privateKey, signed));
    return { head, lines: texts, signature: base64(signature) };
  }
}

export async function hashOf(text: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
