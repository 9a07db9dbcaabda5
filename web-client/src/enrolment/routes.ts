import type { Route } from '../route';

export const routes: readonly Route[] = [
  {
    path: '/giay/:token',
    title: { vi: 'Giấy triệu tập', en: 'Summons' },
    load: () => import('./LinkPage.svelte'),
    who: 'everybody',
    face: 'phone',
  },
];
