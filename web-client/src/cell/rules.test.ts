import { describe, expect, it } from 'vitest';
import type { Entry } from '../outbox/rules';
import { beganAt, minutesOf, rowsOf, sentenceOf, type About, type Member } from './rules';

const members: Member[] = Array.from({ length: 15 }, (_, n) => ({ id: `p${n}`, name: `Người ${n}`, exempt: n === 10 }));
let made = 0;
function entry(about: About, more: Partial<Entry> = {}): Entry {
  made += 1;
  return {
    id: `e${made}`,
    box: 'c',
    method: 'PUT',
    path: '/',
    body: {},
    about,
    madeAt: 'x',
    state: 'waiting',
    ...more,
  };
}
const ticks = members.filter((_, n) => n !== 10 && n !== 12).map((one) => entry({ act: 'in', person: one.id }));
const none = new Set<string>();

describe("the cell's roll", () => {
  it('begins with nobody ticked and nobody absent', () => {
    const rows = rowsOf(members, [], none);
    expect(rows.filter((row) => row.standing === 'unknown')).toHaveLength(14);
    expect(rows.filter((row) => row.standing === 'exempt')).toHaveLength(1);
  });

  it("says the minutes' own sentence", () => {
    const excuse = entry({ act: 'excuse', person: 'p12', reason: 'trực ca' });
    const minutes = minutesOf(rowsOf(members, [...ticks, excuse], none), 95);
    expect(sentenceOf(minutes, minutes.unknown)).toBe(
      'Tổng số đảng viên: 15; có mặt 13; vắng 01 (có lý do 01, không lý do 0); được miễn 01. Thời lượng: 95 phút.',
    );
  });

  it('says who is still unknown, and the sum closes', () => {
    const minutes = minutesOf(rowsOf(members, ticks, none), 60);
    expect(sentenceOf(minutes, minutes.unknown)).toContain('; chưa rõ 01. Thời lượng: 60 phút.');
    expect(minutes.present + minutes.absent + minutes.exempt + minutes.unknown).toBe(minutes.members);
  });

  it('takes a tick back, and an excuse too', () => {
    const tick = entry({ act: 'in', person: 'p0' });
    const undo = entry({ act: 'undo', person: 'p0', undoes: tick.id });
    expect(rowsOf(members, [tick, undo], none)[0]?.standing).toBe('unknown');
    const excuse = entry({ act: 'excuse', person: 'p0', reason: 'ốm' });
    const back = entry({ act: 'excuse', person: 'p0', reason: '' });
    expect(rowsOf(members, [excuse], none)[0]?.standing).toBe('excused');
    expect(rowsOf(members, [excuse, back], none)[0]?.standing).toBe('unknown');
    expect(rowsOf(members, [excuse, tick], none)[0]?.standing).toBe('present');
  });

  it('shows what another phone has said, until this one says something', () => {
    const known = [{ id: 'p0', name: 'A', outcome: { standing: 'present' } }];
    expect(rowsOf(known, [], none)[0]?.standing).toBe('present');
    expect(rowsOf(known, [], new Set(['p0']))[0]?.standing).toBe('unexcused');
  });
});

describe('the hour of a meeting', () => {
  const local = (hour: number, minute: number) => new Date(2026, 10, 22, hour, minute);
  it("is last month's if that was just now", () => {
    expect(beganAt(new Date(2026, 9, 20, 7, 30).toISOString(), local(9, 12))).toEqual(local(7, 30));
  });
  it('is now otherwise, to five minutes', () => {
    expect(beganAt(new Date(2026, 9, 20, 19, 30).toISOString(), local(9, 12))).toEqual(local(9, 10));
    expect(beganAt(undefined, local(9, 14))).toEqual(local(9, 10));
  });
});
