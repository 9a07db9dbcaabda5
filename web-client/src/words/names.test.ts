import { describe, expect, test } from 'vitest';
import { canonical, compareNames, fold, givenName, rank, search } from './names';

describe('folding', () => {
  test('takesMarksAndTheStrokeOfĐAway', () => {
    expect(fold('Đặng  Thị Huệ')).toBe('dang thi hue');
    expect(fold('Ðỗ')).toBe('do');
    expect(fold('Đặng'.normalize('NFD'))).toBe('dang');
  });

  test('theToneMayStandOnEitherVowel', () => {
    expect(canonical('Hòa')).toBe(canonical('Hoà'));
    expect(canonical('Thuỷ')).toBe(canonical('Thủy'));
    expect(canonical('Hòa')).not.toBe(canonical('Hóa'));
  });
});

describe('search', () => {
  const people = ['Trần Văn Đăng', 'Đặng Thị Lan', 'Lê Hoà', 'Lê Hòa Bình', 'Nguyễn Hóa'];

  test('withoutMarksFindsEverybody', () => {
    expect(search('dang', people, (name) => name)).toEqual(['Trần Văn Đăng', 'Đặng Thị Lan']);
  });

  test('withMarksPutsExactHitsFirst', () => {
    expect(search('đặng', people, (name) => name)).toEqual(['Đặng Thị Lan', 'Trần Văn Đăng']);
    expect(search('hòa', people, (name) => name)).toEqual(['Lê Hoà', 'Lê Hòa Bình', 'Nguyễn Hóa']);
  });

  test('wordsMayComeInAnyOrder', () => {
    expect(rank('lan dang', 'Đặng Thị Lan')).toBe(1);
    expect(rank('xuan', 'Đặng Thị Lan')).toBe(0);
  });

  test('nothingTypedKeepsAll', () => {
    expect(search(' ', people, (name) => name)).toEqual(people);
  });
});

describe('order', () => {
  test('isByGivenNameThenByTheRest', () => {
    const names = [
      'Trần Văn Dũng',
      'Bế Thị Bích',
      'Hoàng Văn An',
      'Triệu Văn Đức',
      'Nguyễn Văn An',
      'Lê Ánh',
      'Lê Ân',
      'Vi Ăn',
    ];
    expect(names.sort(compareNames)).toEqual([
      'Hoàng Văn An',
      'Nguyễn Văn An',
      'Lê Ánh',
      'Vi Ăn',
      'Lê Ân',
      'Bế Thị Bích',
      'Trần Văn Dũng',
      'Triệu Văn Đức',
    ]);
  });

  test('theGivenNameIsTheLastWordUnlessTheRecordSaysOtherwise', () => {
    expect(givenName('Vàng A Pao')).toBe('Pao');
    expect(givenName('Vàng A Pao', 'A Pao')).toBe('A Pao');
  });
});
