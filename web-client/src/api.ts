import type { components } from './api-types';
import { ProblemError } from './problem';

/** A shape of the contract by its name: `Schema<'Unit'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface Options {
  readonly query?: Query;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds until the call is given up; 20 s unless told. */
  readonly timeout?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Of `blob`: how it is asked for; GET unless told. */
  readonly method?: 'GET' | 'POST';
  /** Goes on while the browser closes the page. */
  readonly keepalive?: boolean;
}

const base = '/api/v1';
const signedOut = new Set<() => void>();
const locked = new Set<() => void>();

/** Calls back when the server no longer knows who we are. */
export function whenSignedOut(listener: () => void): () => void {
  signedOut.add(listener);
  return () => signedOut.delete(listener);
}

/** Calls back when the server says that the sign-in was not used for a while. */
export function whenLocked(listener: () => void): void {
  locked.add(listener);
}

/** The address of something below the API, for links that download. */
export function address(path: string, query?: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return base + path + (text === '' ? '' : `?${text}`);
}

/** A path whose parts are escaped: api.get(path`/units/${id}/people`). */
export function path(parts: TemplateStringsArray, ...values: (string | number)[]): string {
  return String.raw({ raw: parts }, ...values.map((value) => encodeURIComponent(value)));
}

/** The token that a changing call carries in its X-CSRF header. */
export function csrf(): string {
  const named = (name: string): string | undefined =>
    new RegExp(`(?:^|;\\s*)${name}=([^;]*)`).exec(document.cookie)?.[1];
  // behind TLS the name says that no other host may have set it
  return decodeURIComponent(named('__Host-diemcau_csrf') ?? named('diemcau_csrf') ?? '');
}

async function call(method: string, to: string, body: unknown, options: Options): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json', ...options.headers };
  if (method !== 'GET') headers['x-csrf'] = csrf();
  let content: BodyInit | undefined;
  if (body instanceof Blob) {
    content = body;
    headers['content-type'] ??= body.type || 'application/octet-stream';
  } else if (body instanceof FormData) {
    content = body;
  } else if (body !== undefined) {
    content = JSON.stringify(body);
    headers['content-type'] = 'application/json';
  }
  const limit = AbortSignal.timeout(options.timeout ?? 20_000);
  const signal = options.signal ? either(options.signal, limit) : limit;
  let response: Response;
  try {
    response = await fetch(address(to, options.query), {
      method,
      headers,
      body: content ?? null,
      signal,
      credentials: 'same-origin',
      cache: 'no-store',
      keepalive: options.keepalive === true,
    });
  } catch (failure) {
    if (options.signal?.aborted) throw failure;
    throw new ProblemError(0, limit.aborted ? 'timeout' : 'offline');
  }
  if (response.ok) return response;
  const problem = await problemOf(response);
  if (response.status === 401 && to !== '/sign-in' && to !== '/me') signedOut.forEach((listener) => listener());
  if (problem.code === 'locked') locked.forEach((listener) => listener());
  throw problem;
}

/** AbortSignal.any, which phones of 2022 do not have. */
function either(a: AbortSignal, b: AbortSignal): AbortSignal {
  const controller = new AbortController();
  for (const one of [a, b]) {
    if (one.aborted) controller.abort(one.reason);
    else one.addEventListener('abort', () => controller.abort(one.reason), { once: true });
  }
  return controller.signal;
}

/** What a refusal says. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const body: unknown = await response.json().catch(() => null);
  const told = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const text = (name: string): string | undefined => {
    const value = told[name];
    return typeof value === 'string' ? value : undefined;
  };
  const wait = Number(response.headers.get('retry-after'));
  return new ProblemError(response.status, text('code') ?? `http_${response.status}`, {
    field: text('field'),
    detail: text('detail'),
    retryAfter: Number.isFinite(wait) && wait > 0 ? wait : undefined,
  });
}

/** The JSON of an answer, or nothing. */
export async function answer<T>(response: Response): Promise<T> {
  if (response.status === 204 || response.headers.get('content-length') === '0') return undefined as T;
  return (await response.json()) as T;
}

/** The one place that talks to the server. Every failure is a ProblemError, save an abort the caller asked for. */
export const api = {
  async get<T>(to: string, options: Options = {}): Promise<T> {
    return answer<T>(await call('GET', to, undefined, options));
  },
  async post<T>(to: string, body?: unknown, options: Options = {}): Promise<T> {
    return answer<T>(await call('POST', to, body ?? {}, options));
  },
  async put<T>(to: string, body?: unknown, options: Options = {}): Promise<T> {
    return answer<T>(await call('PUT', to, body ?? {}, options));
  },
  async patch<T>(to: string, body: unknown, options: Options = {}): Promise<T> {
    return answer<T>(await call('PATCH', to, body, options));
  },
  async delete<T = void>(to: string, options: Options = {}): Promise<T> {
    return answer<T>(await call('DELETE', to, undefined, options));
  },
  /** Something that is not JSON: a document, a calendar, a picture. */
  async blob(to: string, options: Options = {}): Promise<Blob> {
    const body = options.method === 'POST' ? {} : undefined;
    return (await call(options.method ?? 'GET', to, body, { timeout: 120_000, ...options })).blob();
  },
};
