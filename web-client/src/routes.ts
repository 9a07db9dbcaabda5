import type { Route } from './route';

const found = import.meta.glob<readonly Route[]>('./*/routes.ts', { eager: true, import: 'routes' });

/** The pages that phones open: what each feature folder's routes.ts lists. They are known from the first load on. */
export const phoneRoutes: readonly Route[] = Object.values(found).flat();
