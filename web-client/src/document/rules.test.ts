import { describe, expect, test } from 'vitest';
import { fields, fileName, numberLine, onBehalf, wish } from './rules';

const kept = {
  unit: 'T19',
  unitName: 'Đảng bộ tỉnh',
  rev: 3,
  layout: 'party',
  issuer: 'Tỉnh ủy Thái Nguyên',
  sign: 'TU',
  recipients: ['Như trên,', 'Lưu Văn phòng.'],
} as const;

describe('a letterhead', () => {
  test('comes back from its fields as it went in', () => {
    const told = wish(fields({ ...kept, recipients: [...kept.recipients] }), 3);
    expect(told).toEqual({
      rev: 3,
      layout: 'party',
      issuer: 'Tỉnh ủy Thái Nguyên',
      sign: 'TU',
      recipients: ['Như trên,', 'Lưu Văn phòng.'],
    });
  });

  test('says nothing of what was left empty', () => {
    const empty = fields({ ...kept, recipients: [] });
    empty.sign = '  ';
    empty.recipients = '\n \n';
    expect(wish(empty, 0)).toEqual({ rev: 0, layout: 'party', issuer: 'Tỉnh ủy Thái Nguyên', recipients: [] });
  });

  test('writes numbers and signatures as its layout does', () => {
    const own = fields({ ...kept, recipients: [] });
    own.signedFor = 'Ban Thường vụ';
    expect(numberLine(own)).toBe('Số ......-BC/TU');
    expect(onBehalf(own)).toBe('T/M BAN THƯỜNG VỤ');
    own.layout = 'state';
    expect(numberLine(own)).toBe('Số: ....../BC-TU');
    expect(onBehalf(own)).toBe('TM. BAN THƯỜNG VỤ');
    own.signedFor = '';
    expect(onBehalf(own)).toBe('');
  });
});

test('a file is called after its document, without signs that systems refuse', () => {
  const choice = { key: 'roll', label: 'Danh sách', of: '', query: {}, name: 'Hội nghị 5/9: "A"' };
  expect(fileName(choice, 'docx')).toBe('Danh sách Hội nghị 5 9 A.docx');
});
