import type { Route } from '../route';

export const routes: readonly Route[] = [
  {
    path: '/rieng-tu',
    title: { vi: 'Dữ liệu của tôi', en: 'My data' },
    load: () => import('./PrivacyPage.svelte'),
    who: 'signed-in',
    face: 'phone',
  },
  {
    path: '/rieng-tu/don-vi',
    title: { vi: 'Dữ liệu cá nhân', en: 'Personal data' },
    load: () => import('./OfficePage.svelte'),
    who: ['province_admin', 'unit_admin'],
    face: 'office',
  },
];
