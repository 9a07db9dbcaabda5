import { api } from '../api';
import { contentOf, type Material } from './data';

const box = 'materials';

/** What this device keeps for a place without a network. */
export interface Saved {
  readonly programme: string;
  readonly items: readonly Material[];
  readonly at: string;
}

const listOf = (programme: string): string => `/saved-materials/${encodeURIComponent(programme)}`;

export const canSave = (): boolean => 'caches' in globalThis;

/** Keeps every file of the list, each once per version; tells how many are there. */
export async function save(
  programme: string,
  items: readonly Material[],
  progress: (count: number) => void,
): Promise<void> {
  const cache = await caches.open(box);
  let count = 0;
  for (const item of items) {
    const key = fileOf(item);
    if (!(await cache.match(key))) {
      const content = await api.blob(`/materials/${encodeURIComponent(item.id)}/content`, { timeout: 600_000 });
      await cache.put(key, new Response(content, { headers: { 'content-type': item.type } }));
    }
    count += 1;
    progress(count);
  }
  const before = (await saved(programme))?.items ?? [];
  const others = before.filter((old) => !items.some((item) => item.id === old.id));
  const kept: Saved = { programme, items: [...others, ...items], at: new Date().toISOString() };
  await cache.put(listOf(programme), new Response(JSON.stringify(kept)));
}

export async function saved(programme: string): Promise<Saved | undefined> {
  if (!canSave()) return undefined;
  const found = await (await caches.open(box)).match(listOf(programme));
  return found ? ((await found.json()) as Saved) : undefined;
}

/** The file as an address that this page can open without a network; revoke it afterwards. */
export async function open(item: Material): Promise<string | undefined> {
  const found = await (await caches.open(box)).match(fileOf(item));
  return found ? URL.createObjectURL(await found.blob()) : undefined;
}

function fileOf(item: Material): string {
  return `${contentOf(item.id)}?version=${item.version ?? 1}`;
}
