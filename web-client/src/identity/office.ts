import type { Route } from '../route';

export const routes: readonly Route[] = [
  {
    path: '/khoi-tao',
    title: { vi: 'Thiết lập lần đầu', en: 'First set-up' },
    load: () => import('./FirstRunPage.svelte'),
    who: 'everybody',
    face: 'bare',
  },
  {
    path: '/hoan-tat',
    title: { vi: 'Hoàn tất đăng nhập', en: 'Finish signing in' },
    load: () => import('./SettlePage.svelte'),
    who: 'signed-in',
    face: 'bare',
  },
  {
    path: '/dang-nhap/tro-ve',
    title: { vi: 'Hoàn tất đăng nhập', en: 'Finish signing in' },
    load: () => import('./BackPage.svelte'),
    who: 'everybody',
    face: 'bare',
  },
  {
    path: '/tai-khoan',
    title: { vi: 'Tài khoản của tôi', en: 'My account' },
    load: () => import('./AccountPage.svelte'),
    who: 'signed-in',
    face: 'phone',
  },
  {
    path: '/tai-khoan/don-vi',
    title: { vi: 'Tài khoản', en: 'Accounts' },
    load: () => import('./AccountsPage.svelte'),
    who: ['province_admin', 'unit_admin'],
    face: 'office',
    nav: { order: 60, icon: 'key' },
  },
];
