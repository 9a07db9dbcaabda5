import { address, api, path, type Schema } from '../api';

export type Policy = Schema<'AttendancePolicy'>;
export type PolicyWish = Schema<'PolicyWish'>;
export type PolicyHistory = Schema<'PolicyHistory'>;
export type Proposal = Schema<'PolicyProposal'>;
export type Effect = Schema<'PolicyEffect'>;
export type Trainees = Schema<'ProgrammeEligibility'>;
export type Trainee = Trainees['items'][number];
export type Appeal = Schema<'Appeal'>;
export type Closing = Schema<'Closing'>;
export type Months = Schema<'MonthClosings'>;
export type Month = Schema<'MonthClosing'>;
export type Times = Schema<'Times'>;
export type TimesWord = Schema<'DeclaredTimes'>;
export type Progress = Schema<'MonthProgress'>;

const long = 120_000;

export function readPolicy(programme: string, signal?: AbortSignal): Promise<PolicyHistory> {
  return api.get(path`/programmes/${programme}/policy`, { signal });
}

/** The id is made once, so that proposing twice is once. Answers who would change. */
export function propose(programme: string, id: string, wish: PolicyWish): Promise<Proposal> {
  return api.put(path`/programmes/${programme}/policy/proposals/${id}`, wish, { timeout: long });
}

export function previewProposal(programme: string, id: string, signal?: AbortSignal): Promise<Proposal> {
  return api.get(path`/programmes/${programme}/policy/proposals/${id}`, { signal, timeout: long });
}

export function decideProposal(programme: string, id: string, verdict: 'approval' | 'rejection'): Promise<Proposal> {
  return api.post(path`/programmes/${programme}/policy/proposals/${id}/${verdict}`, {}, { timeout: long });
}

export function trainees(programme: string, signal?: AbortSignal): Promise<Trainees> {
  return api.get(path`/programmes/${programme}/eligibility`, { signal });
}

export async function appeals(decided: boolean, signal?: AbortSignal): Promise<readonly Appeal[]> {
  return (await api.get<Schema<'Appeals'>>('/appeals', { query: { decided }, signal })).items;
}

export function decideAppeal(id: string, decision: 'accepted' | 'refused', note: string): Promise<Appeal> {
  return api.post(path`/appeals/${id}/decision`, note === '' ? { decision } : { decision, note });
}

/** The file that ./diemcau verify-closing proves. */
export function closingFile(session: string): string {
  return address(path`/sessions/${session}/closing/export`);
}

export function monthsFile(unit: string | undefined): string {
  return address('/closings/export', { unit });
}

export function months(signal?: AbortSignal): Promise<Months> {
  return api.get('/closings', { signal });
}

export function progress(month: string, unit: string | undefined, signal?: AbortSignal): Promise<Progress> {
  return api.get('/closings/progress', { query: { month, unit }, signal });
}

export function closeMonth(month: string, unit: string | undefined, leaveOpen: boolean): Promise<Month> {
  return api.post('/closings', { month, leaveOpen, ...(unit === undefined ? {} : { unit }) }, { timeout: long });
}

export function readTimes(session: string, signal?: AbortSignal): Promise<Times> {
  return api.get(path`/sessions/${session}/times`, { signal });
}

/** The id is made once, so that noting twice is once. */
export function declareTimes(session: string, word: TimesWord): Promise<Times> {
  return api.post(path`/sessions/${session}/times`, word);
}
