let waiting: ServiceWorker | undefined;

/** A new version of the client that stands ready. It is used when somebody says so. */
export const update = {
  use(): void {
    if (!waiting) return location.reload();
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting.postMessage('use');
  },
};

/** Registers the worker that keeps the offline shell. Without a secure context there is none, and the client works online. */
export async function keepShell(fresh: () => void): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator) || !window.isSecureContext) return;
  const registration = await navigator.serviceWorker
    .register('/worker.js', { updateViaCache: 'none' })
    .catch(() => undefined);
  if (!registration) return;
  const follow = (worker: ServiceWorker | null): void => {
    if (!worker) return;
    const look = (): void => {
      if (worker.state === 'installed' && navigator.serviceWorker.controller) {
        waiting = worker;
        fresh();
      }
    };
    worker.addEventListener('statechange', look);
    look();
  };
  follow(registration.waiting);
  follow(registration.installing);
  registration.addEventListener('updatefound', () => follow(registration.installing));
  setInterval(() => void registration.update().catch(() => undefined), 30 * 60_000);
}
