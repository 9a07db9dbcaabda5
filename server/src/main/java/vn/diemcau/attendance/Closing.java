package vn.diemcau.attendance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * One link of the installation's chain of closings. Its hash is over every field, so that none can change without breaking it, and over
 * the hash of the link before, so that none can be taken out or put in.
 *
 * @param number counts from 1 without a gap
 * @param scope what was closed: {@code session/ID/site/ID}, {@code session/ID}, {@code month/2026-11/unit/ID} or {@code month/2026-11}
 * @param root over the hashes of everything covered
 * @param previous the hash of the link before; sixty-four zeros for the first
 */
record Closing(
        long number,
        Level level,
        String scope,
        String by,
        Instant at,
        Counts counts,
        int covers,
        String root,
        String previous,
        String hash) {
    static final String NONE = "0".repeat(64);

    /** Who closes: the site's steward, the unit that holds the session, a unit and the province for a month. */
    enum Level {
        SITE,
        SESSION,
        UNIT,
        PROVINCE;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Something covered, as it stood. Without record and salt, as after somebody's data was deleted, its hash still stands. */
    record Leaf(String salt, String record, String hash) {
        static Leaf of(String salt, String record) {
            return new Leaf(salt, record, sha256(salt + "\n" + record));
        }

        boolean intact() {
            return record.isEmpty() || sha256(salt + "\n" + record).equals(hash);
        }
    }

    /** As yet without a place in the chain. */
    static Closing of(Level level, String scope, String by, Instant at, Counts counts, List<Leaf> leaves) {
        return new Closing(0, level, scope, by, at, counts, leaves.size(), root(leaves), "", "");
    }

    /** In its place behind another, or as the first. */
    Closing after(long before, String head) {
        Closing placed = new Closing(before + 1, level, scope, by, at, counts, covers, root, head, "");
        return new Closing(before + 1, level, scope, by, at, counts, covers, root, head, placed.computed());
    }

    String computed() {
        StringBuilder text = new StringBuilder("diemcau closing 1\n");
        text.append(number).append('\n').append(level.wire()).append('\n');
        text.append(scope).append('\n').append(by).append('\n').append(at).append('\n');
        new TreeMap<>(counts.asMap())
                .forEach((key, value) ->
                        text.append(key).append('=').append(value).append('\n'));
        text.append(covers)
                .append('\n')
                .append(root)
                .append('\n')
                .append(previous)
                .append('\n');
        return sha256(text.toString());
    }

    static String root(List<Leaf> leaves) {
        StringBuilder all = new StringBuilder();
        leaves.stream().map(Leaf::hash).sorted().forEach(hash -> all.append(hash)
                .append('\n'));
        return sha256(all.toString());
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
