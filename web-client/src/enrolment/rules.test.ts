import { expect, test } from 'vitest';
import type { Preview, Summons } from './data';
import { apart, bare, fallenOut, overflowing, reminders, rule, withoutRule, withPerson } from './rules';

const empty = { rules: [], guests: [], adjustments: [] };
const site = { id: 'a', name: 'a', kind: 'linked', seats: 40, expected: 47, remote: 0, answered: 0, overflow: 7 };
const preview: Preview = {
  standings: { required: 10, exempt: 1, suspended: 2, on_duty: 3, guest: 4, invited: 5 },
  units: [],
  sites: [site, { ...site, id: 'b', overflow: 0 }],
  withoutSite: 0,
  fallenOut: [],
  clashes: [],
  first: [],
};

test('namedPeopleGatherInOneRuleAndStandOnce', () => {
  const one = withPerson(empty, 'a', false);
  const two = withPerson(withPerson(one, 'b', false), 'a', false);
  expect(two.rules).toHaveLength(1);
  expect(two.rules[0]?.persons).toEqual(['a', 'b']);
  expect(withPerson(two, 'c', true).rules).toHaveLength(2);
});

test('whoFallsOutAndWhoIsApartAreCountedFromTheirStandings', () => {
  expect(fallenOut(preview)).toBe(6);
  expect(apart(preview)).toBe(9);
  expect(overflowing(preview).map((one) => one.id)).toEqual(['a']);
});

test('theServerGetsTheScopeAndNothingElse', () => {
  const kept = { ...empty, rev: 3, own: false, unitNames: {}, people: {} };
  expect(Object.keys(bare(kept))).toEqual(['rules', 'guests', 'adjustments']);
  expect(withoutRule({ ...empty, rules: [rule('units', { units: ['u'] })] }, 0).rules).toEqual([]);
});

test('unitsWhoseSummonsChangedAreRemindedFirst', () => {
  const summons = (unitName: string, changed: boolean, receivedAt: string | null): Summons => ({
    programme: 'p',
    unit: unitName,
    unitName,
    people: 1,
    issuedAt: '',
    receivedAt,
    changed,
  });
  const list = [summons('A', false, null), summons('B', true, null), summons('C', false, '2026-11-20T00:00:00Z')];
  expect(reminders(list).map((one) => one.unitName)).toEqual(['B', 'A']);
});
