import type { Route } from '../route';

export const routes: readonly Route[] = [
  {
    path: '/tai-lieu/:programme',
    title: { vi: 'Tài liệu đã lưu', en: 'Saved materials' },
    load: () => import('./SavedPage.svelte'),
    who: 'everybody',
    face: 'phone',
    offline: true,
  },
];
