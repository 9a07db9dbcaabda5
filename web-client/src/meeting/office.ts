import type { Route } from '../route';

export const routes: readonly Route[] = [
  {
    path: '/buoi/:session',
    title: { vi: 'Trang của lớp', en: 'Class page' },
    load: () => import('./ClassPage.svelte'),
    who: ['province_admin', 'unit_admin', 'trainer'],
    face: 'office',
  },
  {
    path: '/he-thong/may-chu-hop',
    title: { vi: 'Máy chủ họp', en: 'Meeting servers' },
    load: () => import('./ServersPage.svelte'),
    who: ['province_admin'],
    face: 'office',
  },
];
