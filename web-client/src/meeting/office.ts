import type { Route } from '../route';

export const routes: readonly Route[] = [
  {
    path: '/buoi/:session',
    title: { vi: 'Trang của lớp', en: 'Class page' },
    load: () => import('./ClassPage.svelte'),
    who: ['province_admin', 'unit_admin', 'trainer'],
    face: 'office',
  },
];
