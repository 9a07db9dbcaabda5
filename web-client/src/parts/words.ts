import { words } from '../words/words';

/** Words of the parts that phones load first. */
export const say = words(
  {
    close: 'Đóng',
    loading: 'Đang tải…',
    unreachable: 'Không kết nối được máy chủ. Dữ liệu đã gửi vẫn được giữ. Hãy kiểm tra mạng rồi tải lại trang.',
    empty: 'Chưa có gì ở đây',
    optional: 'không bắt buộc',
  },
  {
    close: 'Close',
    loading: 'Loading…',
    unreachable: 'The server cannot be reached. What was sent is kept. Check the network and reload the page.',
    empty: 'Nothing here yet',
    optional: 'optional',
  },
);
