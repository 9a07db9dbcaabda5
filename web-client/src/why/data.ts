import { api, path, type Schema } from '../api';

export type Explanation = Schema<'Explanation'>;
export type EvidenceLine = Schema<'EvidenceLine'>;
export type Outcome = Schema<'AttendanceOutcome'>;
export type Standing = Outcome['standing'];

/** Why somebody's outcome is what it is; without a person, one's own. */
export function explain(session: string, person: string | undefined, signal: AbortSignal): Promise<Explanation> {
  return person === undefined
    ? api.get(path`/my/attendance/${session}/why`, { signal })
    : api.get(path`/sessions/${session}/attendance/${person}/why`, { signal });
}

/** A human's word, kept beside the evidence. The id is made once, so that sending twice is once. */
export function correct(
  session: string,
  person: string,
  correction: { id: string; standing: Standing; minutes?: number; reason: string },
): Promise<Schema<'EvidenceAnswer'>> {
  return api.post(path`/sessions/${session}/attendance/${person}/corrections`, correction);
}

export type Objection = Schema<'Appeal'>;

/** One's own objection to the record of a session, the latest; undefined where there is none. */
export async function myObjection(session: string, signal: AbortSignal): Promise<Objection | undefined> {
  const told = await api.get<Schema<'Appeals'>>('/my/appeals', { signal });
  return told.items.find((one) => one.session === session);
}

/** The id is made once, so that sending twice is once. */
export function object(id: string, wish: Schema<'AppealWish'>): Promise<Objection> {
  return api.put(path`/my/appeals/${id}`, wish);
}
