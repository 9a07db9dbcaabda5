import { api, path, type Schema } from '../api';
import { session } from '../session.svelte';
import { upload } from '../upload';

export type Programme = Schema<'Programme'>;
export type ProgrammeWhole = Schema<'ProgrammeWhole'>;
export type ProgrammeShown = Schema<'ProgrammeShown'>;
export type ProgrammeWish = Schema<'ProgrammeWish'>;
export type ProgrammeKind = Schema<'ProgrammeKind'>;
export type PlanMode = Schema<'PlanMode'>;
export type Training = Schema<'Training'>;
export type PlanState = Schema<'PlanState'>;
export type SessionRow = Schema<'SessionRow'>;
export type SessionWhole = Schema<'SessionWhole'>;
export type AgendaItem = Schema<'AgendaItem'>;
export type Site = Schema<'Site'>;
export type SiteKind = Schema<'SiteKind'>;
export type Place = Schema<'Place'>;
export type PlaceWish = Schema<'PlaceWish'>;
export type Clash = Schema<'Clashes'>['items'][number];
export type Slot = Schema<'Slots'>['items'][number];
export type TimetableRow = Schema<'TimetablePreview'>['items'][number];
export type PlaceRow = Schema<'PlacePreview'>['items'][number];
export type RowFault = Schema<'RowFaults'>[number];
export type PlanUnit = Schema<'PlanUnits'>['items'][number];
export type NewSession = Schema<'NewSessions'>['sessions'][number];
export type Change = Schema<'PlanChanges'>['items'][number];

export type Group = 'running' | 'upcoming' | 'draft' | 'past';

interface Filter {
  readonly text: string;
  readonly kind: ProgrammeKind | '';
}

export function listProgrammes(
  group: Group,
  filter: Filter,
  after: string | undefined,
  signal?: AbortSignal,
): Promise<Schema<'ProgrammePage'>> {
  return api.get('/programmes', { query: { group, limit: group === 'past' ? 20 : 50, after, ...filter }, signal });
}

export function readProgramme(programme: string, signal?: AbortSignal): Promise<ProgrammeWhole> {
  return api.get(path`/programmes/${programme}`, { signal });
}

export function keepProgramme(programme: string, wish: ProgrammeWish): Promise<ProgrammeShown> {
  return api.put(path`/programmes/${programme}`, wish);
}

export function deleteProgramme(programme: string): Promise<void> {
  return api.delete(path`/programmes/${programme}`);
}

export function changeProgrammeState(programme: string, state: PlanState, reason?: string): Promise<ProgrammeWhole> {
  return api.post(path`/programmes/${programme}/state`, { state, reason }, { timeout: 60_000 });
}

export function copyProgramme(programme: string, wish: Schema<'CopyWish'>): Promise<ProgrammeShown> {
  return api.post(path`/programmes/${programme}/copies`, wish);
}

export function addSessions(programme: string, sessions: readonly NewSession[]): Promise<Schema<'SessionRows'>> {
  return api.post(path`/programmes/${programme}/sessions`, { sessions });
}

export function listClashes(programme: string, signal?: AbortSignal): Promise<readonly Clash[]> {
  return api.get<Schema<'Clashes'>>(path`/programmes/${programme}/clashes`, { signal }).then((found) => found.items);
}

export function readSession(session: string, signal?: AbortSignal): Promise<SessionWhole> {
  return api.get(path`/sessions/${session}`, { signal });
}

export function editSession(session: string, edit: Schema<'SessionEdit'>): Promise<SessionWhole> {
  return api.patch(path`/sessions/${session}`, edit);
}

export function deleteSession(session: string): Promise<void> {
  return api.delete(path`/sessions/${session}`);
}

export function moveSession(session: string, wish: Schema<'TimesWish'>): Promise<SessionWhole> {
  return api.post(path`/sessions/${session}/moves`, wish);
}

export function changeSessionState(session: string, state: PlanState, reason?: string): Promise<SessionWhole> {
  return api.post(path`/sessions/${session}/state`, { state, reason });
}

export function listChanges(session: string, signal?: AbortSignal): Promise<readonly Change[]> {
  return api.get<Schema<'PlanChanges'>>(path`/sessions/${session}/changes`, { signal }).then((found) => found.items);
}

/** Sites as they are sent: units by their ids. */
function wished(sites: readonly Site[]): Schema<'SiteWish'>[] {
  return sites.map((site) => ({ ...site, units: site.units.map((unit) => unit.id) }));
}

export function keepProgrammeSites(programme: string, sites: readonly Site[], rev: number): Promise<ProgrammeShown> {
  return api.put(path`/programmes/${programme}/sites`, { sites: wished(sites), rev });
}

export function keepSessionSites(session: string, sites: readonly Site[]): Promise<SessionWhole> {
  return api.put(path`/sessions/${session}/sites`, { sites: wished(sites) });
}

export function dropSessionSites(session: string): Promise<SessionWhole> {
  return api.delete<SessionWhole>(path`/sessions/${session}/sites`);
}

export function oneSitePerUnit(programme: string): Promise<ProgrammeShown> {
  return api.post(path`/programmes/${programme}/sites/one-per-unit`);
}

/** People expected at each site, by the list in force; nothing before anybody was summoned. */
export async function readExpected(session: string, signal?: AbortSignal): Promise<ReadonlyMap<string, number>> {
  const counts = await api.get<Schema<'ExpectedCounts'>>(path`/sessions/${session}/expected`, { signal });
  return new Map((counts.sites ?? []).map((site) => [site.id ?? '', site.expected ?? 0]));
}

export function listPlaces(
  text: string,
  after: string | undefined,
  signal?: AbortSignal,
): Promise<Schema<'PlacePage'>> {
  return api.get('/places', { query: { text, after }, signal });
}

export function keepPlace(place: string, wish: PlaceWish): Promise<Place> {
  return api.put(path`/places/${place}`, wish);
}

export function deletePlace(place: string): Promise<void> {
  return api.delete(path`/places/${place}`);
}

export function keepPlaces(places: readonly PlaceWish[]): Promise<Schema<'PlaceCounts'>> {
  return api.post('/places/table', { places });
}

export function previewPlaces(text: string, unit: string): Promise<readonly PlaceRow[]> {
  return api.post<Schema<'PlacePreview'>>('/place-previews', { text, unit }).then((found) => found.items);
}

export function previewPlacesFile(file: File, unit: string): Promise<readonly PlaceRow[]> {
  return upload<Schema<'PlacePreview'>>('POST', '/place-previews/file', file, { query: { unit } }).then(
    (found) => found.items,
  );
}

export function previewTimetable(text: string, near: string): Promise<readonly TimetableRow[]> {
  return api.post<Schema<'TimetablePreview'>>('/timetable-previews', { text, near }).then((found) => found.items);
}

export function previewTimetableFile(file: File, near: string): Promise<readonly TimetableRow[]> {
  return upload<Schema<'TimetablePreview'>>('POST', '/timetable-previews/file', file, { query: { near } }).then(
    (found) => found.items,
  );
}

export function previewRecurrence(wish: Schema<'RecurrenceWish'>, signal?: AbortSignal): Promise<readonly Slot[]> {
  return api.post<Schema<'Slots'>>('/recurrence-previews', wish, { signal }).then((found) => found.items);
}

export function previewAgenda(text: string, day: string): Promise<readonly AgendaItem[]> {
  return api.post<Schema<'AgendaPreview'>>('/agenda-previews', { text, day }).then((found) => found.items);
}

export function findUnits(text: string, signal?: AbortSignal): Promise<readonly PlanUnit[]> {
  return api.get<Schema<'PlanUnits'>>('/plan-units', { query: { text }, signal }).then((found) => found.items);
}

/** The unit one plans for unless told otherwise: that of the widest grant, or the highest of those one may plan for. */
export async function usualUnit(): Promise<{ readonly value: string; readonly label: string } | undefined> {
  const grant = session.grant('province_admin', 'unit_admin', 'trainer', 'cell_secretary');
  if (grant?.unit && grant.unitName) return { value: grant.unit, label: grant.unitName };
  const first = (await findUnits(''))[0];
  return first && { value: first.id, label: first.name };
}
