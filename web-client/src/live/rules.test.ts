import { expect, test } from 'vitest';
import type { SessionRow, Tile } from './data';
import { calledAt, calls, faults, mark, share, shortName, states, today, unready, wallOf } from './rules';

const tile = (state: Tile['state'], present = 0, expected = 10): Tile => ({
  id: state,
  name: 'Điểm cầu xã Ba Bể',
  kind: 'linked',
  expected,
  present,
  visiting: 0,
  state,
});

const session = (id: string, startsAt: string, endsAt: string, state: SessionRow['state'] = 'issued'): SessionRow =>
  ({ id, startsAt, endsAt, state }) as SessionRow;

test('a closed site has reported', () => {
  expect(states([tile('closed'), tile('reported'), tile('silent'), tile('link_down'), tile('filling')])).toEqual({
    reported: 2,
    filling: 1,
    silent: 1,
    off: 1,
  });
  expect(mark(tile('link_down'))).toBe('off');
});

test('a site closed by rule has not reported, and nobody calls it any more', () => {
  expect(mark(tile('closed_by_rule'))).toBe('silent');
  expect(calls([tile('closed_by_rule')])).toEqual([]);
});

test('silent sites are called before those whose link is down', () => {
  expect(calls([tile('link_down'), tile('filling'), tile('silent')]).map((one) => one.state)).toEqual([
    'silent',
    'link_down',
  ]);
});

test('the words that every tile would repeat are left out', () => {
  expect(shortName('Điểm cầu xã Ba Bể')).toBe('Ba Bể');
  expect(shortName('Điểm cầu phường Phan Đình Phùng')).toBe('Phan Đình Phùng');
  expect(shortName('Xã Ba Bể')).toBe('Ba Bể');
  expect(shortName('Điểm cầu chính, Hội trường Tỉnh ủy')).toBe('Điểm cầu chính, Hội trường Tỉnh ủy');
  expect(shortName('Hội trường Tỉnh ủy')).toBe('Hội trường Tỉnh ủy');
});

test('a bar is never longer than full, and empty where nobody is expected', () => {
  expect(share(tile('filling', 12, 10))).toBe(1);
  expect(share(tile('filling', 0, 0))).toBe(0);
});

test('a session is under way from half an hour before its start; drafts are not shown', () => {
  const at = new Date('2026-11-22T01:00:00Z');
  const shown = today(
    [
      session('now', '2026-11-22T01:20:00Z', '2026-11-22T04:00:00Z'),
      session('later', '2026-11-22T07:00:00Z', '2026-11-22T09:00:00Z'),
      session('over', '2026-11-21T23:00:00Z', '2026-11-22T00:30:00Z'),
      session('draft', '2026-11-22T01:00:00Z', '2026-11-22T04:00:00Z', 'draft'),
    ],
    at,
  );
  expect(shown.now.map((one) => one.id)).toEqual(['now']);
  expect(shown.later.map((one) => one.id)).toEqual(['later']);
  expect(shown.over.map((one) => one.id)).toEqual(['over']);
});

test('a site is unready from an hour before while nobody has looked, or while a fault stands', () => {
  const start = new Date('2026-11-22T01:00:00Z');
  const before = (minutes: number): Date => new Date(start.getTime() - minutes * 60_000);
  const said = { at: '2026-11-22T00:10:00Z', by: 'Máy 1' };
  const good = { ...tile('filling'), check: { ...said, picture: true, power: true } };
  const bad = { ...tile('reported'), check: { ...said, picture: true, power: false } };
  const all = [tile('silent'), good, bad, tile('closed')];
  expect(unready(all, start, before(61))).toEqual([]);
  expect(unready(all, start, before(60))).toEqual([all[0], bad]);
  expect(unready(all, start, before(-16))).toEqual([]);
  expect(faults(bad)).toEqual(['power']);
  expect(faults(tile('silent'))).toEqual([]);
});

test('a class in one room does not hide the wall of a conference of many sites', () => {
  const held = (id: string, siteCount: number): SessionRow => ({ id, siteCount }) as SessionRow;
  expect(wallOf([])).toBeUndefined();
  expect(wallOf([held('class', 1)])?.id).toBe('class');
  expect(wallOf([held('class', 1), held('conference', 93)])?.id).toBe('conference');
  expect(wallOf([held('class', 1), held('other class', 1)])).toBeUndefined();
  expect(wallOf([held('one', 40), held('other', 12)])).toBeUndefined();
});

test('a call is entered with its own day and hour, never before the session’s day and never still to come', () => {
  const starts = new Date('2026-11-21T00:30:00Z');
  const now = new Date('2026-11-22T02:00:00Z');
  expect(calledAt('2026-11-22', '08:59', starts, now)).toEqual({ at: '2026-11-22T01:59:00.000Z' });
  expect(calledAt('2026-11-21', '23:40', starts, now)).toEqual({ at: '2026-11-21T16:40:00.000Z' });
  expect(calledAt('2026-11-21', '00:00', starts, now)).toEqual({ at: '2026-11-20T17:00:00.000Z' });
  expect(calledAt('2026-11-20', '23:59', starts, now)).toEqual({ wrong: 'before' });
  expect(calledAt('2026-11-22', '09:01', starts, now)).toEqual({ wrong: 'time' });
  expect(calledAt('2026-11-23', '07:00', starts, now)).toEqual({ wrong: 'ahead' });
  for (const [day, time] of [
    ['', '08:00'],
    ['2026-11-22', ''],
    ['2026-11-22', '25:00'],
  ] as const)
    expect(calledAt(day, time, starts, now)).toEqual({ wrong: 'time' });
});
