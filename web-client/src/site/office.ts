import type { Route } from '../route';

export const routes: readonly Route[] = [
  {
    path: '/diem-cau/nhap-tep',
    title: { vi: 'Nhập tệp của điểm cầu', en: "Bring a site's file" },
    load: () => import('./BringPage.svelte'),
    who: 'everybody',
    face: 'hall',
  },
];
