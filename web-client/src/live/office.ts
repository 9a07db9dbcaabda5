import type { Route } from '../route';

const watchers = ['province_admin', 'unit_admin', 'trainer'] as const;

export const routes: readonly Route[] = [
  {
    path: '/truc-tiep',
    title: { vi: 'Trực tiếp', en: 'Live' },
    load: () => import('./TodayPage.svelte'),
    who: watchers,
    face: 'office',
    nav: { order: 10, icon: 'live' },
    home: ['province_admin', 'trainer'],
  },
  {
    path: '/truc-tiep/:session',
    title: { vi: 'Bức tường điểm cầu', en: 'Wall of sites' },
    load: () => import('./WallPage.svelte'),
    who: watchers,
    face: 'office',
  },
  {
    path: '/truc-tiep/:session/trinh-chieu',
    title: { vi: 'Trình chiếu', en: 'Projector' },
    load: () => import('./ProjectorPage.svelte'),
    who: watchers,
    face: 'bare',
  },
];
