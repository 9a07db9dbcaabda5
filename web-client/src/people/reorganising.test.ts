import { describe, expect, it } from 'vitest';
import { asks, blank, destinations, kinds, undoable, wishOf, type Draft } from './reorganising';

const from: Draft = {
  ...blank('2026-07-01'),
  decision: ' 12-QĐ/TU ',
  units: [{ value: 'A', label: 'Xã A' }],
  into: { value: 'B', label: 'Xã B' },
  fresh: [
    { code: 'M', name: 'Xã M', type: 'party_organization', level: 2, parent: { value: 'T', label: 'Tỉnh' } },
    { code: '', name: '', type: 'party_organization', level: 2, parent: undefined },
  ],
  name: 'Tên mới',
  places: { a1: 'M', a2: '', p1: 'gone' },
};

describe('a draft of a reorganisation', () => {
  it('sends only what its kind asks for', () => {
    expect(wishOf({ ...from, kind: 'absorb' }, 3)).toEqual({
      kind: 'absorb',
      date: '2026-07-01',
      decision: '12-QĐ/TU',
      note: '',
      units: ['A'],
      into: 'B',
      fresh: [],
      places: [],
      rightsFollow: true,
      rev: 3,
    });
    expect(wishOf({ ...from, kind: 'rename' }, 0)).toMatchObject({ name: 'Tên mới', fresh: [], places: [] });
  });

  it('sends places that lead to a unit that is born, and no others', () => {
    const wish = wishOf({ ...from, kind: 'divide' }, 0);
    expect(wish.places).toEqual([{ what: 'a1', to: 'M' }]);
    expect(wish.fresh).toEqual([{ code: 'M', name: 'Xã M', type: 'party_organization', level: 2, parent: 'T' }]);
    expect(wish).not.toHaveProperty('into');
  });

  it('offers the units that are born as destinations', () => {
    expect(destinations({ ...from, kind: 'separate' }, undefined)).toEqual([{ value: 'M', label: 'Xã M' }]);
  });

  it('asks something of every kind', () => {
    for (const kind of kinds) expect(asks(kind).units).toBe(true);
    expect(asks('undo').units).toBe(false);
  });

  it('is taken back only once it was applied, and never a name or a taking back', () => {
    expect(undoable({ kind: 'absorb', state: 'applied' })).toBe(true);
    expect(undoable({ kind: 'absorb', state: 'approved' })).toBe(false);
    expect(undoable({ kind: 'rename', state: 'applied' })).toBe(false);
    expect(undoable({ kind: 'undo', state: 'applied' })).toBe(false);
  });
});
