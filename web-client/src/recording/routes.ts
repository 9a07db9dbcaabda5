import type { Route } from '../route';

export const routes: readonly Route[] = [
  {
    path: '/xem-lai/:recording',
    title: { vi: 'Xem lại', en: 'Watch' },
    load: () => import('./PlayerPage.svelte'),
    who: 'signed-in',
    face: 'office',
  },
];
