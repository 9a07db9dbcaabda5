import type { Roll, RollEntry } from './data';
import type { Beside, Said, Stands } from './roll';

/** The server's roll as this page lays it under its own entries. */
export function saidBy(roll: Pick<Roll, 'people'>, heardAt: string): Map<string, Said> {
  return new Map(roll.people.map((one) => [one.id, wordOf(one, heardAt)]));
}

function wordOf(one: RollEntry, heardAt: string): Said {
  const beside: Beside[] = [];
  if (one.outcome.flags.includes('late')) beside.push('late');
  if (one.outcome.flags.includes('left_early')) beside.push('early');
  return { stands: standsOf(one.outcome.standing), beside, at: one.at ?? one.outcome.arrived, heardAt };
}

function standsOf(standing: RollEntry['outcome']['standing']): Stands {
  return standing === 'substituted' ? 'substitute' : standing;
}
