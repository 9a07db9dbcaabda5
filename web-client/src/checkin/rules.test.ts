import { describe, expect, it } from 'vitest';
import type { Entry } from '../outbox/rules';
import { around, digitsOf, toldOf, type Mine } from './rules';

const site = { id: 'a', name: 'Điểm cầu A' };
const mine = (session: string, startsAt: string, endsAt: string, more: Partial<Mine> = {}): Mine => ({
  session,
  title: session,
  startsAt,
  endsAt,
  state: 'issued',
  site,
  ...more,
});
const entry = (more: Partial<Entry>): Entry => ({
  id: 'e',
  box: 'b',
  method: 'PUT',
  path: '/',
  body: {},
  about: { session: 's', site: 'a' },
  madeAt: '2026-11-22T01:00:00Z',
  state: 'waiting',
  ...more,
});

describe('what one may be checking in to', () => {
  const now = Date.parse('2026-11-22T01:00:00Z');
  it('is near in time, has a room, and stands', () => {
    const all = [
      mine('later today', '2026-11-22T02:30:00Z', '2026-11-22T04:00:00Z'),
      mine('now', '2026-11-22T00:45:00Z', '2026-11-22T04:00:00Z'),
      mine('tonight', '2026-11-22T12:00:00Z', '2026-11-22T13:00:00Z'),
      mine('over', '2026-11-21T20:00:00Z', '2026-11-21T23:30:00Z'),
      mine('cancelled', '2026-11-22T01:00:00Z', '2026-11-22T04:00:00Z', { state: 'cancelled' }),
      mine('from home', '2026-11-22T01:00:00Z', '2026-11-22T04:00:00Z', { site: null }),
    ];
    expect(around(all, now).map((one) => one.session)).toEqual(['now', 'later today']);
  });
});

describe('a code', () => {
  it('is six digits however it is typed', () => {
    expect(digitsOf('482 915')).toBe('482915');
    expect(digitsOf('48-29-15-7')).toBe('482915');
  });

  it('that waits is told to be kept only once sending has failed', () => {
    expect(toldOf([entry({})], 's', false).is).toBe('sending');
    expect(toldOf([entry({})], 's', true)).toEqual({ is: 'kept', at: '2026-11-22T01:00:00Z' });
    expect(toldOf([entry({})], 'another', true).is).toBe('none');
  });

  it('that was refused says whether to type again, to wait, or neither', () => {
    const refused = (reason: string) =>
      toldOf([entry({ state: 'refused', answer: { result: 'refused', reason } })], 's', false).is;
    expect(refused('code_wrong')).toBe('again');
    expect(refused('code_expired')).toBe('again');
    expect(refused('code_early')).toBe('wait');
    expect(refused('not_summoned')).toBe('no');
  });

  it('that counted says so, and whether it was late', () => {
    const answer = { result: 'counted', outcome: { flags: ['late'] } } as const;
    expect(toldOf([entry({ state: 'accepted', answer })], 's', false)).toMatchObject({ is: 'counted', late: true });
    const again = { result: 'already', reason: 'already_counted' } as const;
    expect(toldOf([entry({ state: 'accepted', answer: again })], 's', false).is).toBe('already');
  });
});
