import type { Entry } from '../outbox/rules';
import type { Member } from './pack';
import type { About, Verdict } from './roll';

/** What the bar shows: the last answer at the door. */
export interface Result {
  readonly verdict: Verdict | 'not_badge';
  readonly entry?: Entry;
  readonly name?: string;
  readonly birthYear?: number;
  readonly unitName?: string;
  readonly late?: boolean;
  readonly reason?: string;
  /** When somebody already here came. */
  readonly since?: string;
  readonly expectedSite?: string;
  readonly undone?: boolean;
  /** The code of a printed row, scanned where badges are. */
  readonly paperRow?: boolean;
  /** Grows, so that the same answer twice is seen twice. */
  readonly turn: number;
}

/** Who an entry is about, as the pages show them. */
export function whoOf(member: Member | undefined): Pick<About, 'person' | 'name' | 'birthYear' | 'unitName'> {
  if (!member) return {};
  const year = member.birthYear === undefined ? {} : { birthYear: member.birthYear };
  return { person: member.id, name: member.name, unitName: member.unitName, ...year };
}

/** Enough of a badge's digits to tell two apart. */
export function shortened(badge: string): string {
  return badge.length > 12 ? `…${badge.slice(-6)}` : badge;
}
