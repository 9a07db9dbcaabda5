import { address, api, path } from '../api';

export type Standing = 'required' | 'exempt' | 'suspended' | 'on_duty' | 'guest' | 'invited';

export interface ListedPerson {
  readonly id: string;
  readonly name: string;
  readonly birthYear?: number | null;
  readonly unitName: string;
}

export interface Rule {
  readonly kind: 'units' | 'posts' | 'groups' | 'persons';
  readonly units: readonly string[];
  readonly posts: readonly string[];
  readonly statuses: readonly string[];
  readonly others: boolean;
  readonly groups: readonly string[];
  readonly persons: readonly string[];
  readonly capacity: string | null;
  readonly invited: boolean;
  readonly from: string | null;
}

export interface Guest {
  readonly id: string;
  readonly name: string;
  readonly birthYear: number | null;
  readonly from: string | null;
  readonly site: string | null;
}

export interface Adjustment {
  readonly person: string;
  readonly standing: 'exempt' | 'suspended' | 'on_duty' | null;
  readonly reason: string | null;
  readonly site: string | null;
}

export interface Scope {
  readonly rules: readonly Rule[];
  readonly guests: readonly Guest[];
  readonly adjustments: readonly Adjustment[];
}

export interface ScopeKept extends Scope {
  readonly rev: number;
  readonly own: boolean;
  readonly unitNames: Readonly<Record<string, string>>;
  readonly people: Readonly<Record<string, ListedPerson>>;
}

export interface Listed {
  readonly person: ListedPerson;
  readonly standing: Standing;
  readonly capacity: string | null;
  readonly otherCapacities: readonly string[];
  readonly reason: string | null;
  readonly site: string | null;
  readonly reply: 'none' | 'room' | 'remote';
}

export interface SiteCount {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly seats: number;
  readonly expected: number;
  readonly remote: number;
  readonly answered: number;
  readonly overflow: number;
}

export interface Clash {
  readonly session: string;
  readonly programme: string;
  readonly title: string;
  readonly unitName: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly persons: number;
  readonly some: readonly ListedPerson[];
  readonly weight: 'this' | 'other' | 'equal';
}

export interface UnitCount {
  readonly unit: string;
  readonly unitName: string;
  readonly required: number;
  readonly fallenOut: number;
  readonly apart: number;
}

export interface Preview {
  readonly standings: Readonly<Record<Standing, number>>;
  readonly units: readonly UnitCount[];
  readonly sites: readonly SiteCount[];
  readonly withoutSite: number;
  readonly fallenOut: readonly Listed[];
  readonly clashes: readonly Clash[];
  readonly first: readonly Listed[];
}

/** One version of a list: who made it and why; its reason is `issued` or `refreshed` where nobody worded one. */
export interface ListChange {
  readonly version: number;
  readonly at: string;
  readonly by: string;
  readonly reason: string;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
}

export interface ListShown {
  readonly version: number;
  readonly frozen: boolean;
  readonly mayAmend: boolean;
  readonly history: readonly ListChange[];
  readonly refreshedAt: string | null;
  readonly standings: Readonly<Record<Standing, number>>;
  readonly sites: readonly SiteCount[];
  readonly withoutSite: number;
}

export interface Summons {
  readonly programme: string;
  readonly unit: string;
  readonly unitName: string;
  readonly people: number;
  readonly issuedAt: string;
  readonly receivedAt: string | null;
  readonly receivedBy?: string;
  readonly changed: boolean;
  readonly title?: string;
  readonly startsAt?: string | null;
}

export interface Paper {
  readonly layout: 'state' | 'party';
  readonly kind: 'summons' | 'invitation';
  readonly superior: string | null;
  readonly issuer: string;
  readonly number: string | null;
  readonly place: string | null;
  readonly date: string | null;
  readonly signedFor: string | null;
  readonly signerRole: string | null;
  readonly signerName: string | null;
  readonly request: readonly string[];
  readonly recipients: readonly string[];
}

export interface Absence {
  readonly id: string;
  readonly session: string;
  readonly title?: string;
  readonly topic?: string | null;
  readonly person: { readonly id: string; readonly name: string; readonly unitName: string };
  readonly startsAt: string;
  readonly reason: string;
  readonly filedAt: string;
  readonly late: boolean;
  readonly proposed: boolean;
  readonly state: 'proposed' | 'open' | 'approved' | 'refused' | 'withdrawn' | 'to_confirm';
  readonly note: string | null;
  readonly attachment?: { readonly name: string; readonly size: number };
  readonly substitute?: { readonly id: string; readonly name: string };
}

export interface OpenSummons {
  readonly programme: string;
  readonly kind: 'summons' | 'invitation';
  readonly event: string;
  readonly title: string;
  readonly issuer: string;
  readonly unit: string;
  readonly unitName: string;
  readonly people: number;
  readonly sessions: readonly {
    readonly id: string;
    readonly number: number;
    readonly topic: string | null;
    readonly startsAt: string;
    readonly endsAt: string;
    readonly mode: 'in_room' | 'hybrid' | 'remote';
    readonly state: string;
  }[];
  readonly mayConfirm?: boolean;
  readonly receivedAt?: string | null;
  readonly mine?: readonly {
    readonly session: string;
    readonly standing: Standing;
    readonly reply: 'none' | 'room' | 'remote';
    readonly site: { readonly name: string; readonly address: string | null } | null;
  }[];
}

const long = 120_000;

export function readScope(programme: string, signal?: AbortSignal): Promise<ScopeKept> {
  return api.get(path`/programmes/${programme}/scope`, { signal });
}

export function putScope(programme: string, scope: Scope, rev: number): Promise<ScopeKept> {
  return api.put(path`/programmes/${programme}/scope`, { ...scope, rev }, { timeout: long });
}

export function preview(session: string, scope: Scope, signal?: AbortSignal): Promise<Preview> {
  return api.post(path`/sessions/${session}/list-preview`, scope, { signal, timeout: long });
}

export function expected(session: string, signal?: AbortSignal): Promise<ListShown> {
  return api.get(path`/sessions/${session}/expected`, { signal, timeout: long });
}

/** Changes a list also after its session began; the reason is kept with the author. */
export function amendList(
  session: string,
  changes: readonly { readonly person: string; readonly standing: Standing | null; readonly site: string | null }[],
  reason: string,
): Promise<{ readonly version: number }> {
  return api.post(path`/sessions/${session}/list/amendments`, { changes, reason }, { timeout: long });
}

export async function posts(
  unit: string,
  signal?: AbortSignal,
): Promise<readonly { title: string; holders: number }[]> {
  const told = await api.get<{ items: readonly { title: string; holders: number }[] }>('/scope-posts', {
    signal,
    query: { unit },
    timeout: long,
  });
  return told.items;
}

/** People who are summoned together again and again. */
export interface Group {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly persons: readonly string[];
  readonly rev: number;
}

export async function readGroups(signal?: AbortSignal): Promise<readonly Group[]> {
  return (await api.get<{ items: readonly Group[] }>('/groups', { signal })).items;
}

export function putGroup({ id, ...group }: Group): Promise<Group> {
  return api.put(path`/groups/${id}`, group);
}

export interface Found {
  readonly id: string;
  readonly name: string;
  readonly fullName?: string;
}

export async function findUnits(text: string, signal?: AbortSignal): Promise<readonly Found[]> {
  return (await api.get<{ items: readonly Found[] }>('/units', { signal, query: { text } })).items;
}

export async function findPeople(text: string, signal?: AbortSignal): Promise<readonly ListedPerson[]> {
  if (text.length < 2) return [];
  return (await api.post<{ items: readonly ListedPerson[] }>('/person-searches', { text, limit: 20 }, { signal }))
    .items;
}

export async function summonses(
  programme: string,
  signal?: AbortSignal,
): Promise<{ readonly items: readonly Summons[]; readonly confirmed: number }> {
  return api.get(path`/programmes/${programme}/summonses`, { signal });
}

export async function received(signal?: AbortSignal): Promise<readonly Summons[]> {
  return (await api.get<{ items: readonly Summons[] }>('/summonses', { signal })).items;
}

export function confirmReceipt(programme: string, unit: string): Promise<Summons> {
  return api.put(path`/programmes/${programme}/summonses/${unit}/receipt`, {});
}

export function createLink(programme: string, unit: string): Promise<{ readonly url: string; readonly text: string }> {
  return api.post(path`/programmes/${programme}/summonses/${unit}/links`);
}

export function revokeLinks(programme: string, unit: string): Promise<void> {
  return api.delete(path`/programmes/${programme}/summonses/${unit}/links`);
}

export function fileOf(programme: string, unit: string, format: 'docx' | 'pdf'): string {
  return address(path`/programmes/${programme}/summonses/${unit}/file`, { format });
}

export function zipOf(programme: string, format: 'docx' | 'pdf'): string {
  return address(path`/programmes/${programme}/summonses-zip`, { format });
}

export function readPaper(programme: string, signal?: AbortSignal): Promise<Paper> {
  return api.get(path`/programmes/${programme}/paper`, { signal });
}

export function putPaper(programme: string, paper: Paper): Promise<Paper> {
  return api.put(path`/programmes/${programme}/paper`, paper);
}

export async function absences(
  filter: { readonly decided: boolean; readonly programme?: string },
  signal?: AbortSignal,
): Promise<readonly Absence[]> {
  return (await api.get<{ items: readonly Absence[] }>('/absences', { signal, query: filter })).items;
}

export function paperOf(absence: string): string {
  return address(path`/absences/${absence}/attachment`);
}

/** With a substitute, the person whom the unit sends instead. */
export function decide(absence: string, decision: 'approved' | 'refused', substitute?: string): Promise<Absence> {
  return api.post(path`/absences/${absence}/decision`, { decision, substitute });
}

export function openSummons(token: string, signal?: AbortSignal): Promise<OpenSummons> {
  return api.get(path`/links/${token}`, { signal });
}

export function reply(session: string, mode: 'room' | 'remote'): Promise<void> {
  return api.put(path`/my/replies/${session}`, { mode });
}
