/** The tabs of materials and reports on the page of a programme. */
export const programmeTabs = [
  {
    value: 'tai-lieu',
    label: { vi: 'Tài liệu', en: 'Materials' },
    order: 50,
    load: () => import('./MaterialTab.svelte'),
  },
  {
    value: 'thu-hoach',
    label: { vi: 'Bài thu hoạch', en: 'Reports' },
    order: 55,
    load: () => import('./ReportsTab.svelte'),
  },
];
