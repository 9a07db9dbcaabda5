import { kept } from '../outbox/kept';
import type { Device, Hand } from '../outbox/hand';
import { newId } from '../outbox/rules';

export function boxOf(session: string, site: string): string {
  return `site:${session}|${site}`;
}

/** This browser as the device at the site's door has a queue of its own. */
export function doorBoxOf(session: string, site: string): string {
  return `door:${session}|${site}`;
}

/** This phone at the site: as the server knows it since the slip was used, else under an id of its own and without a key. */
export async function deviceAt(box: string): Promise<Device> {
  const known = await kept.thing<Device>(`device|${box}`);
  if (known) return known;
  const made: Device = { id: newId() };
  await kept.keep(`device|${box}`, made);
  return made;
}

/** What the server made of this phone. Entries that an earlier one still has to send stay under that one's key. */
export async function keepDevice(box: string, id: string, keys: CryptoKeyPair | undefined): Promise<void> {
  const earlier = await kept.thing<Device>(`device|${box}`);
  const before = earlier ? [earlier, ...(earlier.before ?? [])].filter((one) => one.keys).slice(0, 4) : [];
  const bare = before.map((one) => ({ id: one.id, ...(one.keys ? { keys: one.keys } : {}) }));
  await kept.keep(`device|${box}`, { id, ...(keys ? { keys } : {}), before: bare } satisfies Device);
}

/** What signs for this device; its code is fetched with the site's list, never before the page stands. */
export async function handOf(box: string, device: Device, session: string, site: string): Promise<Hand> {
  const { Hand } = await import('../outbox/hand');
  return new Hand(box, device, { session, site });
}

/** A key pair for this phone, or undefined where the page is not in a secure context. */
export async function newKeys(): Promise<{ pair: CryptoKeyPair; publicKey: JsonWebKey } | undefined> {
  if (!globalThis.isSecureContext) return undefined;
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
  return { pair, publicKey: await crypto.subtle.exportKey('jwk', pair.publicKey) };
}

/** A name by which the office tells phones apart. */
export function deviceName(agent = navigator.userAgent): string {
  const system = /\(([^)]*)\)/.exec(agent)?.[1] ?? '';
  const model = /Android [^;]*; ([^;)]+)/.exec(agent)?.[1] ?? /(iPhone|iPad|Windows|Macintosh|Linux)/.exec(system)?.[1];
  return (model ?? 'Điện thoại').replace(/ Build\/.*$/, '').slice(0, 60);
}
