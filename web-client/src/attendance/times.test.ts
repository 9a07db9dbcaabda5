import { describe, expect, it } from 'vitest';
import type { Times } from './data';
import { timesDraft, timesWord } from './times';

const now: Times = {
  startsAt: '2026-11-22T00:30:00Z',
  endsAt: '2026-11-22T04:00:00Z',
  breaks: [{ from: '2026-11-22T02:00:00Z', to: '2026-11-22T02:20:00Z' }],
  sites: [{ site: 'a', startsAt: '2026-11-22T01:10:00Z', breaks: [] }],
  declared: [],
  mayDeclare: true,
};

describe('actual times', () => {
  it('begin with what is in force, of the session or of one site', () => {
    expect(timesDraft(now, '')).toEqual({
      site: '',
      start: '07:30',
      end: '11:00',
      breaks: [{ from: '09:00', to: '09:20' }],
      reason: '',
    });
    expect(timesDraft(now, 'a')).toEqual({ site: 'a', start: '08:10', end: '', breaks: [], reason: '' });
    expect(timesDraft(now, 'b')).toEqual({ site: 'b', start: '', end: '', breaks: [], reason: '' });
  });

  it('are sent as instants of the session’s own day; a site leaves out what is as the session', () => {
    const draft = { ...timesDraft(now, ''), start: '07:45', reason: ' mất điện ' };
    expect(timesWord(draft, now)).toEqual({
      startsAt: '2026-11-22T00:45:00.000Z',
      endsAt: '2026-11-22T04:00:00.000Z',
      breaks: [{ from: '2026-11-22T02:00:00.000Z', to: '2026-11-22T02:20:00.000Z' }],
      reason: 'mất điện',
    });
    const site = { site: 'b', start: '', end: '10:30', breaks: [], reason: 'x' };
    expect(timesWord(site, now)).toEqual({ site: 'b', endsAt: '2026-11-22T03:30:00.000Z', breaks: [], reason: 'x' });
  });

  it('of a session past midnight are of the night they belong to', () => {
    const night: Times = { ...now, startsAt: '2026-11-22T16:50:00Z', endsAt: '2026-11-22T19:00:00Z', breaks: [] };
    const draft = { ...timesDraft(night, ''), start: '23:40', breaks: [{ from: '23:55', to: '00:10' }], reason: 'x' };
    expect(timesWord(draft, night)).toEqual({
      startsAt: '2026-11-22T16:40:00.000Z',
      endsAt: '2026-11-22T19:00:00.000Z',
      breaks: [{ from: '2026-11-22T16:55:00.000Z', to: '2026-11-22T17:10:00.000Z' }],
      reason: 'x',
    });
    const early: Times = { ...now, startsAt: '2026-11-22T17:10:00Z', endsAt: '2026-11-22T19:00:00Z', breaks: [] };
    expect(timesWord({ ...timesDraft(early, ''), start: '23:55', reason: 'x' }, early)).toMatchObject({
      startsAt: '2026-11-22T16:55:00.000Z',
    });
  });

  it('say what is wrong with them', () => {
    const good = { ...timesDraft(now, ''), reason: 'x' };
    expect(timesWord({ ...good, start: '' }, now)).toBe('time');
    expect(timesWord({ ...good, end: '07:30' }, now)).toBe('order');
    expect(timesWord({ ...good, site: 'b', start: '11:00', end: '' }, now)).toBe('order');
    expect(timesWord({ ...good, breaks: [{ from: '09:00', to: '' }] }, now)).toBe('break');
    expect(timesWord({ ...good, breaks: [{ from: '09:00', to: '08:00' }] }, now)).toBe('break');
    expect(timesWord({ ...good, reason: ' ' }, now)).toBe('reason');
  });
});
