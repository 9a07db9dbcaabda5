import { describe, expect, test } from 'vitest';
import { decide, safeNext } from './app/decide';
import { find, fit, homeOf, mayOpen, type Route } from './route';
import { officeRoutes } from './office-routes';
import { phoneRoutes } from './routes';

const routes = [...phoneRoutes, ...officeRoutes];

const page = (path: string, more: Partial<Route> = {}): Route => ({
  path,
  title: { vi: path, en: path },
  load: () => Promise.reject(new Error('not loaded in tests')),
  who: 'signed-in',
  ...more,
});

const some = [
  page('/lop/:programme', { who: ['trainer', 'unit_admin'] }),
  page('/lop/moi', { who: ['trainer'] }),
  page('/lich', { who: ['cadre'], home: ['cadre'] }),
  page('/tuong', { who: ['province_admin'], home: ['province_admin'], nav: { order: 10, icon: 'live' } }),
  page('/dang-nhap', { who: 'everybody' }),
  page('/khoi-tao', { who: 'everybody' }),
];

describe('paths', () => {
  test('giveTheirParamsUnescaped', () => {
    expect(fit('/lop/:programme/buoi/:session', '/lop/a%2Fb/buoi/2')).toEqual({ programme: 'a/b', session: '2' });
    expect(fit('/lop/:programme', '/lop')).toBeUndefined();
  });

  test('aWordWinsOverAParam', () => {
    expect(find(some, '/lop/moi')?.route.path).toBe('/lop/moi');
    expect(find(some, '/lop/x')?.params).toEqual({ programme: 'x' });
  });

  test('ofTheClientAreListedOnce', () => {
    const paths = routes.map((route) => route.path);
    expect([...new Set(paths)]).toEqual(paths);
    for (const route of routes) expect(route.path).toMatch(/^\/[a-z0-9/:-]*$/i);
  });

  test('ofTheClientHaveTitlesInBothLanguages', () => {
    for (const { title } of routes) expect(title.vi !== '' && title.en !== '').toBe(true);
  });
});

describe('who', () => {
  test('mayOpenOnlyWhatTheirRolesAllow', () => {
    expect(some.filter((route) => mayOpen(route, ['cadre'])).map((route) => route.path)).toEqual([
      '/lich',
      '/dang-nhap',
      '/khoi-tao',
    ]);
    expect(mayOpen(page('/x'), undefined)).toBe(false);
  });

  test('beginsAtTheHomeOfTheWidestRole', () => {
    expect(homeOf(some, ['province_admin', 'cadre'])).toBe('/tuong');
    expect(homeOf(some, ['cadre'])).toBe('/lich');
    expect(homeOf(some, ['steward'])).toBeUndefined();
  });
});

describe('an address', () => {
  const asked = { full: '/lich?x=1', installed: true, roles: undefined, home: undefined, may: false } as const;

  test('ofAnEmptyInstallationLeadsToTheFirstRun', () => {
    expect(decide({ ...asked, path: '/lich', match: find(some, '/lich'), installed: false })).toEqual({
      do: 'go',
      to: '/khoi-tao',
    });
    expect(decide({ ...asked, path: '/khoi-tao', match: find(some, '/khoi-tao') })).toEqual({ do: 'go', to: '/' });
  });

  test('thatNeedsSigningInRemembersWhereItLed', () => {
    expect(decide({ ...asked, path: '/lich', match: find(some, '/lich') })).toEqual({
      do: 'go',
      to: '/dang-nhap?next=%2Flich%3Fx%3D1',
    });
  });

  test('withoutAFirstPageLeadsToTheAccount', () => {
    expect(decide({ ...asked, path: '/', match: undefined, roles: ['steward'] })).toEqual({
      do: 'go',
      to: '/tai-khoan',
    });
  });

  test('waitsUntilWhatComesFirstIsSettled', () => {
    const match = find(some, '/tuong');
    const may = { roles: ['province_admin'], may: true } as const;
    expect(decide({ ...asked, ...may, path: '/tuong', match, unsettled: true })).toEqual({ do: 'go', to: '/hoan-tat' });
    expect(decide({ ...asked, ...may, path: '/hoan-tat', match })).toEqual({ do: 'go', to: '/' });
    expect(decide({ ...asked, ...may, path: '/hoan-tat', match, unsettled: true })).toEqual({ do: 'show', match });
  });

  test('notForTheseRolesSaysSo', () => {
    const match = find(some, '/tuong');
    expect(decide({ ...asked, path: '/tuong', match, roles: ['cadre'] })).toEqual({ do: 'lost', why: 'not-allowed' });
  });

  test('afterSigningInIsNeverAnotherSite', () => {
    expect(safeNext('/lich?x=1')).toBe('/lich?x=1');
    expect(safeNext('//evil.example')).toBe('/');
    expect(safeNext('/\\evil.example')).toBe('/');
    expect(safeNext('https://evil.example')).toBe('/');
    expect(safeNext('/dang-nhap')).toBe('/');
    expect(safeNext(null)).toBe('/');
  });
});
