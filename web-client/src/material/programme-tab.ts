/** The materials tab on the page of a programme. */
export const programmeTabs = [
  {
    value: 'tai-lieu',
    label: { vi: 'Tài liệu', en: 'Materials' },
    order: 50,
    load: () => import('./MaterialTab.svelte'),
  },
];
