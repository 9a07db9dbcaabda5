import { expect, test } from 'vitest';
import { ProblemError } from '../problem';
import { answered, askAgainIn, failed, goesOn, opensAt, refusalOf } from './rules';

const now = new Date('2026-11-22T08:00:00Z');
const offline = new ProblemError(0, 'offline');

test('aRefusalWithWordsOfItsOwnIsKnownAndAnyOtherFailureIsNot', () => {
  expect(refusalOf(new ProblemError(403, 'not_on_list'))).toBe('not_on_list');
  expect(refusalOf(offline)).toBeUndefined();
  expect(refusalOf(undefined)).toBeUndefined();
});

test('theOpeningIsReadFromTheRefusalAndNonsenseIsNoTime', () => {
  const told = (detail: string): ProblemError => new ProblemError(403, 'session_not_open', { detail });
  expect(opensAt(told('2026-11-22T08:30:00Z'))).toEqual(new Date('2026-11-22T08:30:00Z'));
  expect(opensAt(told('soon'))).toBeUndefined();
  expect(opensAt(new ProblemError(403, 'session_over', { detail: '2026-11-22T08:30:00Z' }))).toBeUndefined();
});

test('itAsksAgainJustAfterTheOpeningButNeitherAtOnceNorAfterDays', () => {
  expect(askAgainIn(new Date('2026-11-22T08:10:00Z'), now)).toBe(600_500);
  expect(askAgainIn(new Date('2026-11-22T07:59:00Z'), now)).toBe(2000);
  expect(askAgainIn(new Date('2026-12-22T08:00:00Z'), now)).toBe(3_600_000);
});

test('aBeatThatTheServerKnowsAlreadyCountsAsTaken', () => {
  expect(answered({ result: 'already' }, now)).toEqual({ is: 'taken', at: now });
  expect(answered({ result: 'refused', reason: 'session_closed' }, now)).toEqual({
    is: 'refused',
    reason: 'session_closed',
  });
});

test('aLostConnectionKeepsTheTimeOfTheLastBeatThatWasTaken', () => {
  const lost = failed({ is: 'taken', at: now }, offline);
  expect(lost).toEqual({ is: 'lost', at: now });
  expect(failed(lost, new ProblemError(503, 'http_503'))).toEqual({ is: 'lost', at: now });
  expect(failed({ is: 'first' }, offline)).toEqual({ is: 'lost', at: undefined });
});

test('aRefusedBeatEndsTheBeatingUnlessTheSessionIsYetToOpen', () => {
  expect(goesOn(failed({ is: 'taken', at: now }, new ProblemError(404, 'not_found')))).toBe(false);
  expect(goesOn({ is: 'refused', reason: 'session_not_open' })).toBe(true);
  expect(goesOn({ is: 'lost', at: undefined })).toBe(true);
});
