package vn.diemcau.attendance;

import java.util.Optional;
import vn.diemcau.schedule.ProgrammeKind;

/** Names a rollup: {@code tree:/path/|2026-11|KIND}. */
record RollupKey(String path, String month, ProgrammeKind kind) {
    static RollupKey of(String path, String month, ProgrammeKind kind) {
        return new RollupKey(path, month, kind);
    }

    /** The path of a unit among the sums of one campaign's sessions only: {@code party@ID:/path/}. */
    static String within(String campaign, String path) {
        int tree = path.indexOf(':');
        return path.substring(0, tree) + "@" + campaign + path.substring(tree);
    }

    /** The reverse of {@link #within}. */
    static String plain(String path) {
        int at = path.indexOf('@');
        int tree = path.indexOf(':');
        return at < 0 || at > tree ? path : path.substring(0, at) + path.substring(tree);
    }

    static RollupKey parse(String id) {
        int second = id.lastIndexOf('|');
        int first = id.lastIndexOf('|', second - 1);
        return new RollupKey(
                id.substring(0, first),
                id.substring(first + 1, second),
                ProgrammeKind.valueOf(id.substring(second + 1)));
    }

    String id() {
        return path + "|" + month + "|" + kind.name();
    }

    /** The same month and kind one unit up; empty at a root. */
    Optional<RollupKey> parent() {
        int end = path.lastIndexOf('/', path.length() - 2);
        int root = path.indexOf('/');
        return end <= root ? Optional.empty() : Optional.of(new RollupKey(path.substring(0, end + 1), month, kind));
    }
}
