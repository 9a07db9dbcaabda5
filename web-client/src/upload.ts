import { address, answer, csrf, problemOf, type Query } from './api';
import { ProblemError } from './problem';

/** Sends one file and tells how far it has come (0 to 1). Small files only: large ones go by resumable upload. */
export function upload<T>(
  method: 'POST' | 'PUT',
  to: string,
  file: Blob | FormData,
  more: { progress?: (share: number) => void; signal?: AbortSignal; query?: Query; type?: string } = {},
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, address(to, more.query));
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('x-csrf', csrf());
    if (file instanceof Blob) {
      request.setRequestHeader('content-type', more.type ?? (file.type || 'application/octet-stream'));
      if (file instanceof File) request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    }
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) more.progress?.(event.loaded / event.total);
    };
    request.onerror = () => reject(new ProblemError(0, 'offline'));
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    request.onload = () => {
      const response = new Response(request.status === 204 ? null : request.responseText, {
        status: request.status,
        headers: { 'content-type': request.getResponseHeader('content-type') ?? 'application/json' },
      });
      if (response.ok) answer<T>(response).then(resolve, reject);
      else problemOf(response).then(reject, reject);
    };
    more.signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}
