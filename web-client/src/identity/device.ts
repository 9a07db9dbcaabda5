import { openDB } from 'idb';

/** This device's key: it never leaves the browser; the server keeps only the public half. */
export interface DeviceKey {
  readonly keyId: string;
  readonly publicKey: string;
}

interface Kept extends DeviceKey {
  readonly login: string;
  readonly privateKey: CryptoKey;
}

async function keys() {
  return openDB('diemcau-device', 1, {
    upgrade: (database) => void database.createObjectStore('keys', { keyPath: 'login' }),
  });
}

/** Makes a key pair for an account on this device; undefined where the page is not in a secure context. */
export async function makeKey(login: string): Promise<DeviceKey | undefined> {
  if (!window.isSecureContext || !('subtle' in crypto)) return undefined;
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const pair = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
  const publicKey = text(await crypto.subtle.exportKey('spki', pair.publicKey));
  const keyId = text(await crypto.subtle.digest('SHA-256', bytes(publicKey))).slice(0, 22);
  const kept: Kept = { login, keyId, publicKey, privateKey: pair.privateKey };
  await (await keys()).put('keys', kept);
  return { keyId, publicKey };
}

/** Signs a challenge with the account's key on this device, if it has one. */
export async function signWithKey(
  login: string,
  challenge: string,
): Promise<{ deviceKeyId: string; signature: string } | undefined> {
  if (!window.isSecureContext || !('subtle' in crypto)) return undefined;
  const kept = (await (await keys()).get('keys', login)) as Kept | undefined;
  if (!kept) return undefined;
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
  const signature = await crypto.subtle.sign(algorithm, kept.privateKey, new TextEncoder().encode(challenge));
  return { deviceKeyId: kept.keyId, signature: text(signature) };
}

function text(data: ArrayBuffer): string {
  const binary = String.fromCharCode(...new Uint8Array(data));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
