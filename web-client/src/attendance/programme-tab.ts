/** How a programme is judged, and who has missed how much of it. */
export const programmeTabs = [
  {
    value: 'quy-dinh',
    label: { vi: 'Quy định', en: 'Rules' },
    order: 60,
    load: () => import('./PolicyTab.svelte'),
  },
];
