import { words } from '../words/words';

/** Words of those pieces of the shell that are loaded when they are wanted. */
export const say = words(
  {
    account: 'Tài khoản',
    signOut: 'Đăng xuất',
    theme: 'Nền',
    themeSystem: 'Theo máy',
    themeLight: 'Sáng',
    themeDark: 'Tối',
    language: 'Ngôn ngữ',
    newVersion: 'Đã có bản mới của trang.',
    newVersionUse: 'Dùng bản mới',
    unsaved: 'Rời trang khi chưa lưu?',
    unsavedText: 'Những gì vừa nhập trên trang này chưa được lưu và sẽ mất.',
    leave: 'Rời trang',
    stay: 'Ở lại',
    notFoundText: 'Đường dẫn có thể bị gõ sai hoặc trang đã chuyển đi. Dữ liệu không bị ảnh hưởng.',
    home: 'Về trang đầu',
  },
  {
    account: 'Account',
    signOut: 'Sign out',
    theme: 'Appearance',
    themeSystem: 'As the device',
    themeLight: 'Light',
    themeDark: 'Dark',
    language: 'Language',
    newVersion: 'There is a new version of this page.',
    newVersionUse: 'Use the new version',
    unsaved: 'Leave without saving?',
    unsavedText: 'What you have just entered on this page is not saved and will be lost.',
    leave: 'Leave',
    stay: 'Stay',
    notFoundText: 'The address may be mistyped or the page has moved. No data is affected.',
    home: 'To the first page',
  },
);
