import { api, path, type Schema } from '../api';

export type Plan = Schema<'SheetPlan'>;
export type Taken = Schema<'SheetTaken'>;
export type Question = Plan['questions'][number];
export type Mark = Schema<'SheetMark'>;

/** What the file would write; nothing is written. */
export function previewSheet(session: string, file: File): Promise<Plan> {
  return api.post(path`/reports/sessions/${session}/exchange/preview`, file, {
    headers: { 'content-type': 'application/octet-stream' },
    timeout: 120_000,
  });
}

/** Writes what was shown. Fails with `preview_changed` when it is no longer that. */
export function takeSheet(
  session: string,
  file: File,
  plan: string,
  decisions: string,
  amend: boolean,
): Promise<Taken> {
  return api.post(path`/reports/sessions/${session}/exchange`, file, {
    headers: { 'content-type': 'application/octet-stream' },
    query: { plan, decisions, amend: amend ? 'true' : undefined },
    timeout: 300_000,
  });
}

/** Whose session it is; the page is named after it. */
export function readSession(session: string, signal: AbortSignal): Promise<Schema<'SessionWhole'>> {
  return api.get(path`/sessions/${session}`, { signal });
}
