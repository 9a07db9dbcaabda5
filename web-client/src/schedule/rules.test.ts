import { describe, expect, it } from 'vitest';
import type { SessionRow, TimetableRow } from './data';
import {
  agendaText,
  asNew,
  days,
  instant,
  over,
  overflow,
  planTimetable,
  shownState,
  slotsOf,
  steps,
  usual,
  weekdayOf,
} from './rules';

function row(startsAt: string, topic?: string): TimetableRow {
  return { line: 1, startsAt, endsAt: startsAt, periods: 4, faults: [], ...(topic === undefined ? {} : { topic }) };
}

function session(startsAt: string, topic?: string, state: SessionRow['state'] = 'draft'): SessionRow {
  return {
    id: startsAt,
    programme: 'p',
    kind: 'class',
    title: 'Lớp',
    unit: 'u',
    unitName: 'Đơn vị',
    number: 1,
    periods: 4,
    startsAt,
    endsAt: startsAt,
    mode: 'hybrid',
    state,
    rehearsal: false,
    sequence: 0,
    ownSites: false,
    siteCount: 1,
    agendaCount: 0,
    rev: 0,
    ...(topic === undefined ? {} : { topic }),
  };
}

describe('times', () => {
  it('are of the country, whatever the device says', () => {
    expect(instant('2026-12-07', '07:30')).toBe('2026-12-07T00:30:00.000Z');
    expect(weekdayOf('2026-12-07')).toBe('monday');
  });

  it('eight days of two blocks are sixteen slots in order', () => {
    const slots = slotsOf('2026-12-07', 8, [usual.afternoon, usual.morning], true);
    expect(slots).toHaveLength(16);
    expect(slots[0]?.startsAt).toBe('2026-12-07T00:30:00.000Z');
    expect(slots[15]?.endsAt).toBe('2026-12-16T10:00:00.000Z');
    expect(slots.map((slot) => slot.startsAt)).toEqual(slots.map((slot) => slot.startsAt).sort());
  });

  it('weekends count when they are not left out, and the first day always', () => {
    expect(slotsOf('2026-12-05', 2, [usual.morning], false).at(1)?.startsAt).toBe('2026-12-06T00:30:00.000Z');
    expect(slotsOf('2026-12-05', 2, [usual.morning], true).at(1)?.startsAt).toBe('2026-12-07T00:30:00.000Z');
  });

  it('one day is one day', () => {
    expect(days('2026-12-07T00:30:00Z', '2026-12-07T10:00:00Z')).toEqual(['2026-12-07']);
    expect(days('2026-12-07T00:30:00Z', '2026-12-07T17:30:00Z')).toEqual(['2026-12-07', '2026-12-08']);
    expect(days(undefined, undefined)).toEqual([]);
  });
});

describe('a timetable over sessions that stand', () => {
  it('fills those at the same start and adds the others', () => {
    const plan = planTimetable(
      [row('2026-12-07T00:30:00Z', 'A'), row('2026-12-08T00:30:00Z', 'B'), { line: 3, faults: [] }],
      [session('2026-12-07T00:30:00.000Z')],
    );
    expect(plan.fill.map((one) => one.row.topic)).toEqual(['A']);
    expect(plan.add.map((one) => one.topic)).toEqual(['B']);
    expect(plan.faulty).toBe(1);
  });

  it('pasted twice changes nothing the second time', () => {
    const plan = planTimetable([row('2026-12-07T00:30:00Z', 'A')], [session('2026-12-07T00:30:00Z', 'A')]);
    expect(plan).toEqual({ add: [], fill: [], same: 1, faulty: 0 });
  });

  it('leaves cancelled sessions alone', () => {
    const plan = planTimetable([row('2026-12-07T00:30:00Z')], [session('2026-12-07T00:30:00Z', 'A', 'cancelled')]);
    expect(plan.add).toHaveLength(1);
  });

  it('gives each new session an id of its own', () => {
    expect(asNew(row('2026-12-07T00:30:00Z')).id).not.toBe(asNew(row('2026-12-07T00:30:00Z')).id);
  });
});

describe('seats', () => {
  it('overflow by as many as find none', () => {
    expect(overflow({ seats: 50 }, 62)).toBe(12);
    expect(overflow({ seats: 50 }, 50)).toBe(0);
    expect(overflow({ seats: 0 }, 62)).toBe(0);
    expect(overflow({ seats: 50 }, undefined)).toBe(0);
  });
});

describe('an agenda', () => {
  it('is a line a point', () => {
    expect(
      agendaText([{ at: '2026-12-07T00:30:00Z', topic: 'Khai mạc', presenter: 'Văn phòng' }, { topic: 'Thảo luận' }]),
    ).toBe('07:30\tKhai mạc\tVăn phòng\nThảo luận');
  });
});

describe('what is left to do', () => {
  it('follows what is there', () => {
    const empty = steps({ state: 'draft', mode: 'hybrid', sites: [] }, []);
    expect(empty.map((step) => step.done)).toEqual([false, false, false, false]);
    const remote = steps({ state: 'issued', mode: 'remote', sites: [] }, [
      session('2026-12-07T00:30:00Z', 'A', 'issued'),
    ]);
    expect(remote.every((step) => step.done)).toBe(true);
  });

  it('what was issued and lies behind is shown as ended, and nothing else is', () => {
    const now = new Date('2026-12-08T00:00:00Z');
    expect(shownState({ state: 'issued', endsAt: '2026-12-07T04:00:00Z' }, now)).toBe('ended');
    expect(shownState({ state: 'issued', endsAt: '2026-12-09T04:00:00Z' }, now)).toBe('issued');
    expect(shownState({ state: 'postponed', endsAt: '2026-12-07T04:00:00Z' }, now)).toBe('postponed');
    expect(shownState({ state: 'draft' }, now)).toBe('draft');
  });

  it('a session is over by the clock or by word', () => {
    const now = new Date('2026-12-08T00:00:00Z');
    expect(over(session('2026-12-07T00:30:00Z'), now)).toBe(true);
    expect(over(session('2026-12-09T00:30:00Z'), now)).toBe(false);
    expect(over(session('2026-12-09T00:30:00Z', undefined, 'cancelled'), now)).toBe(true);
  });
});
