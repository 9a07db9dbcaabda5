import type { Route } from '../route';

export const routes: readonly Route[] = [
  {
    path: '/chi-bo',
    title: { vi: 'Sinh hoạt chi bộ', en: 'Cell meeting' },
    load: () => import('./CellPage.svelte'),
    who: ['cell_secretary'],
    face: 'phone',
    offline: true,
    nav: { order: 15, icon: 'list', label: { vi: 'Chi bộ', en: 'My cell' } },
    home: ['cell_secretary'],
  },
];
