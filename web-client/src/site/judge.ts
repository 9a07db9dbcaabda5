import { isGenuine, publicKey, type Badge, type Read } from './badge';
import type { Member, Pack } from './pack';
import type { Verdict } from './roll';

/** What the device itself makes of a reading, before the server has heard of it. */
export interface Judged {
  readonly verdict: Verdict;
  /** A reason of the server's closed list, where the device can tell it already. */
  readonly reason?: 'badge_forged' | 'badge_revoked';
  readonly member?: Member;
  /** What goes to the server: digits or short code. */
  readonly badge: string;
}

/** Finds people by their badges and knows the keys that badges are signed with. Made once a pack. */
export class Judge {
  readonly #byNumber = new Map<string, Member>();
  readonly #byShort = new Map<string, Member>();
  readonly #revoked: ReadonlySet<string>;
  readonly #keys = new Map<number, Promise<CryptoKey>>();

  constructor(pack: Pick<Pack, 'people' | 'revoked' | 'badgeKeys'>) {
    for (const member of pack.people) {
      for (const number of member.badges ?? []) this.#byNumber.set(number, member);
      if (member.short !== undefined) this.#byShort.set(member.short.replace(/[\s-]/g, ''), member);
    }
    this.#revoked = new Set(pack.revoked);
    if (!isSecureContext) return;
    for (const key of pack.badgeKeys) this.#keys.set(Number(key.kid ?? 0), publicKey(key));
  }

  /** Undefined when it is no badge at all. A genuine badge of nobody on the list is another site's until the server says more. */
  async judge(reading: Read, isPresent: (person: string) => boolean): Promise<Judged | undefined> {
    if (reading.is === 'other') return undefined;
    if (reading.is === 'short') {
      const member = this.#byShort.get(reading.code);
      return { ...this.#found(member, isPresent), badge: reading.code };
    }
    const { badge } = reading;
    if ((await this.#genuine(badge)) === false)
      return { verdict: 'refused', reason: 'badge_forged', badge: badge.digits };
    if (this.#revoked.has(badge.number)) return { verdict: 'refused', reason: 'badge_revoked', badge: badge.digits };
    return { ...this.#found(this.#byNumber.get(badge.number), isPresent), badge: badge.digits };
  }

  #found(member: Member | undefined, isPresent: (person: string) => boolean): Pick<Judged, 'verdict' | 'member'> {
    if (!member) return { verdict: 'elsewhere' };
    return { verdict: isPresent(member.id) ? 'already' : 'found', member };
  }

  /** Undefined when the key is newer than the pack: only the server can tell. */
  async #genuine(badge: Badge): Promise<boolean | undefined> {
    const key = this.#keys.get(badge.key);
    return key && isGenuine(badge, await key);
  }
}
