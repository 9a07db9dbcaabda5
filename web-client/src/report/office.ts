import type { Route } from '../route';

const readers = ['province_admin', 'unit_admin', 'cell_secretary'] as const;

export const routes: readonly Route[] = [
  {
    path: '/don-vi',
    title: { vi: 'Đơn vị', en: 'Units' },
    load: () => import('./UnitPage.svelte'),
    who: readers,
    face: 'office',
    nav: { order: 30, icon: 'units' },
    home: ['unit_admin'],
  },
  {
    path: '/don-vi/:unit',
    title: { vi: 'Tỷ lệ tham dự của đơn vị', en: 'Attendance of the unit' },
    load: () => import('./UnitPage.svelte'),
    who: readers,
    face: 'office',
  },
  {
    path: '/don-vi/:unit/dao-tao',
    title: { vi: 'Thống kê đào tạo, bồi dưỡng', en: 'Statistics of training' },
    load: () => import('./TrainingPage.svelte'),
    who: readers,
    face: 'office',
  },
  {
    path: '/bao-cao',
    title: { vi: 'Báo cáo', en: 'Reports' },
    load: () => import('./SessionsPage.svelte'),
    who: [...readers, 'trainer'],
    face: 'office',
    nav: { order: 40, icon: 'reports' },
  },
  {
    path: '/bao-cao/:programme',
    title: { vi: 'Báo cáo lớp, hội nghị', en: 'Report of a class or conference' },
    load: () => import('./ProgrammePage.svelte'),
    who: [...readers, 'trainer'],
    face: 'office',
  },
];
