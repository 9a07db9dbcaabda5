import type { Route } from '../route';

export const routes: readonly Route[] = [
  {
    path: '/thu',
    title: { vi: 'Dự thử một hội nghị', en: 'Attend a conference, for a try' },
    load: () => import('./VisitorPage.svelte'),
    who: 'everybody',
    face: 'bare',
  },
];
