import { asProblem } from '../problem';
import { problemWords, words } from './words';

/** The sentences of failures that no feature has its own words for. */
export const problemSay = words(
  {
    'problem.offline':
      'Mất kết nối với máy chủ. Những gì đã gửi vẫn được giữ. Hãy kiểm tra mạng rồi thử lại; việc dở dang trên trang này chưa được gửi.',
    'problem.timeout': 'Máy chủ chưa trả lời kịp. Chưa rõ việc vừa rồi đã được ghi hay chưa; thử lại không ghi trùng.',
    'problem.too_busy': 'Máy chủ đang bận. Dữ liệu vẫn an toàn. Hãy đợi một lát rồi thử lại.',
    'problem.signed_out': 'Phiên làm việc đã hết. Những gì đã gửi vẫn được giữ. Mời đăng nhập lại để tiếp tục.',
    'problem.forbidden':
      'Tài khoản này không được làm việc đó. Chưa có gì thay đổi. Nếu cần, hãy liên hệ người quản trị đơn vị.',
    'problem.not_found': 'Không tìm thấy nội dung này. Có thể đường dẫn sai, hoặc nội dung đã được chuyển đi.',
    'problem.conflict':
      'Có người vừa thay đổi nội dung này. Thay đổi của Đồng chí chưa được ghi. Hãy tải lại để xem bản mới rồi làm lại.',
    'problem.invalid': 'Có mục chưa đúng. Chưa có gì được ghi. Hãy xem lại các mục được đánh dấu.',
    'problem.too_large': 'Tệp hoặc nội dung gửi lên quá lớn. Chưa có gì được ghi. Hãy chia nhỏ rồi gửi lại.',
    'problem.new_version': 'Trang này đã có bản mới. Hãy tải lại trang để dùng bản mới; dữ liệu đã gửi vẫn được giữ.',
    'problem.csrf': 'Trang này mở từ phiên làm việc trước. Chưa có gì được ghi. Hãy tải lại trang rồi làm lại.',
    'problem.store_unreachable':
      'Kho dữ liệu tạm thời không trả lời. Chưa có gì được ghi. Hãy đợi một lát rồi thử lại.',
    'problem.unknown':
      'Có lỗi ngoài dự kiến. Dữ liệu đã gửi vẫn được giữ. Hãy thử lại; nếu vẫn lỗi, báo người quản trị mã “{code}”.',
  },
  {
    'problem.offline':
      'No connection to the server. What was sent is kept. Check the network and try again; unfinished work on this page has not been sent.',
    'problem.timeout':
      'The server did not answer in time. The last action may or may not have been recorded; trying again records nothing twice.',
    'problem.too_busy': 'The server is busy. Your data is safe. Please wait a moment and try again.',
    'problem.signed_out': 'Your sign-in has ended. What was sent is kept. Please sign in again to go on.',
    'problem.forbidden':
      'This account may not do that. Nothing has changed. If you need it, ask the administrator of your unit.',
    'problem.not_found': 'This content was not found. The address may be wrong, or the content has moved.',
    'problem.conflict':
      'Somebody has just changed this. Your change was not recorded. Reload to see the new state, then do it again.',
    'problem.invalid': 'Something is not right yet. Nothing was recorded. Please look at the marked fields.',
    'problem.too_large': 'What was sent is too large. Nothing was recorded. Please send it in smaller parts.',
    'problem.new_version': 'There is a new version of this page. Reload to use it; what was sent is kept.',
    'problem.csrf':
      'This page was opened in an earlier sign-in. Nothing was recorded. Reload the page and do it again.',
    'problem.store_unreachable':
      'The store does not answer at the moment. Nothing was recorded. Please wait a moment and try again.',
    'problem.unknown':
      'Something unexpected went wrong. What was sent is kept. Try again; if it stays, tell the administrator the code “{code}”.',
  },
);

/** What happened, what is safe and what to do, in one text. */
export function sentence(failure: unknown): string {
  const problem = asProblem(failure);
  const own = problemWords(problem.code);
  if (own !== undefined) return own.replace('{code}', problem.code);
  const general = generalCode(problem.status);
  return general === undefined ? problemSay('problem.unknown', { code: problem.code }) : problemSay(general);
}

type General =
  | 'problem.signed_out'
  | 'problem.forbidden'
  | 'problem.not_found'
  | 'problem.conflict'
  | 'problem.invalid'
  | 'problem.too_large'
  | 'problem.too_busy';

function generalCode(status: number): General | undefined {
  const byStatus: Record<number, General> = {
    400: 'problem.invalid',
    401: 'problem.signed_out',
    403: 'problem.forbidden',
    404: 'problem.not_found',
    409: 'problem.conflict',
    412: 'problem.conflict',
    410: 'problem.not_found',
    413: 'problem.too_large',
    422: 'problem.invalid',
    429: 'problem.too_busy',
    503: 'problem.too_busy',
  };
  return byStatus[status];
}
