import type { Route } from '../route';

export const routes: readonly Route[] = [
  {
    path: '/kieu-dang',
    title: { vi: 'Kiểu dáng', en: 'Parts' },
    load: () => import('./GalleryPage.svelte'),
    who: 'everybody',
    face: 'office',
  },
];
