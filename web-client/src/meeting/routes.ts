import type { Route } from '../route';

export const routes: readonly Route[] = [
  {
    path: '/vao/:session',
    title: { vi: 'Vào lớp, hội nghị', en: 'Join' },
    load: () => import('./JoinPage.svelte'),
    who: 'signed-in',
    face: 'phone',
  },
];
