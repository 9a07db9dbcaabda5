/** How a room's code runs: the key is the room's own and never leaves the devices of the session. */
export interface RoomCode {
  /** base64url */
  readonly key: string;
  readonly stepSeconds: number;
}

/** The step a moment falls into. */
export function stepOf(at: number, stepSeconds: number): number {
  return Math.floor(at / 1000 / stepSeconds);
}

/** Whole seconds until the next code, at least 1. */
export function secondsLeft(at: number, stepSeconds: number): number {
  return Math.ceil(((stepOf(at, stepSeconds) + 1) * stepSeconds * 1000 - at) / 1000);
}

/** The share of the step that is still to come, 1 to 0. */
export function shareLeft(at: number, stepSeconds: number): number {
  return ((stepOf(at, stepSeconds) + 1) * stepSeconds * 1000 - at) / (stepSeconds * 1000);
}

export function keyOf(key: string): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', unbase64(key), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
}

/** Six digits: HMAC-SHA256 over the step as eight bytes, cut as RFC 4226 cuts. */
export async function codeAt(key: CryptoKey, step: number): Promise<string> {
  const counter = new DataView(new ArrayBuffer(8));
  counter.setBigUint64(0, BigInt(step));
  const mac = new DataView(await crypto.subtle.sign('HMAC', key, counter));
  const at = mac.getUint8(mac.byteLength - 1) & 15;
  return String((mac.getUint32(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** 482 915: read out loud in two breaths. */
export function spaced(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}

export function unbase64(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(plain, (character) => character.charCodeAt(0));
}
