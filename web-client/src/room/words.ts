import { words } from '../words/words';

export const say = words(
  {
    title: 'Màn hình phòng',
    how: 'Quét mã, hoặc mở {address} rồi nhập',
    present: 'có mặt',
    counted: '{present} trên {required} có mặt',
    next: 'Số mới sau {n} giây',
    now: 'Đang diễn ra',
    show: 'Trình chiếu',
    code: 'Mã điểm danh {code}',
    qr: 'Mã QR để điểm danh',
    noKey: 'Màn hình này chưa có mã của phòng. Cần có mạng một lần, và quyền xem điểm danh.',
    offline: 'Mất mạng; mã vẫn dùng được',
    rehearsal: 'Chạy thử',
    loading: 'Đang lấy mã của phòng…',
    open: 'Mở điểm cầu',
    again: 'Thử lại',
  },
  {
    title: 'Room screen',
    how: 'Scan, or open {address} and enter',
    present: 'present',
    counted: '{present} of {required} present',
    next: 'New digits in {n} seconds',
    now: 'Now',
    show: 'Full screen',
    code: 'Check-in code {code}',
    qr: 'QR code to check in',
    noKey:
      'This screen does not have the code of the room yet. It needs a network once, and the right to see the roll.',
    offline: 'No network; the code still works',
    rehearsal: 'Rehearsal',
    loading: 'Loading the code of the room…',
    open: 'Open a site',
    again: 'Try again',
  },
);
