import { api } from '../api';
import type { Me } from '../session.svelte';

interface SignedIn {
  readonly me: Me;
}

export async function signIn(login: string, secret: string): Promise<Me> {
  const body = /^\d{6}$/.test(secret) ? { login, pin: secret } : { login, password: secret };
  return (await api.post<SignedIn>('/sign-in', body)).me;
}

export async function install(code: string, name: string, login: string, password: string): Promise<Me> {
  const answer = await api.post<SignedIn | undefined>('/installation', { code, name, login, password });
  return answer?.me ?? (await api.get<Me>('/me'));
}

export interface Activation {
  readonly name: string;
  readonly token: string;
}

export async function activate(code: string, birthYear: number): Promise<Activation> {
  const answer = await api.post<{ token: string; name?: string; personName?: string; person?: { name: string } }>(
    '/activations',
    { code, birthYear },
  );
  return { token: answer.token, name: answer.person?.name ?? answer.personName ?? answer.name ?? '' };
}

export async function setPin(token: string, pin: string, publicKey: string | undefined): Promise<Me> {
  return (await api.put<SignedIn>('/activations/pin', { token, pin, publicKey })).me;
}
