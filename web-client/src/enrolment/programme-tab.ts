/** The summons tab on the page of a programme. */
export const programmeTabs = [
  {
    value: 'trieu-tap',
    label: { vi: 'Triệu tập', en: 'Summons' },
    order: 40,
    load: () => import('./SummonTab.svelte'),
  },
];
