import { words } from '../words/words';

/** Words of signing in. */
export const say = words(
  {
    signIn: 'Đăng nhập',
    tagline: 'Điểm danh, lớp và hội nghị trực tiếp kết hợp trực tuyến',
    login: 'Tên đăng nhập',
    loginHint: 'Do đơn vị cấp',
    password: 'Mật khẩu',
    ended: 'Phiên làm việc đã hết. Những gì đã gửi vẫn được giữ. Mời đăng nhập lại.',
    haveSlip: 'Có phiếu kích hoạt?',
    activate: 'Kích hoạt tài khoản',
    forgotten: 'Quên mã PIN hoặc đổi máy: gặp bí thư chi bộ hoặc cán bộ điểm danh để được cấp lại mã.',
    factor: 'Mã xác thực hai bước',
    factorHint: 'Sáu chữ số trong ứng dụng xác thực trên điện thoại, hoặc một mã dự phòng',
    'problem.wrong_factor': 'Mã xác thực chưa đúng, đã dùng hoặc đã cũ. Hãy đợi ứng dụng hiện mã mới rồi nhập lại.',
    demoTitle: 'Xem thử theo vai',
    demoText:
      'Bản trình diễn có sẵn năm tài khoản. Chọn một vai để vào ngay, không phải gõ mật khẩu. Riêng bản này không đòi xác thực hai bước và không tự khóa trang.',
    demoAs: 'Vào với vai',
    'problem.wrong_login':
      'Tên đăng nhập hoặc mật khẩu chưa đúng. Tài khoản không bị khóa. Hãy kiểm tra chữ hoa, bộ gõ tiếng Việt rồi thử lại.',
    'problem.slow_down': 'Đã thử sai nhiều lần trên máy này. Tài khoản vẫn an toàn. Hãy đợi một phút rồi thử lại.',
    phoneTitle: 'Trên điện thoại này',
    phoneText: 'Chọn tên rồi nhập mã PIN sáu số.',
    pinOf: 'Mã PIN của {name}',
    otherWay: 'Đăng nhập bằng mật khẩu',
    myPhone: 'Đăng nhập bằng mã PIN trên máy này',
    'problem.wrong_pin':
      'Mã PIN chưa đúng. Tài khoản không bị khóa. Hãy thử lại, hoặc gặp bí thư chi bộ để được cấp lại mã.',
  },
  {
    signIn: 'Sign in',
    tagline: 'Roll call, classes and conferences, in person and online',
    login: 'Login',
    loginHint: 'Given by your unit',
    password: 'Password',
    ended: 'Your sign-in has ended. What was sent is kept. Please sign in again.',
    haveSlip: 'Have an activation slip?',
    activate: 'Activate an account',
    forgotten:
      'Forgotten PIN or a new phone: ask your cell secretary or the steward for a new code; they must see you in person.',
    factor: 'Code of the second step',
    factorHint: 'Six digits from the authenticator app on your phone, or a recovery code',
    'problem.wrong_factor':
      'The code is wrong, was used or is too old. Wait for the app to show a new one, then try again.',
    demoTitle: 'Look around by role',
    demoText:
      'The demonstration has five accounts. Choose a role to enter at once, without typing a password. Only here there is no second step and no lock.',
    demoAs: 'Enter as',
    'problem.wrong_login':
      'The login or password is not right. The account is not locked. Check capitals and the Vietnamese keyboard, then try again.',
    'problem.slow_down':
      'Too many wrong attempts on this device. The account is safe. Please wait a minute and try again.',
    phoneTitle: 'On this phone',
    phoneText: 'Choose your name, then enter your PIN of six digits.',
    pinOf: 'PIN of {name}',
    otherWay: 'Sign in with a password',
    myPhone: 'Sign in with a PIN on this device',
    'problem.wrong_pin':
      'The PIN is not right. The account is not locked. Try again, or ask your cell secretary for a new code.',
  },
);
