import type { Route } from '../route';

export const routes: readonly Route[] = [
  {
    path: '/trang/:material',
    title: { vi: 'Xem từng trang', en: 'Page by page' },
    load: () => import('./PagesPage.svelte'),
    who: 'signed-in',
    face: 'phone',
  },
];
