import { words } from '../words/words';

/** Words that stand on every page; the rest of the shell has its words where they are loaded. */
export const say = words(
  {
    app: 'Điểm Cầu',
    skip: 'Đến nội dung chính',
    navigation: 'Mục chính',
    menu: 'Menu',
    opened: 'Đã mở trang {title}',
    notFound: 'Không có trang này',
    notAllowed: 'Tài khoản này không mở được trang',
    demo: 'Bản trình diễn: người và số liệu là giả định',
  },
  {
    app: 'Điểm Cầu',
    skip: 'Skip to the main content',
    navigation: 'Main',
    menu: 'Menu',
    opened: 'Page opened: {title}',
    notFound: 'There is no such page',
    notAllowed: 'This account cannot open the page',
    demo: 'Demonstration: people and figures are invented',
  },
);
