import { expect, test } from 'vitest';
import type { MyData } from './data';
import { nothingOf, page, readable, sections } from './own';

const data: MyData = {
  person: 'p1',
  madeAt: '2026-11-23T01:00:00Z',
  names: {
    units: { 'T-1': 'Chi bộ xóm 1, Đảng bộ xã Ba Bể' },
    sessions: { 'buoi-1': { title: 'Hội nghị <b>quý</b> IV', startsAt: '2026-11-22T01:30:00Z' } },
  },
  held: {
    reads: [{ id: 'r' }],
    attendance: [
      {
        id: 'x',
        session: 'buoi-1',
        startsAt: '2026-11-22T01:30:00Z',
        entry: 'REQUIRED',
        outcome: { standing: 'PRESENT', flags: ['LATE'], minutes: 118 },
      },
    ],
    persons: [{ id: 'p1', name: 'Nguyễn Văn A', birth: '1971', memberships: [{ unit: 'T-1', from: '2026-01-01' }] }],
    something_new: [{ colour: 'đỏ' }],
    absences: [],
  },
  seenBy: [],
};

test('recordsAreReadInWordsAndTheirSessionsByName', () => {
  const [first, second, last] = sections(data);
  expect(first?.title).toBe('Hồ sơ trong danh bạ');
  expect(first?.entries[0]?.lines).toEqual([
    { label: 'Họ và tên', value: 'Nguyễn Văn A' },
    { label: 'Ngày sinh', value: '1971' },
    { label: 'Đơn vị sinh hoạt', value: 'đơn vị Chi bộ xóm 1, Đảng bộ xã Ba Bể, từ 01/01/2026' },
  ]);
  expect(second?.entries[0]?.lines).toEqual([
    { label: 'Buổi', value: 'Hội nghị <b>quý</b> IV, 08:30 ngày 22/11/2026' },
    { label: 'Diện triệu tập', value: 'phải dự' },
    { label: 'Kết quả', value: 'trạng thái có mặt, ghi nhận thêm đi muộn, số phút 118' },
  ]);
  expect(last).toEqual({
    kind: 'something_new',
    title: 'something_new',
    entries: [{ lines: [{ label: 'colour', value: 'đỏ' }] }],
  });
});

test('aKindWithoutRecordsIsNamedAsOne', () => {
  expect(nothingOf(data)).toContain('Xin phép vắng');
  expect(nothingOf(data)).not.toContain('Kết quả tham dự');
});

test('whatPeopleWroteCannotBecomeMarkupInTheFile', () => {
  const file = page(data, ['Văn phòng <i>xã</i>'], 'vi');
  expect(file).toContain('Hội nghị &lt;b&gt;quý&lt;/b&gt; IV');
  expect(file).toContain('Văn phòng &lt;i&gt;xã&lt;/i&gt;');
  expect(file).not.toContain('<b>');
});

test('whatIsEmptyStaysEmpty', () => {
  expect(readable('note', null, data.names)).toBe('');
  expect(readable('flags', [], data.names)).toBe('');
  expect(readable('locked', false, data.names)).toBe('không');
});
