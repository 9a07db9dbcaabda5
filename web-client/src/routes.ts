import type { Route } from './route';

const found = import.meta.glob<{ routes: readonly Route[] }>('./*/routes.ts', { eager: true });

/** Every page of the client: what each feature folder's routes.ts lists. */
export const routes: readonly Route[] = Object.values(found).flatMap((feature) => feature.routes);
