import { api, path, type Schema } from '../api';

export type Wall = Schema<'Wall'>;
export type Tile = Schema<'Tile'>;
export type Happening = Wall['recent'][number];
export type SessionRow = Schema<'SessionRow'>;
export type Roll = Schema<'Roll'>;
export type Answered = Schema<'EvidenceAnswer'>;

/** The address of the wall's live state. */
export function wallAt(session: string): string {
  return path`/sessions/${session}/live`;
}

/** Sessions that overlap the span, by start. */
export async function sessionsBetween(from: Date, to: Date, signal: AbortSignal): Promise<SessionRow[]> {
  const query = { from: from.toISOString(), to: to.toISOString() };
  return (await api.get<{ items: SessionRow[] }>('/sessions', { query, signal })).items;
}

export function rollOf(session: string, site: string, signal: AbortSignal): Promise<Roll> {
  return api.get(path`/sessions/${session}/sites/${site}/roll`, { signal });
}

/** What a site said on the telephone: a number without names, who said it, and by whom it is entered (the account). */
export async function enterCount(
  session: string,
  site: string,
  id: string,
  count: number,
  said: string,
  seenAt: string,
): Promise<Answered> {
  return api.put(path`/sessions/${session}/sites/${site}/evidence/${id}`, {
    kind: 'count',
    by: 'phone',
    count,
    detail: said,
    seenAt,
  });
}

/** A walk-in is this person of the list; both records stay. */
export async function merge(
  session: string,
  site: string,
  id: string,
  walkIn: string,
  person: string,
): Promise<Answered> {
  return api.post(path`/sessions/${session}/sites/${site}/merges`, { id, walkIn, person });
}

export type RollEntry = Roll['people'][number];
