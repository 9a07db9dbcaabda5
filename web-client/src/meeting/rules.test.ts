import { expect, test } from 'vitest';
import { ProblemError } from '../problem';
import type { Tile } from '../live/data';
import { optionsFor, scriptOf } from './frame';
import { answered, askAgainIn, bySite, failed, goesOn, mainDeed, opensAt, refusalOf, screenSite } from './rules';

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

const tile = (id: string, kind: Tile['kind']): Tile => ({
  id,
  name: id,
  kind,
  expected: 10,
  present: 1,
  visiting: 0,
  state: 'filling',
});
const absent = (id: string, site: string | undefined, standing = 'required'): Parameters<typeof bySite>[0][number] => ({
  person: { id, name: id, unitName: 'u' },
  standing,
  outcome: { standing: 'undetermined', flags: [], minutes: 0, certainty: 'sure' },
  unit: 'u',
  unitName: 'u',
  ...(site === undefined ? {} : { site, siteName: site }),
});

test('theMissingStandBySiteMostFirstAndTheExemptAreNotWaitedFor', () => {
  const groups = bySite(
    [absent('1', 'a'), absent('2', 'b'), absent('3', 'b'), absent('4', 'a', 'exempt'), absent('5', undefined)],
    [tile('a', 'linked'), tile('b', 'main')],
  );
  expect(groups.map((group) => [group.site, group.people.length])).toEqual([
    ['b', 2],
    ['a', 1],
    ['', 1],
  ]);
  expect(groups[0]?.tile?.kind).toBe('main');
});

test('theFilledButtonIsTheScreenThenClosingThenNothing', () => {
  expect(mainDeed('2026-11-22T09:00:00Z', false, now)).toBe('screen');
  expect(mainDeed('2026-11-22T07:00:00Z', false, now)).toBe('close');
  expect(mainDeed('2026-11-22T07:00:00Z', true, now)).toBe('none');
});

test('theScreenIsTheChosenSitesElseTheMainHalls', () => {
  const tiles = [tile('a', 'linked'), tile('m', 'main')];
  expect(screenSite(tiles, 'a')).toBe('a');
  expect(screenSite(tiles, null)).toBe('m');
  expect(screenSite([], null)).toBeUndefined();
});

test('theMeetingIsEnteredSilentlyAndByItsTokenAndSoundOnlyWhenWished', () => {
  expect(scriptOf('https://meet.example.vn/')).toBe('https://meet.example.vn/external_api.js');
  expect(optionsFor('room', 'token', 'An', true)).toMatchObject({
    roomName: 'room',
    jwt: 'token',
    configOverwrite: { startAudioOnly: true, startWithAudioMuted: true, prejoinConfig: { enabled: false } },
  });
});
