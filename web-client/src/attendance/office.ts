import type { Route } from '../route';

export const routes: readonly Route[] = [
  {
    path: '/de-nghi-xem-lai',
    title: { vi: 'Đề nghị xem lại', en: 'Reviews asked for' },
    load: () => import('./AppealsPage.svelte'),
    who: ['province_admin', 'unit_admin', 'trainer', 'cell_secretary'],
    face: 'office',
  },
  {
    path: '/chot-so-lieu',
    title: { vi: 'Chốt số liệu', en: 'Closing the figures' },
    load: () => import('./MonthsPage.svelte'),
    who: ['province_admin', 'unit_admin'],
    face: 'office',
    nav: { order: 45, icon: 'lock' },
  },
];
