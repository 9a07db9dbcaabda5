import { api, path, type Schema } from '../api';
import type { Me } from '../session.svelte';

/** One's own sign-in: second factor, lock, where one is signed in. */
export interface Factor {
  readonly on: boolean;
  readonly required: boolean;
  readonly recoveryLeft: number;
}

export interface Proposed {
  readonly secret: string;
  readonly uri: string;
  readonly image: string;
}

export type MySignIn = Schema<'MySignIn'>;

export function readFactor(): Promise<Factor> {
  return api.get('/me/second-factor');
}

/** A fresh secret for the app; the password where a second factor stands already. */
export function proposeFactor(password: string): Promise<Proposed> {
  return api.post('/me/second-factor', password === '' ? {} : { password });
}

export function confirmFactor(code: string): Promise<{ readonly me: Me; readonly recoveryCodes: readonly string[] }> {
  return api.put('/me/second-factor', { code });
}

export async function renewRecoveryCodes(password: string): Promise<readonly string[]> {
  return (await api.post<{ recoveryCodes: readonly string[] }>('/me/recovery-codes', { password })).recoveryCodes;
}

export function lockHere(): Promise<void> {
  return api.post('/me/lock');
}

/** By the password again, or on a phone the PIN. */
export function unlock(secret: string): Promise<Me> {
  return api.post('/me/unlock', { secret });
}

/** Somebody is at work, though the page calls nothing. */
export function tellActivity(): Promise<void> {
  return api.put('/me/activity');
}

export async function mySignIns(): Promise<readonly MySignIn[]> {
  return (await api.get<{ items: readonly MySignIn[] }>('/me/sign-ins')).items;
}

export function endSignIn(id: string): Promise<void> {
  return api.delete(path`/me/sign-ins/${id}`);
}

export function endOtherSignIns(): Promise<void> {
  return api.delete('/me/sign-ins');
}
