// Before paint: the theme and language chosen on this device. Its own file, so that the page needs no inline script.
(() => {
  const root = document.documentElement;
  try {
    const theme = localStorage.getItem('diemcau.theme');
    if (theme === 'dark' || theme === 'light') root.dataset.theme = theme;
    if (localStorage.getItem('diemcau.language') === 'en') root.lang = 'en';
  } catch {
    // A browser that keeps nothing follows the system.
  }
})();
