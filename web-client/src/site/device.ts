import { kept } from '../outbox/kept';
import { newId } from '../outbox/rules';

/** This phone at one site: its id there and a key pair whose private half cannot leave the browser. */
interface Device {
  readonly id: string;
  readonly keys?: CryptoKeyPair;
}

export function boxOf(session: string, site: string): string {
  return `site:${session}|${site}`;
}

/** This phone's id at the site: as the server gave it when the slip was used, else one of its own. */
export async function deviceAt(box: string): Promise<string> {
  const known = await kept.thing<Device>(`device|${box}`);
  if (known) return known.id;
  const made: Device = { id: newId() };
  await kept.keep(`device|${box}`, made);
  return made.id;
}

export async function keepDevice(box: string, id: string, keys: CryptoKeyPair | undefined): Promise<void> {
  await kept.keep(`device|${box}`, keys ? { id, keys } : { id });
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
