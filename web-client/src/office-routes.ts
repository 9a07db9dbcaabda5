import type { Route } from './route';

const found = import.meta.glob<readonly Route[]>('./*/office.ts', { eager: true, import: 'routes' });

/** The pages of the office: what each feature folder's office.ts lists. They are fetched when one is asked for. */
export const officeRoutes: readonly Route[] = Object.values(found).flat();
