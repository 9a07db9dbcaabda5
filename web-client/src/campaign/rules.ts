import type { Campaign, CampaignKind, Part } from './data';

export const kinds = ['resolution_study', 'self_review', 'visits', 'other'] as const satisfies readonly CampaignKind[];

/** What a campaign's bar shows: of whom or what how many. Self-reviews go by units, the others by persons. */
export function measure(kind: CampaignKind, part: Part): { readonly done: number; readonly whole: number } {
  return kind === 'self_review'
    ? { done: part.reached, whole: part.collectives }
    : { done: part.persons, whole: part.members };
}

/** Where a campaign stands on a day. */
export function stage(one: Pick<Campaign, 'from' | 'to'>, today: string): 'coming' | 'running' | 'over' {
  if (today < one.from) return 'coming';
  return today > one.to ? 'over' : 'running';
}

/** Units with the least done first; those without anybody last. */
export function lowestFirst(kind: CampaignKind, parts: readonly Part[]): Part[] {
  const share = (part: Part): number => {
    const { done, whole } = measure(kind, part);
    return whole === 0 ? 2 : done / whole;
  };
  return [...parts].sort((a, b) => share(a) - share(b) || a.name.localeCompare(b.name, 'vi'));
}
