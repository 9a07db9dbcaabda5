import { api, path, type Schema } from '../api';
import { mySchedule } from '../my/data';
import { ProblemError } from '../problem';

export type Admission = Schema<'Admission'>;
export type AgendaItem = Schema<'AgendaItem'>;

/** What a person may know of a session before and while being in it. */
export interface About {
  readonly session: string;
  readonly programme: string;
  readonly kind: string;
  readonly title: string;
  readonly topic: string | undefined;
  readonly lecturer: string | undefined;
  readonly unitName: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly rehearsal: boolean;
  readonly site: string | undefined;
  readonly agenda: readonly AgendaItem[];
}

/** From the plan for those who may read it, else from one's own schedule; undefined when neither knows the session. */
export async function about(session: string, readsPlans: boolean, signal?: AbortSignal): Promise<About | undefined> {
  const planned = readsPlans ? await plan(session, signal) : undefined;
  if (planned) return planned;
  const mine = (await mySchedule(signal)).find((one) => one.session === session);
  if (!mine) return undefined;
  return {
    ...mine,
    topic: mine.topic ?? undefined,
    lecturer: mine.lecturer ?? undefined,
    site: mine.site?.name,
    agenda: [],
  };
}

async function plan(session: string, signal?: AbortSignal): Promise<About | undefined> {
  try {
    const whole = await api.get<Schema<'SessionWhole'>>(path`/sessions/${session}`, { signal });
    return { ...whole, session, topic: whole.topic, lecturer: whole.lecturer, site: undefined };
  } catch (failure) {
    // A secretary who is called to a session of another unit may not read its plan.
    if (failure instanceof ProblemError && (failure.status === 403 || failure.status === 404)) return undefined;
    throw failure;
  }
}

export function join(session: string): Promise<Admission> {
  return api.post(path`/sessions/${session}/join`);
}

/** The page is open: the weaker evidence of having been there. */
export function beat(session: string, page: string, n: number, seenAt: Date): Promise<Schema<'EvidenceAnswer'>> {
  return api.put(
    path`/sessions/${session}/presence/${page}`,
    { beat: n, seenAt: seenAt.toISOString() },
    { timeout: 15_000 },
  );
}

/** The page was left; sent even while the browser closes it. */
export function leave(session: string, page: string): Promise<void> {
  return api.delete(path`/sessions/${session}/presence/${page}`, { keepalive: true });
}

export type MissingPage = Schema<'AttendancePage'>;
export type Closing = Schema<'Closing'>;

/** Who has not been recorded yet, at one site or everywhere. */
export function missing(session: string, site: string | null, signal?: AbortSignal): Promise<MissingPage> {
  return api.get(path`/sessions/${session}/attendance`, {
    query: { standing: 'undetermined', site, limit: 300 },
    signal,
  });
}

export function closing(session: string, signal?: AbortSignal): Promise<Closing> {
  return api.get(path`/sessions/${session}/closing`, { signal });
}

/** The id is made once, so that closing twice is once. */
export function close(session: string, id: string): Promise<Closing> {
  return api.post(path`/sessions/${session}/closing`, { id }, { timeout: 60_000 });
}

/** Slips to tear off with each site's code. */
export async function slips(session: string): Promise<Blob> {
  const options = { method: 'POST' as const, timeout: 120_000 };
  return api.blob(path`/sessions/${session}/slips`, options);
}
