import { api, path, type Schema } from '../api';
import type { Me } from '../session.svelte';

/** Signing in through the provider, and which of its people an account is bound to. */
export type Back = Schema<'BackFromProvider'>;

export interface Binding {
  readonly provider?: string | null;
  readonly bound: boolean;
  readonly name?: string;
  readonly at?: string;
}

const kept = 'diemcau-next';

/** Goes to the provider; `next` is where one wanted to go. */
export async function goToProvider(next: string | null): Promise<void> {
  const { url } = await api.post<{ url: string }>('/sign-in/provider');
  leave(url, next);
}

/** Goes there to bind whoever signs in to one's own account. */
export async function bindMine(password: string): Promise<void> {
  const { url } = await api.post<{ url: string }>('/me/provider', { password });
  leave(url, '/tai-khoan');
}

function leave(url: string, next: string | null): void {
  try {
    if (next === null) sessionStorage.removeItem(kept);
    else sessionStorage.setItem(kept, next);
  } catch {
    // without storage one lands on one's first page
  }
  location.assign(url);
}

/** Where one wanted to go before the provider. */
export function wanted(): string | null {
  try {
    return sessionStorage.getItem(kept);
  } catch {
    return null;
  }
}

export function finish(state: string, code: string): Promise<Back> {
  return api.put('/sign-in/provider', { state, code });
}

export function showFactor(code: string): Promise<Me> {
  return api.post('/sign-in/provider/factor', { code });
}

export function myBinding(): Promise<Binding> {
  return api.get('/me/provider');
}

export function unbindMine(): Promise<void> {
  return api.delete('/me/provider');
}

export function bindAccount(account: string, code: string): Promise<{ readonly name: string }> {
  return api.post(path`/accounts/${account}/provider`, { code });
}

export function unbindAccount(account: string): Promise<void> {
  return api.delete(path`/accounts/${account}/provider`);
}

/** A code as people read it to each other: in two halves. */
export function halves(code: string): string {
  return `${code.slice(0, 5)} ${code.slice(5)}`;
}
