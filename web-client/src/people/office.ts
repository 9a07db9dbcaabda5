import type { Route } from '../route';

export const routes: readonly Route[] = [
  {
    path: '/danh-ba',
    title: { vi: 'Danh bạ', en: 'Directory' },
    load: () => import('./DirectoryPage.svelte'),
    who: ['province_admin', 'unit_admin', 'trainer', 'cell_secretary'],
    face: 'office',
    nav: { order: 50, icon: 'people' },
  },
  {
    path: '/danh-ba/nhap',
    title: { vi: 'Nhập từ tệp', en: 'Bring in files' },
    load: () => import('./ImportPage.svelte'),
    who: ['province_admin', 'unit_admin'],
    face: 'office',
  },
  {
    path: '/danh-ba/sap-xep',
    title: { vi: 'Sắp xếp đơn vị', en: 'Reorganisation' },
    load: () => import('./ReorganisationsPage.svelte'),
    who: ['province_admin'],
    face: 'office',
  },
  {
    path: '/danh-ba/sap-xep/:reorganisation',
    title: { vi: 'Sắp xếp đơn vị', en: 'Reorganisation' },
    load: () => import('./ReorganisationPage.svelte'),
    who: ['province_admin'],
    face: 'office',
  },
];
