import { expect, test } from 'vitest';
import type { Policy, Trainee } from './data';
import { differing, draftOf, monthsBefore, monthWritten, shortHash, warned, wishOf, wrong } from './rules';

const now: Policy = {
  version: 1,
  lateMinutes: 15,
  earlyMinutes: 15,
  remotePercent: 70,
  rollCall: false,
  otherSiteAccepted: true,
  absentPercent: 20,
  excusedCounts: true,
  appealDays: 10,
  remindMinutes: 15,
  ruleHours: 72,
};

test('only the terms that differ are told', () => {
  expect(differing(now, { ...now, version: 2 })).toEqual([]);
  expect(differing(now, { ...now, lateMinutes: 5, excusedCounts: false })).toEqual(['lateMinutes', 'excusedCounts']);
});

test('a wish needs a reason, whole figures within their bounds, and a change', () => {
  const draft = draftOf(now);
  expect(wishOf(draft, 'Quy chế mới', now)).toBeUndefined();
  const changed = { ...draft, absentPercent: '10' };
  expect(wishOf(changed, ' ', now)).toBeUndefined();
  expect(wishOf(changed, ' Quy chế mới ', now)).toMatchObject({ absentPercent: 10, reason: 'Quy chế mới' });
  expect(wishOf({ ...draft, absentPercent: '101' }, 'Quy chế mới', now)).toBeUndefined();
  expect(wrong({ ...draft, remotePercent: '0' }, 'remotePercent')).toBe(true);
  expect(wrong({ ...draft, lateMinutes: '7,5' }, 'lateMinutes')).toBe(true);
});

test('who may not sit the exam stands before who is near it, and nobody else is named', () => {
  const one = (id: string, state: Trainee['state']): Trainee => ({ person: { id }, state }) as Trainee;
  const all = [one('a', 'near'), one('b', 'over'), one('c', 'fine')];
  expect(warned(all).map((each) => each.person.id)).toEqual(['b', 'a']);
});

test('the months before, across the turn of a year', () => {
  expect(monthsBefore('2026-02-03', 3)).toEqual(['2026-01', '2025-12', '2025-11']);
  expect(monthWritten('2025-12')).toBe('12/2025');
});

test('a hash is shortened to what can be read aloud', () => {
  expect(shortHash('0123456789abcdef0123')).toBe('0123 4567 89ab cdef');
});
