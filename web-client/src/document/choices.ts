import { path, type Query } from '../api';
import type { Choice } from './data';
import { say } from './words';

/** The documents of one session. */
export function ofSession(session: string, name: string): readonly Choice[] {
  return (['flash', 'summary', 'roll'] as const).map((form) => ({
    key: form,
    label: say(form),
    of: path`/reports/sessions/${session}`,
    query: { form },
    name,
  }));
}

/** The documents of all sessions of a programme. */
export function ofProgramme(programme: string, name: string): readonly Choice[] {
  return (['summary', 'register'] as const).map((form) => ({
    key: `all-${form}`,
    label: say(form),
    of: path`/reports/programmes/${programme}`,
    query: { form },
    name,
  }));
}

/** The statistics of training of a unit. */
export function ofTraining(unit: string, period: { from: string; to: string }, name: string): readonly Choice[] {
  return [
    {
      key: 'training',
      label: say('training'),
      of: path`/reports/units/${unit}/training`,
      query: { from: period.from, to: period.to },
      name,
    },
  ];
}

/** The documents of a unit's account: by the units below, or by its own people. */
export function ofUnit(unit: string, query: Query, name: string): readonly Choice[] {
  return (['units', 'persons'] as const).map((rows) => ({
    key: rows,
    label: say(rows === 'units' ? 'summary' : 'roll'),
    of: path`/reports/units/${unit}`,
    query: { ...query, rows },
    name,
  }));
}
