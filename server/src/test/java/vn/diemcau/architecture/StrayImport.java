package vn.diemcau.architecture;

import vn.diemcau.http.Live;

/** Knows a room that it may not know, to prove that the check sees it. */
final class StrayImport {
    private final Class<?> stray = Live.class;

    @Override
    public String toString() {
        return stray.getName();
    }
}
