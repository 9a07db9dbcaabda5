import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { doorAddress, lock, lockedTo, unlock, waitAfter } from './door';

it('aDoorOpensByItsPinAloneAndForgetsItThen', async () => {
  await lock('s', 'a', '260814');
  expect(await lockedTo()).toMatchObject({ session: 's', site: 'a' });
  expect(JSON.stringify(await lockedTo())).not.toContain('260814');
  expect(await unlock('111111')).toBe(false);
  expect(await lockedTo()).toBeDefined();
  expect(await unlock('260814')).toBe(true);
  expect(await lockedTo()).toBeUndefined();
});

it('whoGuessesWaitsLongerEachTime', () => {
  expect([0, 4, 5, 6, 20].map(waitAfter)).toEqual([0, 0, 15, 30, 300]);
});

it('anAddressWithSignsIsWhole', () => {
  expect(doorAddress({ session: 'a b', site: 'c/d' })).toBe('/diem-cau/a%20b/c%2Fd/cua');
});
