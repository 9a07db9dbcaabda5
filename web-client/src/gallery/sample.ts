/** Invented figures of a few communes, to see the parts at work. */
export interface Commune {
  readonly name: string;
  readonly required: number;
  readonly present: number;
  readonly unexcused: number;
  readonly excused: number;
  readonly substitute: number;
}

const figures: readonly (readonly [string, number, number, number, number, number])[] = [
  ['Thần Sa', 412, 370, 14, 25, 3],
  ['Sảng Mộc', 386, 359, 7, 18, 2],
  ['Nghinh Tường', 455, 433, 5, 15, 2],
  ['La Bằng', 871, 851, 4, 14, 2],
  ['Quân Chu', 798, 784, 3, 10, 1],
  ['Võ Nhai', 1204, 1188, 3, 11, 2],
  ['Phú Lạc', 902, 892, 1, 8, 1],
  ['Tràng Xá', 1033, 1023, 1, 8, 1],
  ['Dân Tiến', 947, 939, 1, 7, 0],
  ['La Hiên', 968, 961, 0, 6, 1],
  ['Đại Từ', 1682, 1671, 0, 10, 1],
  ['An Khánh', 1015, 1009, 0, 6, 0],
  ['Phú Thịnh', 884, 879, 0, 5, 0],
  ['Vạn Phú', 1126, 1121, 0, 4, 1],
];

export const communes: readonly Commune[] = figures.map(
  ([name, required, present, unexcused, excused, substitute]) => ({
    name,
    required,
    present,
    unexcused,
    excused,
    substitute,
  }),
);

export const quarters: readonly (readonly [label: string, present: number, required: number])[] = [
  ['IV/24', 9710, 10000],
  ['I/25', 9740, 10000],
  ['II/25', 9720, 10000],
  ['III/25', 9780, 10000],
  ['IV/25', 9750, 10000],
  ['I/26', 9800, 10000],
  ['II/26', 9820, 10000],
  ['III/26', 12480, 12683],
];

export const people: readonly { readonly name: string; readonly birthYear: number; readonly unit: string }[] = [
  { name: 'Hoàng Thị Mai', birthYear: 1984, unit: 'Chi bộ xóm Đồng Cạn' },
  { name: 'Đặng Thị Xuân', birthYear: 1989, unit: 'Chi bộ xóm Đồng Cạn' },
  { name: 'Lý Văn Thắng', birthYear: 1971, unit: 'Chi bộ Trường THCS Đại Từ' },
  { name: 'Nông Văn Đức', birthYear: 1990, unit: 'Chi bộ Công an xã' },
  { name: 'Nguyễn Hữu Phúc', birthYear: 1966, unit: 'Chi bộ xóm Gò Lớn' },
];
