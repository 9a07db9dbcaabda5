import type { Route } from '../route';

export const routes: readonly Route[] = [
  {
    path: '/diem-danh',
    title: { vi: 'Điểm danh', en: 'Check in' },
    load: () => import('./CheckInPage.svelte'),
    who: 'everybody',
    face: 'hall',
    offline: true,
  },
];
