import type { Route } from '../route';
import { phoneRoutes } from '../routes';

let known = $state.raw(phoneRoutes);
let fetching: Promise<void> | undefined;

/** The pages known so far; a template that reads them follows when those of the office come. */
export const pages = {
  get known(): readonly Route[] {
    return known;
  },
  /** Fetches the office's pages. A failure is told, and the next call tries anew. */
  all(): Promise<void> {
    fetching ??= import('../office-routes').then(
      ({ officeRoutes }) => void (known = [...phoneRoutes, ...officeRoutes]),
      (failure: unknown) => {
        fetching = undefined;
        throw failure;
      },
    );
    return fetching;
  },
};
