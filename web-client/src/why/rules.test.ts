import { describe, expect, it } from 'vitest';
import type { EvidenceLine, Explanation } from './data';
import { keptOffline, marksOf, minutesBetween, reasonWithoutEvidence, shortDevice, timeline } from './rules';

function line(id: string, at: string, more: Partial<EvidenceLine> = {}): EvidenceLine {
  const seenAt = `2026-09-18T${at}:00Z`;
  return { id, kind: 'in', source: 'steward', by: 'Nông Thị Huệ', seenAt, receivedAt: seenAt, bound: 0, ...more };
}

function explanation(evidence: EvidenceLine[], because: Explanation['because']): Explanation {
  return {
    person: { id: 'p', name: 'Lường Văn Thắng', birthYear: 1979, unitName: 'Chi bộ xóm Xuyên Sơn' },
    session: {} as Explanation['session'],
    standing: 'required',
    outcome: { standing: 'present', flags: ['left_early'], minutes: 160, certainty: 'sure' },
    because,
    evidence,
    times: { start: '2026-09-18T01:00:00Z', end: '2026-09-18T04:30:00Z' },
  };
}

describe('the timeline', () => {
  it('stands in the order things were seen, between the real start and end', () => {
    const told = timeline(
      explanation(
        [line('out', '03:40', { kind: 'out' }), line('in', '00:52'), line('code', '01:06', { method: 'room_code' })],
        [
          { evidence: 'in', weight: 'won', why: 'came_in' },
          { evidence: 'code', weight: 'lost', why: 'same_as_earlier' },
          { evidence: 'out', weight: 'won', why: 'went_out' },
        ],
      ),
    );
    expect(told.map((moment) => [moment.key, moment.weight])).toEqual([
      ['in', 'won'],
      ['start', 'mark'],
      ['code', 'lost'],
      ['out', 'won'],
      ['end', 'mark'],
    ]);
  });

  it('shows evidence as deciding when one rule used it and another set it aside', () => {
    const told = timeline(
      explanation(
        [line('a', '01:10')],
        [
          { evidence: 'a', weight: 'lost', why: 'same_as_earlier' },
          { evidence: 'a', weight: 'won', why: 'came_in' },
        ],
      ),
    );
    expect(told.find((moment) => moment.key === 'a')).toMatchObject({ weight: 'won', why: 'came_in' });
  });

  it('puts the heartbeats of one open page together, across the start', () => {
    const beats = ['00:59', '01:00', '01:01', '01:02'].map((at, n) => line(`b${n}`, at, { kind: 'beat', device: 'd' }));
    const told = timeline(explanation(beats, []));
    expect(told.filter((moment) => !moment.mark)).toHaveLength(1);
    expect(told[0]).toMatchObject({ count: 4, until: '2026-09-18T01:02:00Z' });
  });

  it('keeps what no rule spoke of', () => {
    expect(timeline(explanation([line('x', '01:10')], []))[1]).toMatchObject({ key: 'x', weight: 'aside' });
  });
});

describe('the verdict', () => {
  it('shows the standing before its flags', () => {
    expect(marksOf({ standing: 'present', flags: ['left_early', 'late'], minutes: 1, certainty: 'sure' })).toEqual([
      'present',
      'late',
      'early',
    ]);
    expect(marksOf({ standing: 'substituted', flags: [], minutes: 0, certainty: 'sure' })).toEqual(['substitute']);
  });

  it('knows the reason when there is no evidence', () => {
    expect(reasonWithoutEvidence(explanation([], [{ evidence: '', weight: 'won', why: 'nothing_and_closed' }]))).toBe(
      'nothing_and_closed',
    );
  });
});

it('counts whole minutes and never less than none', () => {
  expect(minutesBetween('2026-09-18T01:00:00Z', '2026-09-18T03:40:10Z')).toBe(160);
  expect(minutesBetween('2026-09-18T01:00:00Z', '2026-09-18T00:40:00Z')).toBe(0);
});

it('tells what was kept without a signal from what came at once', () => {
  expect(keptOffline(line('a', '01:00', { receivedAt: '2026-09-18T01:00:20Z' }))).toBe(false);
  expect(keptOffline(line('a', '01:00', { receivedAt: '2026-09-18T02:14:00Z' }))).toBe(true);
});

it('calls a device by the beginning of its id, and what is no device by nothing', () => {
  expect(shortDevice('c9ba411f-372b-4246-a659-f0766caeb0d5')).toBe('c9ba');
  expect(shortDevice('sheet-00000000-0000')).toBeUndefined();
  expect(shortDevice(undefined)).toBeUndefined();
});
