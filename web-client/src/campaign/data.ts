import { api, path, type Schema } from '../api';

export type Campaign = Schema<'Campaign'>;
export type CampaignWhole = Schema<'CampaignWhole'>;
export type Progress = Schema<'CampaignProgress'>;
export type Part = Schema<'CampaignPart'>;
export type CampaignKind = Schema<'CampaignKind'>;

export async function listCampaigns(signal?: AbortSignal): Promise<Campaign[]> {
  return (await api.get<Schema<'CampaignList'>>('/campaigns', { signal })).items;
}

export function readCampaign(id: string, signal: AbortSignal): Promise<CampaignWhole> {
  return api.get<CampaignWhole>(path`/campaigns/${id}`, { signal });
}

export function readProgress(id: string, unit: string | undefined, signal: AbortSignal): Promise<Progress> {
  return api.get<Progress>(path`/campaigns/${id}/progress`, { query: { unit }, signal });
}

export function keepCampaign(id: string, wish: Schema<'CampaignWish'>): Promise<Campaign> {
  return api.put<Campaign>(path`/campaigns/${id}`, wish);
}

export async function remind(campaign: string, id: string, units: readonly string[], text: string): Promise<void> {
  await api.post(path`/campaigns/${campaign}/reminders`, { id, units, text });
}
