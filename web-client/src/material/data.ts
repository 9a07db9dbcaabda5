import { address, api, path, type Schema } from '../api';

export type Material = Schema<'Material'>;
export type MaterialList = Schema<'MaterialList'>;
export type ReflectionList = Schema<'ReflectionList'>;
export type MyReflection = Schema<'MyReflection'>;

export function materials(programme: string, session?: string, signal?: AbortSignal): Promise<MaterialList> {
  return api.get(path`/programmes/${programme}/materials`, { signal, query: { session } });
}

/** What was sent becomes a material. */
export function add(programme: string, id: string, upload: string, session?: string): Promise<Material> {
  return api.post(path`/programmes/${programme}/materials/${id}`, { upload, declared: true, session });
}

/** What was sent becomes the newest version. */
export function renew(material: string, upload: string): Promise<Material> {
  return api.post(path`/materials/${material}/versions`, { upload, declared: true });
}

export function contentOf(material: string, show = false, version?: number): string {
  return address(path`/materials/${material}/content`, { show: show ? 1 : undefined, version });
}

export function readMaterial(material: string, signal?: AbortSignal): Promise<Material> {
  return api.get(path`/materials/${material}`, { signal });
}

/** How many pages a document has; drawing the first may take the server a while. */
export async function pageCount(material: string, signal?: AbortSignal): Promise<number> {
  return (await api.get<{ readonly pages: number }>(path`/materials/${material}/pages`, { signal, timeout: 60_000 }))
    .pages;
}

export function pageOf(material: Material, page: number, fine: boolean): string {
  return address(path`/materials/${material.id}/pages/${String(page)}`, {
    fine: fine ? 1 : undefined,
    version: material.version,
  });
}

export function putReaders(material: string, readers: Schema<'MaterialReaders'>): Promise<Material> {
  return api.put(path`/materials/${material}/readers`, readers);
}

/** The sessions and sites that a programme's material may be for. */
export async function placesOf(
  programme: string,
  signal?: AbortSignal,
): Promise<{ readonly sessions: readonly Schema<'SessionRow'>[]; readonly sites: readonly Schema<'Site'>[] }> {
  const whole = await api.get<Schema<'ProgrammeWhole'>>(path`/programmes/${programme}`, { signal });
  return { sessions: whole.items, sites: whole.sites };
}

export function openNow(material: string, from: string): Promise<Material> {
  return api.put(path`/materials/${material}/availability`, { from });
}

export function remove(material: string): Promise<void> {
  return api.delete(path`/materials/${material}`);
}

export function reflections(programme: string, signal?: AbortSignal): Promise<ReflectionList> {
  return api.get(path`/programmes/${programme}/reflections`, { signal });
}

export function askReflections(programme: string, deadline: string, task: string): Promise<unknown> {
  return api.put(path`/programmes/${programme}/reflections`, { deadline, task });
}

export function archiveOf(programme: string): string {
  return address(path`/programmes/${programme}/reflections/archive`);
}

export function reflectionOf(programme: string, person: string): string {
  return address(path`/programmes/${programme}/reflections/${person}/content`);
}

export function myReflection(programme: string, signal?: AbortSignal): Promise<MyReflection> {
  return api.get(path`/my/reflections/${programme}`, { signal });
}

export function handIn(programme: string, upload: string): Promise<MyReflection> {
  return api.put(path`/my/reflections/${programme}`, { upload, declared: true });
}
