import type { Route } from '../route';

export const routes: readonly Route[] = [
  {
    path: '/lop-hoi-nghi',
    title: { vi: 'Lớp, hội nghị', en: 'Classes, conferences' },
    load: () => import('./ProgrammesPage.svelte'),
    who: ['province_admin', 'unit_admin', 'trainer', 'cell_secretary'],
    nav: { order: 20, icon: 'programmes' },
    home: ['trainer'],
  },
  {
    path: '/lop-hoi-nghi/:programme',
    title: { vi: 'Lớp, hội nghị', en: 'Class, conference' },
    load: () => import('./ProgrammePage.svelte'),
    who: ['province_admin', 'unit_admin', 'trainer', 'cell_secretary'],
  },
  {
    path: '/danh-ba/diem-cau',
    title: { vi: 'Danh bạ điểm cầu', en: 'Site directory' },
    load: () => import('./PlacesPage.svelte'),
    who: ['province_admin', 'unit_admin', 'trainer', 'cell_secretary'],
  },
];
