import type { Route } from '../route';

export const routes: readonly Route[] = [
  {
    path: '/phong/:session/:site',
    title: { vi: 'Màn hình phòng', en: 'Room screen' },
    load: () => import('./RoomPage.svelte'),
    who: 'everybody',
    face: 'hall',
    offline: true,
  },
];
