import type { Route } from '../route';

export const routes: readonly Route[] = [
  {
    path: '/dang-nhap',
    title: { vi: 'Đăng nhập', en: 'Sign in' },
    load: () => import('./SignInPage.svelte'),
    who: 'everybody',
    face: 'bare',
  },
  {
    path: '/kich-hoat',
    title: { vi: 'Kích hoạt tài khoản', en: 'Activate an account' },
    load: () => import('./ActivationPage.svelte'),
    who: 'everybody',
    face: 'bare',
  },
];
