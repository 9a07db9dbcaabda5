import { words } from '../words/words';

export const say = words(
  {
    title: 'Điểm danh',
    which: 'Chọn buổi đang dự',
    none: 'Hôm nay không có buổi nào để điểm danh tại phòng',
    noneText: 'Nếu đang ở điểm cầu, hãy quét mã QR trên màn hình của phòng, hoặc gặp cán bộ điểm danh.',
    unknownSession: 'Buổi trên màn hình của phòng',
    code: 'Nhập sáu số trên màn hình',
    codeHint: 'Số đổi mỗi 30 giây.',
    send: 'Điểm danh',
    sending: 'Đang gửi…',
    kept: 'Đã lưu mã lúc {time}, chờ có mạng',
    keptText: 'Giữ trang này mở. Khi có mạng, mã được gửi cùng giờ đã nhập nên vẫn tính đúng giờ.',
    counted: 'Đã điểm danh lúc {time}',
    countedText: 'Đồng chí đã được ghi có mặt.',
    countedLate: 'Đồng chí đã được ghi có mặt, đi muộn.',
    already: 'Đồng chí đã được điểm danh từ trước',
    alreadyText: 'Không cần làm gì thêm.',
    again: 'Nhập lại',
    'reason.code_wrong': 'Mã không đúng',
    'do.code_wrong': 'Xem lại sáu số trên màn hình rồi nhập lại.',
    'reason.code_expired': 'Mã đã hết hạn',
    'do.code_expired': 'Nhập sáu số đang hiện trên màn hình.',
    'reason.code_early': 'Chưa đến giờ điểm danh, mời chờ',
    'do.code_early': 'Gần giờ bắt đầu, nhập số đang hiện trên màn hình.',
    'reason.session_not_open': 'Chưa đến giờ điểm danh, mời chờ',
    'do.session_not_open': 'Buổi bắt đầu lúc {time}. Gần giờ đó, nhập số đang hiện trên màn hình.',
    'reason.not_summoned': 'Đồng chí không có trong danh sách triệu tập của buổi này',
    'do.not_summoned': 'Mời gặp cán bộ điểm danh của điểm cầu.',
    'reason.session_closed': 'Buổi này đã chốt số liệu',
    'do.session_closed': 'Mã đã được giữ để xem xét. Mời báo đơn vị.',
    'reason.site_closed': 'Điểm cầu đã đóng',
    'do.site_closed': 'Mã đã được giữ để xem xét. Mời gặp cán bộ điểm danh.',
    'reason.other': 'Chưa ghi được',
    'do.other': 'Mời gặp cán bộ điểm danh của điểm cầu, và nói mã “{code}”.',
    signIn: 'Đăng nhập để điểm danh',
    signInText: 'Mã trên màn hình đã được giữ cùng giờ quét. Đăng nhập xong sẽ tự điểm danh.',
    signInPlain: 'Cần biết đồng chí là ai. Chưa có tài khoản thì dùng phiếu kích hoạt, hoặc gặp cán bộ điểm danh.',
    activate: 'Kích hoạt bằng phiếu',
    whoIs: 'Điểm danh cho {name}',
    notMe: 'Không phải tôi',
    offlineUnknown: 'Chưa có mạng nên chưa biết đồng chí là ai',
    offlineUnknownText: 'Giữ trang này mở. Có mạng sẽ tiếp tục; giờ quét đã được giữ.',
  },
  {
    title: 'Check in',
    which: 'Choose the session you are at',
    none: 'There is no session to check in to in a room today',
    noneText: 'If you are at a site, scan the QR on the screen of the room, or see the steward.',
    unknownSession: 'The session on the screen of the room',
    code: 'Enter the six digits on the screen',
    codeHint: 'They change every 30 seconds.',
    send: 'Check in',
    sending: 'Sending…',
    kept: 'The code of {time} is kept, waiting for a network',
    keptText: 'Keep this page open. The code is sent with the time it was entered, so the right time counts.',
    counted: 'Checked in at {time}',
    countedText: 'You are recorded as present.',
    countedLate: 'You are recorded as present, late.',
    already: 'You were checked in already',
    alreadyText: 'Nothing more to do.',
    again: 'Enter again',
    'reason.code_wrong': 'The code is wrong',
    'do.code_wrong': 'Look at the six digits on the screen and enter them again.',
    'reason.code_expired': 'The code has expired',
    'do.code_expired': 'Enter the six digits that are on the screen now.',
    'reason.code_early': 'It is too early, please wait',
    'do.code_early': 'Shortly before the start, enter the digits on the screen.',
    'reason.session_not_open': 'It is too early, please wait',
    'do.session_not_open': 'The session begins at {time}. Shortly before, enter the digits on the screen.',
    'reason.not_summoned': 'You are not on the list of this session',
    'do.not_summoned': 'Please see the steward of the site.',
    'reason.session_closed': 'The figures of this session are closed',
    'do.session_closed': 'The code is kept for review. Please tell your unit.',
    'reason.site_closed': 'The site is closed',
    'do.site_closed': 'The code is kept for review. Please see the steward.',
    'reason.other': 'It could not be recorded',
    'do.other': 'Please see the steward of the site and say “{code}”.',
    signIn: 'Sign in to check in',
    signInText: 'The code on the screen is kept with the time it was scanned. After signing in you are checked in.',
    signInPlain: 'We need to know who you are. Without an account use your activation slip, or see the steward.',
    activate: 'Activate with a slip',
    whoIs: 'Check in {name}',
    notMe: 'That is not me',
    offlineUnknown: 'There is no network, so we do not know who you are',
    offlineUnknownText: 'Keep this page open. It goes on when there is a network; the time of the scan is kept.',
  },
);

type Reason =
  'code_wrong' | 'code_expired' | 'code_early' | 'session_not_open' | 'not_summoned' | 'session_closed' | 'site_closed';

function known(reason: string): reason is Reason {
  return say.has(`reason.${reason}`);
}

/** What happened, and what to do, for a reason of refusal; the start is unknown when the schedule could not be had. */
export function refusal(reason: string, startsAt: string | undefined): { what: string; todo: string } {
  if (!known(reason)) return { what: say('reason.other'), todo: say('do.other', { code: reason }) };
  const what = say(`reason.${reason}`);
  if (reason !== 'session_not_open') return { what, todo: say(`do.${reason}`) };
  return { what, todo: startsAt === undefined ? say('do.code_early') : say('do.session_not_open', { time: startsAt }) };
}
