import { unbase64 } from '../room/code';
import { publicKey } from './badge';

/** One name on a site's list. */
export interface Member {
  readonly id: string;
  readonly name: string;
  /** Orders the list the way the database does. */
  readonly sortKey: string;
  /** Lower case, without marks. */
  readonly folded: string;
  readonly birthYear?: number;
  readonly unitName: string;
  readonly standing: 'required' | 'exempt' | 'suspended' | 'on_duty' | 'guest' | 'invited' | 'walk_in';
  /** Badge numbers, sixteen hexadecimal digits. */
  readonly badges?: readonly string[];
  /** The typable code below the badge's QR. */
  readonly short?: string;
}

/** What a site needs to take its roll for a day without a network. Signed by the server. */
export interface Pack {
  readonly session: {
    readonly id: string;
    readonly title: string;
    readonly topic?: string;
    readonly startsAt: string;
    readonly endsAt: string;
    readonly rehearsal?: boolean;
  };
  readonly site: {
    readonly id: string;
    readonly name: string;
    readonly address?: string;
    readonly kind?: 'main' | 'linked' | 'broadcast';
  };
  readonly version: number;
  readonly issuedAt: string;
  readonly notAfter: string;
  readonly serverTime?: string;
  readonly people: readonly Member[];
  readonly revoked: readonly string[];
  /** How old the list of revoked badges is. */
  readonly revokedAt?: string;
  readonly roomKey?: string;
  readonly lateMinutes?: number;
  /** Public keys of badges; the key id is a number from 1 to 255. */
  readonly badgeKeys: readonly PublicKey[];
}

export type PublicKey = JsonWebKey & { readonly kid?: string | number };

/** A pack as it travels and as it is kept: the signed text itself, so that it can be checked again. */
export interface SignedPack {
  /** base64url of the JSON that was signed */
  readonly pack: string;
  /** base64url, 64 bytes */
  readonly signature: string;
  readonly keyId: string;
  readonly keys: readonly PublicKey[];
}

/** The pack inside, or undefined when none of the keys has signed exactly this text. */
export async function opened(signed: SignedPack, pinned: readonly PublicKey[]): Promise<Pack | undefined> {
  const text = unbase64(signed.pack);
  const signature = unbase64(signed.signature);
  for (const key of pinned) {
    if (key.kid !== undefined && String(key.kid) !== signed.keyId) continue;
    if (key.use === 'badge') continue;
    const verifier = await publicKey(key);
    if (await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, verifier, signature, text)) {
      return parsed(signed);
    }
  }
  return undefined;
}

/** The pack unchecked, for pages that were not opened over a secure connection: they have no cryptography, and nothing to protect. */
export function parsed(signed: SignedPack): Pack {
  return JSON.parse(new TextDecoder().decode(unbase64(signed.pack))) as Pack;
}

/** Whether the list may still be worked with; an old one still records, but says that it is old. */
export function isStale(pack: Pack, now: Date): boolean {
  return now.getTime() > Date.parse(pack.notAfter);
}
