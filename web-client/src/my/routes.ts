import type { Route } from '../route';

export const routes: readonly Route[] = [
  {
    path: '/lich',
    title: { vi: 'Lịch của tôi', en: 'My schedule' },
    load: () => import('./SchedulePage.svelte'),
    who: 'signed-in',
    face: 'phone',
    own: true,
    nav: { order: 5, icon: 'schedule' },
    home: ['cadre'],
  },
  {
    path: '/lich/nam',
    title: { vi: 'Năm của tôi', en: 'My year' },
    load: () => import('./YearPage.svelte'),
    who: 'signed-in',
    face: 'phone',
  },
];
