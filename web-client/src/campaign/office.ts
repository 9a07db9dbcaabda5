import type { Route } from '../route';

export const routes: readonly Route[] = [
  {
    path: '/dot-sinh-hoat',
    title: { vi: 'Đợt sinh hoạt', en: 'Campaigns' },
    load: () => import('./CampaignsPage.svelte'),
    who: ['province_admin', 'unit_admin', 'cell_secretary'],
    face: 'office',
  },
  {
    path: '/dot-sinh-hoat/:campaign',
    title: { vi: 'Đợt sinh hoạt', en: 'Campaigns' },
    load: () => import('./CampaignPage.svelte'),
    who: ['province_admin', 'unit_admin', 'cell_secretary'],
    face: 'office',
  },
];
