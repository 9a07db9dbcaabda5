/** Settings kept on this device. A browser that refuses to keep anything still works, it only forgets. */
export const keep = {
  get(name: string): string | null {
    try {
      return localStorage.getItem(`diemcau.${name}`);
    } catch {
      return null;
    }
  },
  set(name: string, value: string | null): void {
    try {
      if (value === null) localStorage.removeItem(`diemcau.${name}`);
      else localStorage.setItem(`diemcau.${name}`, value);
    } catch {
      // Nothing is lost but the setting.
    }
  },
};
