import type { Route } from '../route';

export const routes: readonly Route[] = [
  {
    path: '/bao-cao/buoi/:session/nhap',
    title: { vi: 'Nhập điểm danh từ tệp', en: 'Attendance from a file' },
    load: () => import('./SheetPage.svelte'),
    who: ['province_admin', 'unit_admin'],
    face: 'office',
  },
];
