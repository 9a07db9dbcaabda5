import type { Route } from '../route';
import { navLabel } from './alarms.svelte';

export const routes: readonly Route[] = [
  {
    path: '/ban-ghi',
    title: { vi: 'Bản ghi', en: 'Recordings' },
    load: () => import('./RecordingsPage.svelte'),
    who: ['province_admin', 'unit_admin', 'trainer'],
    face: 'office',
    nav: {
      order: 25,
      icon: 'video',
      get label() {
        return navLabel();
      },
    },
  },
];
