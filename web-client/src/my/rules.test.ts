import { describe, expect, test } from 'vitest';
import type { Mine } from './data';
import { deed, grouped, legend, markOf, mayAsk, named, noticeIsLate, phase, ways } from './rules';

const mine: Mine = {
  session: 's',
  programme: 'p',
  kind: 'conference',
  title: 'Hội nghị',
  topic: null,
  number: 1,
  lecturer: null,
  startsAt: '2026-11-22T01:00:00Z',
  endsAt: '2026-11-22T04:30:00Z',
  mode: 'hybrid',
  state: 'issued',
  rehearsal: false,
  unitName: 'Tỉnh ủy',
  site: { id: 'a', name: 'Điểm cầu xã Đại Từ', kind: 'linked', address: null },
  standing: 'required',
  reply: 'none',
  askAgain: false,
  join: '/vao/s',
  attendance: null,
};
const at = (time: string): Date => new Date(`2026-11-22T${time}:00Z`);

describe('the schedule', () => {
  test('todayIsTheCountrysDay', () => {
    const late = { ...mine, session: 'late', startsAt: '2026-11-22T17:30:00Z', endsAt: '2026-11-22T18:00:00Z' };
    const next = { ...mine, session: 'next', startsAt: '2026-12-09T01:00:00Z', endsAt: '2026-12-09T02:00:00Z' };
    const found = grouped([next, late, mine], at('02:00'));
    expect(found.today.map((one) => one.session)).toEqual(['s']);
    expect(found.week.map((one) => one.session)).toEqual(['late']);
    expect(found.later.map((one) => one.session)).toEqual(['next']);
  });

  test('theHourDecidesTheOneDeed', () => {
    expect(deed(mine, new Date('2026-11-20T01:00:00Z'))).toBe('reply');
    expect(deed({ ...mine, reply: 'room' }, new Date('2026-11-20T01:00:00Z'))).toBe('none');
    expect(deed({ ...mine, reply: 'room', askAgain: true }, new Date('2026-11-20T01:00:00Z'))).toBe('reply');
    expect(deed(mine, at('00:30'))).toBe('checkIn');
    expect(deed({ ...mine, reply: 'remote' }, at('02:00'))).toBe('join');
    expect(deed(mine, at('05:00'))).toBe('review');
    expect(deed({ ...mine, state: 'cancelled' }, at('02:00'))).toBe('none');
  });

  test('whoIsCountedOrExcusedHasNothingLeftToDo', () => {
    const attendance = { standing: 'present', flags: [], madeUp: false, mode: 'linked', minutes: 10 } as const;
    expect(deed({ ...mine, attendance }, at('02:00'))).toBe('none');
    const absence = { id: 'x', session: 's', reason: 'ốm', late: false, state: 'approved', note: null } as const;
    expect(deed({ ...mine, absence }, at('02:00'))).toBe('none');
    expect(mayAsk({ ...mine, absence }, at('00:00'))).toBe(false);
  });

  test('absenceMayBeAskedUntilTheEndAndLateIsLate', () => {
    expect(mayAsk(mine, at('02:00'))).toBe(true);
    expect(mayAsk(mine, at('05:00'))).toBe(false);
    expect(mayAsk({ ...mine, standing: 'invited' }, at('00:00'))).toBe(false);
    expect(noticeIsLate(mine, at('00:00'))).toBe(true);
    expect(noticeIsLate(mine, new Date('2026-11-20T01:00:00Z'))).toBe(false);
  });

  test('phasesFollowTheClock', () => {
    expect(phase(mine, at('00:10'))).toBe('soon');
    expect(phase(mine, at('01:00'))).toBe('running');
    expect(phase(mine, at('04:30'))).toBe('over');
    expect(ways({ ...mine, mode: 'in_room' })).toEqual(['room']);
  });
});

describe('the year', () => {
  test('eachRecordHasOneMark', () => {
    const record = (standing: string, flags: string[] = [], madeUp = false): ReturnType<typeof markOf> =>
      markOf({ standing, flags, madeUp, mode: null, minutes: 0 } as unknown as Parameters<typeof markOf>[0]);
    expect(record('present')).toBe('present');
    expect(record('present', ['late', 'left_early'])).toBe('late');
    expect(record('excused', [], true)).toBe('madeUp');
    expect(record('substituted')).toBe('substitute');
    expect(markOf(null)).toBe('undetermined');
  });

  test('theTopicStandsOnlyWhereItSaysMore', () => {
    expect(named({ ...mine, topic: 'Hội nghị' })).toBe('Hội nghị');
    expect(named({ ...mine, topic: 'Báo cáo' })).toBe('Hội nghị: Báo cáo');
  });

  test('theLegendNamesOnlyWhatOccurs', () => {
    expect(legend([mine])).toEqual(['undetermined']);
  });
});
