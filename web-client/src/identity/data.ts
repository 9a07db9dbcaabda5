import { api } from '../api';
import type { Me } from '../session.svelte';

/** With the code of the second factor, once the server has asked for it. */
export function signIn(login: string, password: string, code: string): Promise<Me> {
  return api.post<Me>('/sign-in', { login, password, ...(code === '' ? {} : { code }) });
}

/** By PIN, on a phone that the account was activated on. */
export function signInByPin(account: string, pin: string): Promise<Me> {
  return api.post<Me>('/sign-in', { account, pin });
}

export interface Known {
  readonly account: string;
  readonly name: string;
}

/** Who may sign in by PIN on this phone: a family may share one. */
export async function onThisPhone(): Promise<readonly Known[]> {
  return (await api.get<{ people: readonly Known[] }>('/phone')).people;
}

export function install(code: string, name: string, login: string, password: string): Promise<Me> {
  return api.post<Me>('/installation', { code, name, login, password });
}

export interface Activation {
  readonly name: string;
  readonly token: string;
}

export function activate(code: string, birthYear: number): Promise<Activation> {
  return api.post<Activation>('/activations', { code, birthYear });
}

export function choosePin(token: string, pin: string): Promise<Me> {
  return api.put<Me>('/activations/pin', { token, pin });
}

export function changePassword(old: string, password: string): Promise<Me> {
  return api.put<Me>('/me/password', { old, password });
}
