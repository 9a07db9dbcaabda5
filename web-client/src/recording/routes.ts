import type { Route } from '../route';

export const routes: readonly Route[] = [
  {
    path: '/xem-lai/:recording',
    title: { vi: 'Xem lại', en: 'Watch' },
    load: () => import('./PlayerPage.svelte'),
    who: 'signed-in',
    face: 'office',
  },
  {
    path: '/ban-ghi',
    title: { vi: 'Bản ghi', en: 'Recordings' },
    load: () => import('./RecordingsPage.svelte'),
    who: ['province_admin', 'unit_admin', 'trainer'],
    face: 'office',
    nav: { order: 25, icon: 'video' },
  },
];
