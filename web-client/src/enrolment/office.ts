import type { Route } from '../route';

export const routes: readonly Route[] = [
  {
    path: '/trieu-tap',
    title: { vi: 'Giấy đến và xin phép vắng', en: 'Summonses received, leave' },
    load: () => import('./InboxPage.svelte'),
    who: ['province_admin', 'unit_admin', 'cell_secretary'],
    nav: { order: 25, icon: 'mail', label: { vi: 'Giấy đến', en: 'Received' } },
  },
];
