import type { Schema } from '../api';
import type { Choice } from '../parts/combobox';

export type Reorganisation = Schema<'Reorganisation'>;
export type ReorganisationRow = Schema<'ReorganisationRow'>;
export type ReorganisationWish = Schema<'ReorganisationWish'>;
export type Preview = Schema<'ReorganisationPreview'>;
export type Kind = ReorganisationRow['kind'];

export const kinds = ['absorb', 'consolidate', 'divide', 'separate', 'transfer', 'rename', 'dissolve'] as const;
export const unitTypes = ['party_organization', 'grassroots_organization', 'party_cell', 'agency'] as const;
export type UnitType = (typeof unitTypes)[number];

export interface FreshDraft {
  code: string;
  name: string;
  type: UnitType;
  level: number;
  parent: Choice<string> | undefined;
}

/** What stands in the form while a decision is being drafted. */
export interface Draft {
  kind: Kind;
  date: string;
  decision: string;
  decidedOn: string;
  note: string;
  units: readonly Choice<string>[];
  into: Choice<string> | undefined;
  fresh: FreshDraft[];
  name: string;
  /** Where each part goes, by the part's id. */
  places: Record<string, string>;
  undoes: string | undefined;
  rightsFollow: boolean;
}

export function blank(date: string): Draft {
  return {
    kind: 'absorb',
    date,
    decision: '',
    decidedOn: '',
    note: '',
    units: [],
    into: undefined,
    fresh: [],
    name: '',
    places: {},
    undoes: undefined,
    rightsFollow: true,
  };
}

function choice(ref: Schema<'UnitPlaceRef'>): Choice<string> {
  return ref.fullName && ref.fullName !== ref.name
    ? { value: ref.id, label: ref.name, detail: ref.fullName }
    : { value: ref.id, label: ref.name };
}

/** The form of a draft that is kept. */
export function draftOf(one: Reorganisation, parentName: (id: string) => string): Draft {
  return {
    kind: one.kind,
    date: one.date,
    decision: one.decision,
    decidedOn: one.decidedOn ?? '',
    note: one.note,
    units: one.units.map(choice),
    into: one.into ? choice(one.into) : undefined,
    fresh: one.fresh.map((unit) => ({
      code: unit.code,
      name: unit.name,
      type: unitTypes.find((type) => type === unit.type) ?? 'party_organization',
      level: unit.level,
      parent: unit.parent === undefined ? undefined : { value: unit.parent, label: parentName(unit.parent) },
    })),
    name: one.name ?? '',
    places: Object.fromEntries(one.places.map((place) => [place.what, place.to])),
    undoes: one.undoes,
    rightsFollow: one.rightsFollow,
  };
}

/** Which questions a kind of decision asks. */
export function asks(kind: Kind): {
  readonly into: 'needed' | 'optional' | undefined;
  readonly fresh: boolean;
  readonly name: boolean;
  readonly units: boolean;
  /** Whether each part must, or may, be told where it goes. */
  readonly places: 'each' | 'some' | undefined;
} {
  switch (kind) {
    case 'absorb':
      return { into: 'needed', fresh: false, name: false, units: true, places: undefined };
    case 'consolidate':
      return { into: undefined, fresh: true, name: false, units: true, places: undefined };
    case 'divide':
      return { into: undefined, fresh: true, name: false, units: true, places: 'each' };
    case 'separate':
      return { into: undefined, fresh: true, name: false, units: true, places: 'some' };
    case 'transfer':
      return { into: 'needed', fresh: false, name: false, units: true, places: undefined };
    case 'rename':
      return { into: undefined, fresh: false, name: true, units: true, places: undefined };
    case 'dissolve':
      return { into: 'optional', fresh: false, name: false, units: true, places: undefined };
    case 'undo':
      return { into: undefined, fresh: false, name: false, units: false, places: 'some' };
  }
}

/** What is sent: only what this kind asks for, and places that lead somewhere. */
export function wishOf(draft: Draft, rev: number): ReorganisationWish {
  const asked = asks(draft.kind);
  const fresh = asked.fresh ? draft.fresh.filter((unit) => unit.code !== '' || unit.name !== '') : [];
  const places = asked.places
    ? Object.entries(draft.places)
        .filter(([, to]) => to !== '' && (draft.kind === 'undo' || fresh.some((unit) => unit.code === to)))
        .map(([what, to]) => ({ what, to }))
    : [];
  return {
    kind: draft.kind,
    date: draft.date,
    decision: draft.decision.trim(),
    ...(draft.decidedOn === '' ? {} : { decidedOn: draft.decidedOn }),
    note: draft.note,
    units: asked.units ? draft.units.map((unit) => unit.value) : [],
    ...(asked.into && draft.into ? { into: draft.into.value } : {}),
    fresh: fresh.map(({ parent, ...unit }) => ({ ...unit, ...(parent ? { parent: parent.value } : {}) })),
    ...(asked.name && draft.name.trim() !== '' ? { name: draft.name.trim() } : {}),
    places,
    ...(draft.undoes === undefined ? {} : { undoes: draft.undoes }),
    rightsFollow: draft.rightsFollow,
    rev,
  };
}

/** Where parts can go: the units that are born, or those that live again. */
export function destinations(draft: Draft, preview: Preview | undefined): { value: string; label: string }[] {
  if (draft.kind === 'undo') return (preview?.revived ?? []).map((unit) => ({ value: unit.id, label: unit.name }));
  return draft.fresh
    .filter((unit) => unit.code !== '')
    .map((unit) => ({ value: unit.code, label: unit.name === '' ? unit.code : unit.name }));
}

/** Whether a later decision can take it back by itself. */
export function undoable(one: Pick<ReorganisationRow, 'kind' | 'state'>): boolean {
  return one.state === 'applied' && one.kind !== 'rename' && one.kind !== 'undo';
}
