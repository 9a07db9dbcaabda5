/** The recordings tab on the page of a programme. */
export const programmeTabs = [
  {
    value: 'ban-ghi',
    label: { vi: 'Bản ghi', en: 'Recordings' },
    order: 60,
    load: () => import('./RecordingTab.svelte'),
  },
];
