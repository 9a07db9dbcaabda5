import { api, path, type Schema } from '../api';

export type Wall = Schema<'Wall'>;
export type Tile = Schema<'Tile'>;
export type Happening = Wall['recent'][number];
export type SessionRow = Schema<'SessionRow'>;
export type Roll = Schema<'Roll'>;

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
