import { kept } from '../outbox/kept';
import { base64 } from '../outbox/base64';
import { unbase64 } from '../room/code';

/** This browser is the device at a site's door until somebody who knows the PIN says otherwise. */
export interface Door {
  readonly session: string;
  readonly site: string;
  readonly salt: string;
  readonly proof: string;
}

const rounds = 600_000;

async function proofOf(pin: string, salt: Uint8Array<ArrayBuffer>): Promise<string> {
  const typed = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveBits']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  return base64(new Uint8Array(await crypto.subtle.deriveBits(how, typed, 256)));
}

export async function lockedTo(): Promise<Door | undefined> {
  return kept.thing<Door>('door').catch(() => undefined);
}

export async function lock(session: string, site: string, pin: string): Promise<void> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const proof = await proofOf(pin, salt);
  await kept.keep('door', { session, site, salt: base64(salt), proof } satisfies Door);
}

/** Whether the PIN opens the door again; it then is no longer kept. */
export async function unlock(pin: string): Promise<boolean> {
  const door = await lockedTo();
  if (!door) return true;
  if ((await proofOf(pin, unbase64(door.salt))) !== door.proof) return false;
  await kept.keep('door', undefined);
  return true;
}

export function doorAddress(door: Pick<Door, 'session' | 'site'>): string {
  return `/diem-cau/${encodeURIComponent(door.session)}/${encodeURIComponent(door.site)}/cua`;
}

/** Seconds to wait after so many wrong PINs in a row. */
export function waitAfter(wrong: number): number {
  return wrong < 5 ? 0 : Math.min(300, 15 * 2 ** (wrong - 5));
}
