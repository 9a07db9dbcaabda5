import { describe, expect, it } from 'vitest';
import { answered, largestBatch, meaningOf, newId, nextOf, pause, standingOf, type Entry } from './rules';

function entry(id: string, more: Partial<Entry> = {}): Entry {
  return { id, box: 'site', method: 'PUT', path: `/e/${id}`, body: {}, madeAt: 'x', state: 'waiting', ...more };
}

describe('what goes next', () => {
  it('is the oldest alone when it goes by itself', () => {
    expect(nextOf([entry('1'), entry('2', { batch: 'b' })]).map((one) => one.id)).toEqual(['1']);
    expect(nextOf([])).toEqual([]);
  });

  it('is a run of the same batch, never past another kind, never more than the server takes', () => {
    const run = [entry('1', { batch: 'b' }), entry('2', { batch: 'b' }), entry('3'), entry('4', { batch: 'b' })];
    expect(nextOf(run).map((one) => one.id)).toEqual(['1', '2']);
    const many = Array.from({ length: 450 }, (_, n) => entry(String(n), { batch: 'b' }));
    expect(nextOf(many)).toHaveLength(largestBatch);
  });
});

describe('what takes another back', () => {
  it('never goes in one batch with it', () => {
    const run = [
      entry('1', { batch: 'b' }),
      entry('2', { batch: 'b' }),
      entry('3', { batch: 'b', body: { undoes: '1' } }),
    ];
    expect(nextOf(run).map((one) => one.id)).toEqual(['1', '2']);
    expect(nextOf(run.slice(2)).map((one) => one.id)).toEqual(['3']);
  });
});

describe('an answer', () => {
  it('refusing one entry settles that entry and says why', () => {
    const settled = answered(entry('1'), { result: 'refused', reason: 'badge_revoked' }, '2026-11-22T02:41:00Z');
    expect(settled.state).toBe('refused');
    expect(settled.answer?.reason).toBe('badge_revoked');
  });

  it('that somebody was here already is an acceptance', () => {
    expect(answered(entry('1'), { result: 'already' }, 'x').state).toBe('accepted');
  });

  it('that never comes, or comes busy, loses nothing', () => {
    expect([0, 408, 429, 500, 503].map(meaningOf)).toEqual(Array(5).fill('later'));
    expect([401, 403].map(meaningOf)).toEqual(['signed_out', 'signed_out']);
    expect([400, 404, 409, 410, 422].map(meaningOf)).toEqual(Array(5).fill('never'));
  });
});

describe('a box', () => {
  it('counts what waits, what was taken and what was refused, and when it last heard', () => {
    const entries = [
      entry('1', { state: 'accepted', answeredAt: '2026-11-22T02:41:00Z' }),
      entry('2', { state: 'refused', answeredAt: '2026-11-22T02:40:00Z' }),
      entry('3'),
    ];
    expect(standingOf(entries)).toEqual({ waiting: 1, accepted: 1, refused: 1, sentAt: '2026-11-22T02:41:00Z' });
  });

  it('waits longer after each failure, at most half a minute', () => {
    expect(pause(0, 1)).toBe(1000);
    expect(pause(3, 1)).toBe(8000);
    expect(pause(40, 1)).toBe(30_000);
    expect(pause(1, 0)).toBeGreaterThan(1000);
  });

  it('gives ids that sort by the time they were made', () => {
    const ids = [newId(1_800_000_000_001), newId(1_800_000_000_000), newId(1_700_000_000_000)];
    expect([...ids].sort()).toEqual([...ids].reverse());
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
