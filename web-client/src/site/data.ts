import { api, path } from '../api';
import type { SignedPack } from './pack';

/** What the server proves about somebody. */
export interface Outcome {
  readonly standing: 'present' | 'substituted' | 'excused' | 'unexcused' | 'undetermined';
  readonly flags: readonly (
    'late' | 'left_early' | 'made_up' | 'other_site' | 'two_sites' | 'page_only' | 'observed_only' | 'corrected'
  )[];
  readonly minutes: number;
  readonly arrived?: string;
}

export interface RollEntry {
  readonly id: string;
  readonly name: string;
  readonly sortKey: string;
  readonly folded: string;
  readonly birthYear?: number;
  readonly unitName: string;
  readonly standing: 'required' | 'exempt' | 'suspended' | 'on_duty' | 'guest' | 'invited' | 'walk_in';
  readonly reason?: string;
  readonly reply?: 'none' | 'room' | 'remote';
  readonly visiting?: boolean;
  /** Of a walk-in: who it turned out to be. */
  readonly mergedInto?: { readonly id: string };
  readonly at?: string;
  readonly outcome: Outcome;
}

/** The roll of a site as the server has it. */
export interface Roll {
  readonly session: {
    readonly id: string;
    readonly title: string;
    readonly topic?: string;
    readonly startsAt: string;
    readonly endsAt: string;
    readonly rehearsal: boolean;
  };
  readonly site: { readonly id: string; readonly name: string; readonly address?: string };
  readonly version: number;
  readonly rev: number;
  readonly counts: { readonly required: number; readonly present: number; readonly others: number };
  readonly state: 'silent' | 'filling' | 'reported' | 'link_down' | 'closed' | 'closed_by_rule';
  readonly closed: boolean;
  /** The organisers wait for this site, which has said nothing. */
  readonly remindedAt?: string;
  readonly headCounts: readonly { readonly count: number; readonly at: string }[];
  readonly people: readonly RollEntry[];
  readonly recent: readonly {
    readonly id: string;
    readonly kind: string;
    readonly person?: string;
    readonly at: string;
    readonly undone?: boolean;
  }[];
}

export interface OpenedSite {
  readonly session: string;
  readonly site: string;
  readonly device: string;
  readonly title?: string;
  readonly siteName?: string;
}

/** Where everything about one site of one session lies. */
export function siteAt(session: string, site: string): string {
  return path`/sessions/${session}/sites/${site}`;
}

/** Signs this phone in as the steward of the slip's site. */
export function openSite(code: string, name: string, publicKey: JsonWebKey | undefined): Promise<OpenedSite> {
  return api.post<OpenedSite>('/site-openings', { code, device: publicKey ? { name, publicKey } : { name } });
}

export function readPack(session: string, site: string): Promise<SignedPack> {
  return api.get<SignedPack>(`${siteAt(session, site)}/pack`);
}

export function readRoll(session: string, site: string): Promise<Roll> {
  return api.get<Roll>(`${siteAt(session, site)}/roll`);
}
