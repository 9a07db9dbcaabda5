import { address, api, path, type Schema } from '../api';
import type { Choice } from '../parts/combobox';
import { upload } from '../upload';

export type Unit = Schema<'UnitRow'>;
export type UnitWhole = Schema<'UnitWhole'>;
export type Person = Schema<'PersonRow'>;
export type PersonWhole = Schema<'PersonWhole'>;
export type Status = Schema<'PersonStatus'>;
export type Import = Schema<'Import'>;
export type ImportFile = Schema<'ImportFile'>;
export type Report = Schema<'ImportReport'>;
export type Question = Schema<'ImportQuestion'>;
export type Decision = Schema<'ImportDecision'>;

export const statuses = ['official', 'probationary', 'exempt', 'suspended', 'temporary', 'away'] as const;

/** The units at the top of one's own part, as organised on the day, or today. */
export async function topUnits(signal: AbortSignal, on?: string): Promise<Unit[]> {
  return (await api.get<Schema<'UnitList'>>('/units', { query: { on }, signal })).items;
}

export async function unitsBelow(parent: string, on?: string, signal?: AbortSignal): Promise<Unit[]> {
  return (await api.get<Schema<'UnitList'>>('/units', { query: { parent, on }, signal })).items;
}

export async function findUnits(text: string, signal: AbortSignal): Promise<readonly Choice<string>[]> {
  const query = text === '' ? {} : { text };
  const found = await api.get<Schema<'UnitList'>>('/units', { query, signal });
  return found.items.map((unit) => ({ value: unit.id, label: unit.name, detail: unit.fullName }));
}

export function readUnit(unit: string, signal: AbortSignal, on?: string): Promise<UnitWhole> {
  return api.get<UnitWhole>(path`/units/${unit}`, { query: { on }, signal });
}

export function addUnit(wish: Schema<'UnitWish'>): Promise<Unit> {
  return api.post<Unit>('/units', wish);
}

export function renameUnit(unit: string, wish: Schema<'UnitNameWish'>): Promise<Unit> {
  return api.post<Unit>(path`/units/${unit}/names`, wish);
}

export function peopleOf(
  unit: string,
  after: string | undefined,
  on: string | undefined,
  signal?: AbortSignal,
): Promise<Schema<'PersonPage'>> {
  return api.get<Schema<'PersonPage'>>(path`/units/${unit}/people`, { query: { after, limit: 100, on }, signal });
}

/** The members of the unit and everything below it, in the columns that the handbook and an import read. */
export function rosterFile(unit: string): string {
  return address(path`/units/${unit}/roster`);
}

export function searchPeople(text: string, signal: AbortSignal): Promise<Schema<'PersonPage'>> {
  return api.post<Schema<'PersonPage'>>('/person-searches', { text, limit: 50 }, { signal });
}

export function readPerson(person: string, signal: AbortSignal): Promise<PersonWhole> {
  return api.get<PersonWhole>(path`/persons/${person}`, { signal });
}

export function addPerson(id: string, wish: Schema<'PersonWish'>): Promise<PersonWhole> {
  return api.put<PersonWhole>(path`/persons/${id}`, wish);
}

export function correctPerson(id: string, wish: Schema<'PersonDetails'>): Promise<PersonWhole> {
  return api.patch<PersonWhole>(path`/persons/${id}`, wish);
}

type Step = 'moves' | 'stays' | 'departures' | 'statuses' | 'posts' | 'post-endings';

/** One dated change of a person. */
export function changePerson(id: string, step: Step, wish: object): Promise<PersonWhole> {
  return api.post<PersonWhole>(`${path`/persons/${id}`}/${step}`, wish);
}

export function beginImport(): Promise<Import> {
  return api.post<Import>('/imports', {});
}

export async function listImports(signal: AbortSignal): Promise<Import[]> {
  return (await api.get<Schema<'ImportList'>>('/imports', { signal })).items;
}

export function addFile(id: string, file: File, progress: (share: number) => void): Promise<ImportFile> {
  return upload<ImportFile>('POST', path`/imports/${id}/files`, file, {
    query: { name: file.name },
    type: 'application/octet-stream',
    progress,
  });
}

export function removeFile(id: string, file: string): Promise<Import> {
  return api.delete<Import>(path`/imports/${id}/files/${file}`);
}

export function readFiles(id: string): Promise<Import> {
  return api.post<Import>(path`/imports/${id}/preview`, {});
}

export function decide(id: string, question: string, decision: Decision): Promise<Import> {
  return api.put<Import>(path`/imports/${id}/decisions/${question}`, decision);
}

export function confirmImport(id: string): Promise<Import> {
  return api.post<Import>(path`/imports/${id}/confirmation`, {});
}

export async function discardImport(id: string): Promise<void> {
  await api.delete(path`/imports/${id}`);
}

export async function listReorganisations(signal: AbortSignal): Promise<Schema<'ReorganisationRow'>[]> {
  return (await api.get<Schema<'ReorganisationList'>>('/reorganisations', { signal })).items;
}

export function readReorganisation(id: string, signal: AbortSignal): Promise<Schema<'Reorganisation'>> {
  return api.get<Schema<'Reorganisation'>>(path`/reorganisations/${id}`, { signal });
}

export function draftReorganisation(id: string, wish: Schema<'ReorganisationWish'>): Promise<Schema<'Reorganisation'>> {
  return api.put<Schema<'Reorganisation'>>(path`/reorganisations/${id}`, wish);
}

/** Approves what was seen, applies it on or after its day, or withdraws it. */
export function stepReorganisation(
  id: string,
  step: 'approval' | 'application' | 'withdrawal',
  body: { rev?: number; sees?: string },
): Promise<Schema<'Reorganisation'>> {
  return api.post<Schema<'Reorganisation'>>(`${path`/reorganisations/${id}`}/${step}`, body);
}
