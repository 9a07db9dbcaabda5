import { describe, expect, it } from 'vitest';
import type { Entry } from '../outbox/rules';
import type { Member } from './pack';
import { countsOf, isLate, latest, rollOf, undoneIn, Wedge, type About, type Said } from './roll';

const people: Member[] = ['an', 'binh', 'chi'].map((id, n) => ({
  id,
  name: id,
  sortKey: id,
  folded: id,
  birthYear: 1960 + n,
  unitName: 'Chi bộ 1',
  standing: n === 2 ? 'exempt' : 'required',
}));

let n = 0;
function entry(about: About, more: Partial<Entry> = {}): Entry {
  n += 1;
  return {
    n,
    id: `e${n}`,
    box: 'b',
    method: 'PUT',
    path: '/',
    body: {},
    about,
    madeAt: `2026-11-22T01:00:0${n % 10}Z`,
    state: 'waiting',
    ...more,
  };
}
const accepted = { state: 'accepted', answeredAt: '2026-11-22T01:10:00Z' } as const;
const said = (stands: Said['stands'], heardAt: string, more: Partial<Said> = {}): [string, Said] => [
  'an',
  { stands, beside: [], heardAt, ...more },
];
const an = (entries: Entry[], words: [string, Said][] = []) => rollOf(people, new Map(words), entries)[0];

describe('the roll', () => {
  it('begins with nobody present', () => {
    const rows = rollOf(people, new Map(), []);
    expect(rows.map((row) => row.stands)).toEqual(['undetermined', 'undetermined', 'undetermined']);
    expect(countsOf(rows, [])).toEqual({ required: 2, present: 0, unsent: 0, others: 0 });
  });

  it('counts a scan at once and shows that it waits', () => {
    const entries = [entry({ act: 'in', person: 'an' })];
    const rows = rollOf(people, new Map(), entries);
    expect(rows[0]?.stands).toBe('present');
    expect(countsOf(rows, entries)).toEqual({ required: 2, present: 1, unsent: 1, others: 0 });
  });

  it('keeps a scan counted between the answer and the next word of the server', () => {
    const entries = [entry({ act: 'in', person: 'an' }, accepted)];
    expect(an(entries, [said('undetermined', '2026-11-22T01:09:00Z')])?.stands).toBe('present');
    expect(an(entries, [said('undetermined', '2026-11-22T01:09:00Z')])?.waiting).toBe(false);
  });

  it("believes the server's later word, as when another device took the scan back", () => {
    const entries = [entry({ act: 'in', person: 'an' }, accepted)];
    expect(an(entries, [said('undetermined', '2026-11-22T01:11:00Z')])?.stands).toBe('undetermined');
  });

  it('counts nobody twice whom two devices have scanned', () => {
    const entries = [entry({ act: 'in', person: 'an' })];
    const rows = rollOf(people, new Map([said('present', '2026-11-22T01:00:00Z')]), entries);
    expect(countsOf(rows, entries)).toEqual({ required: 2, present: 1, unsent: 0, others: 0 });
  });

  it('takes an undone scan out, sent or not', () => {
    const scan = entry({ act: 'in', person: 'an' }, accepted);
    const undo = entry({ act: 'undo', person: 'an', undoes: scan.id });
    expect(an([scan, undo], [said('present', '2026-11-22T01:11:00Z')])?.stands).toBe('undetermined');
    expect(undoneIn([scan, undo]).has(scan.id)).toBe(true);
  });

  it('does not count a scan that was refused', () => {
    expect(an([entry({ act: 'in', person: 'an' }, { ...accepted, state: 'refused' })])?.stands).toBe('undetermined');
  });

  it('keeps somebody present who leaves, and says so', () => {
    const row = an([entry({ act: 'in', person: 'an', late: true }), entry({ act: 'out', person: 'an' })]);
    expect(row?.stands).toBe('present');
    expect(row?.beside).toEqual(['late', 'early']);
  });

  it('counts the exempt and the walk-ins apart', () => {
    const entries = [entry({ act: 'in', person: 'chi' }), entry({ act: 'walk_in', name: 'Khách' })];
    const rows = rollOf(people, new Map(), entries);
    expect(countsOf(rows, entries)).toEqual({ required: 2, present: 0, unsent: 0, others: 2 });
  });

  it('shows the latest five first', () => {
    const entries = Array.from({ length: 7 }, () => entry({ act: 'in', person: 'an' }));
    expect(latest([...entries, entry({ act: 'undo', undoes: 'x' })]).map((one) => one.id)).toEqual(
      entries
        .slice(2)
        .map((one) => one.id)
        .reverse(),
    );
  });

  it('is late only after the grace time', () => {
    const session = { id: 's', title: 't', startsAt: '2026-11-22T01:00:00Z', endsAt: '2026-11-22T04:00:00Z' };
    expect(isLate({ session, lateMinutes: 15 }, Date.parse('2026-11-22T01:15:00Z'))).toBe(false);
    expect(isLate({ session, lateMinutes: 15 }, Date.parse('2026-11-22T01:15:01Z'))).toBe(true);
  });
});

describe('a scanner that plays a keyboard', () => {
  const type = (wedge: Wedge, text: string, gap: number) => {
    let got: string | undefined;
    [...text, 'Enter'].forEach((key, at) => (got = wedge.press(key, at * gap)));
    return got;
  };

  it('is heard wherever it types, and fingers are not', () => {
    const digits = '1'.repeat(179);
    expect(type(new Wedge(), digits, 5)).toBe(digits);
    expect(type(new Wedge(), '12345678', 200)).toBeUndefined();
    expect(type(new Wedge(), '123', 5)).toBeUndefined();
  });

  it('is heard on a busy phone too', () => {
    const digits = '1'.repeat(179);
    expect(type(new Wedge(), digits, 300)).toBe(digits);
    expect(type(new Wedge(), digits, 600)).toBeUndefined();
  });

  it('gives each reading apart', () => {
    const wedge = new Wedge();
    expect(type(wedge, '11111111', 5)).toBe('11111111');
    expect(type(wedge, '22222222', 5)).toBe('22222222');
  });
});

it('aSecondReadingSoonAfterTheFirstIsHeardToo', () => {
  const wedge = new Wedge();
  const scan = (code: string, at: number): string | undefined => {
    for (const [n, key] of [...code].entries()) wedge.press(key, at + n);
    return wedge.press('Enter', at + code.length);
  };
  expect(scan('K7M294QX', 1000)).toBe('K7M294QX');
  expect(scan('M294QXK7', 1200)).toBe('M294QXK7');
});
