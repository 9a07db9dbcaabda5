import { api, path, type Schema } from '../api';
import type { Role } from '../session.svelte';

/** An account that works in an office: its roles, whether it opens, whether its password is still the one it was given. */
export type OfficeAccount = Schema<'OfficeAccount'>;

export async function accountsAt(unit: string | undefined, signal?: AbortSignal): Promise<readonly OfficeAccount[]> {
  const told = await api.get<{ accounts: readonly OfficeAccount[] }>('/accounts', { signal, query: { unit } });
  return told.accounts;
}

/** From a week before an account is switched off for lack of use, whoever keeps accounts is told. */
export function offSoon(account: Pick<OfficeAccount, 'offAt'>, now: Date): boolean {
  if (account.offAt === undefined) return false;
  return Date.parse(account.offAt) - now.getTime() < 7 * 86_400_000;
}

/** The answer holds the first password, which is told nowhere else. */
export function makeAccount(account: {
  readonly name: string;
  readonly login: string;
  readonly role: Role;
  readonly unit: string;
}): Promise<OfficeAccount> {
  return api.post('/accounts', account);
}

export function switchAccount(id: string, active: boolean): Promise<OfficeAccount> {
  return api.put(path`/accounts/${id}/active`, { active });
}

export function newPassword(id: string): Promise<{ readonly password: string }> {
  return api.post(path`/accounts/${id}/password`);
}

/** For somebody who lost phone and recovery codes: no second step any more, and a first password again. */
export function forgetFactor(id: string): Promise<{ readonly password: string }> {
  return api.post(path`/accounts/${id}/second-factor`);
}

/** A code of a quarter of an hour for somebody who stands before whoever asks; the phones they had are signed out. */
export function newCode(person: string): Promise<{ readonly code: string; readonly validUntil: string }> {
  return api.post(path`/people/${person}/activation-code`);
}

export type Sheet = 'activation-slips' | 'badges';

/** The sheets of a unit and all below it, to print and cut. */
export function sheet(unit: string, what: Sheet): Promise<Blob> {
  return api.blob(path`/units/${unit}/${what}`, { method: 'POST' });
}

/** The roles that somebody may give: none above the widest one held. */
export function givable(held: readonly Role[]): readonly Role[] {
  if (held.includes('province_admin')) return ['unit_admin', 'trainer', 'cell_secretary', 'province_admin'];
  return held.includes('unit_admin') ? ['trainer', 'cell_secretary', 'unit_admin'] : [];
}

/** A login made of a name: the given name, then the first letters of the others. Vàng A Pao gives paova. */
export function loginOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
  const parts = plain.split(/[^a-z0-9]+/).filter((part) => part !== '');
  const given = parts.pop() ?? '';
  return given + parts.map((part) => part.charAt(0)).join('');
}
