import { words } from '../words/words';

export { shapes, type Flag, type MarkName, type SiteState, type Standing } from './shapes';

export const markSay = words(
  {
    present: 'Có mặt',
    late: 'Đi muộn',
    early: 'Về sớm',
    excused: 'Vắng có lý do',
    unexcused: 'Vắng không lý do',
    substitute: 'Dự thay',
    madeUp: 'Học bù',
    undetermined: 'Chưa xác định',
    reported: 'Đã báo cáo',
    filling: 'Đang vào',
    silent: 'Chưa báo cáo',
    off: 'Mất mạng',
    below: 'Dưới ngưỡng',
    ok: 'Đạt',
  },
  {
    present: 'Present',
    late: 'Late',
    early: 'Left early',
    excused: 'Excused',
    unexcused: 'Unexcused',
    substitute: 'Substitute',
    madeUp: 'Made up',
    undetermined: 'Undetermined',
    reported: 'Reported',
    filling: 'Arriving',
    silent: 'Not reported',
    off: 'Link down',
    below: 'Below threshold',
    ok: 'Met',
  },
);
