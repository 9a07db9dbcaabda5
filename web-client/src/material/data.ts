import { address, api, path } from '../api';
import { upload } from '../upload';

export interface Material {
  readonly id: string;
  readonly programme: string;
  readonly session: string | null;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly availableFrom: string;
  readonly available: boolean;
}

export interface MaterialList {
  readonly items: readonly Material[];
  readonly mayEdit: boolean;
}

export function materials(programme: string, session?: string, signal?: AbortSignal): Promise<MaterialList> {
  return api.get(path`/programmes/${programme}/materials`, { signal, query: { session } });
}

export function add(
  programme: string,
  id: string,
  file: File,
  more: { session?: string | undefined; progress: (share: number) => void },
): Promise<Material> {
  return upload('PUT', path`/programmes/${programme}/materials/${id}`, file, {
    progress: more.progress,
    query: { session: more.session },
  });
}

export function contentOf(material: string): string {
  return address(path`/materials/${material}/content`);
}

export function openNow(material: string, from: string): Promise<Material> {
  return api.put(path`/materials/${material}/availability`, { from });
}

export function remove(material: string): Promise<void> {
  return api.delete(path`/materials/${material}`);
}
