import type { Entry } from '../outbox/rules';

/** A session of one's own, as the schedule lists it. */
export interface Mine {
  readonly session: string;
  readonly title: string;
  readonly topic?: string | null;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly state: string;
  readonly mode?: string;
  readonly site?: { readonly id: string; readonly name: string; readonly address?: string | null } | null;
}

/** Where a code goes to. */
export interface Target {
  readonly session: string;
  readonly site: string;
}

const hour = 3_600_000;

/** Those that one may be checking in to now: from two hours before until an hour after, the nearest start first. */
export function around(mine: readonly Mine[], now: number): Mine[] {
  return mine
    .filter((one) => one.site && one.state !== 'cancelled' && one.state !== 'postponed')
    .filter((one) => now >= Date.parse(one.startsAt) - 2 * hour && now <= Date.parse(one.endsAt) + hour)
    .sort((a, b) => Math.abs(now - Date.parse(a.startsAt)) - Math.abs(now - Date.parse(b.startsAt)));
}

/** Six digits of what was typed, spaces and all. */
export function digitsOf(typed: string): string {
  return typed.replace(/\D/g, '').slice(0, 6);
}

/** What one is told after a code: what was kept, what the server made of it, what to do. */
export type Told =
  | { readonly is: 'none' }
  | { readonly is: 'sending' | 'kept'; readonly at: string }
  | { readonly is: 'counted' | 'already'; readonly at: string; readonly late: boolean }
  | { readonly is: 'again' | 'wait' | 'no'; readonly reason: string };

/** The state of the latest code for a session. `offline` once a round of sending has failed. */
export function toldOf(entries: readonly Entry[], session: string, offline: boolean): Told {
  const entry = entries.findLast((one) => (one.about as Target | undefined)?.session === session);
  if (!entry) return { is: 'none' };
  if (entry.state === 'waiting') return { is: offline ? 'kept' : 'sending', at: entry.madeAt };
  const answer = entry.answer;
  if (entry.state === 'refused') {
    const reason = answer?.reason ?? 'malformed';
    return {
      is: reason === 'code_wrong' || reason === 'code_expired' ? 'again' : waits(reason) ? 'wait' : 'no',
      reason,
    };
  }
  const late = (answer?.outcome as { flags?: string[] } | undefined)?.flags?.includes('late') === true;
  return { is: answer?.reason === 'already_counted' ? 'already' : 'counted', at: entry.madeAt, late };
}

/** It is too early: nobody is locked out, the same screen will do in a while. */
function waits(reason: string): boolean {
  return reason === 'code_early' || reason === 'session_not_open';
}
