import type { Route } from '../route';

export const routes: readonly Route[] = [
  {
    path: '/diem-cau',
    title: { vi: 'Mở điểm cầu', en: 'Open a site' },
    load: () => import('./OpenPage.svelte'),
    who: 'everybody',
    face: 'hall',
    offline: true,
  },
  {
    path: '/diem-cau/:session/:site',
    title: { vi: 'Điểm danh tại điểm cầu', en: 'Roll call at a site' },
    load: () => import('./SitePage.svelte'),
    who: 'everybody',
    face: 'hall',
    offline: true,
  },
  {
    path: '/diem-cau/:session/:site/cua',
    title: { vi: 'Máy tự quét ở cửa', en: 'Device at the door' },
    load: () => import('./DoorPage.svelte'),
    who: 'everybody',
    face: 'hall',
    offline: true,
  },
  {
    path: '/diem-cau/:session/:site/giay',
    title: { vi: 'Nhập từ giấy', en: 'Enter from paper' },
    load: () => import('./PaperPage.svelte'),
    who: 'everybody',
    face: 'hall',
    offline: true,
  },
];
