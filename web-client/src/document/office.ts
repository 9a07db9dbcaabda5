import type { Route } from '../route';

export const routes: readonly Route[] = [
  {
    path: '/don-vi/:unit/the-thuc',
    title: { vi: 'Thể thức văn bản', en: 'Letterhead' },
    load: () => import('./LetterheadPage.svelte'),
    who: ['province_admin', 'unit_admin', 'cell_secretary'],
    face: 'office',
  },
];
