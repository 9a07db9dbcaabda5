package vn.diemcau.files;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way: how far it has come, whose it is and what it is for.
 *
 * @param owner the account or program that sends it; nobody else sees it
 * @param purpose what it may become, such as {@code material}
 * @param name tidied
 * @param about what the sender said of it
 * @param length in bytes, known from the start
 * @param offset how much of it is kept durably
 * @param turn raised each time a writer begins; only the last one may write
 * @param kind known once whole
 * @param sha256 known once whole
 * @param key of what it became, or null
 */
public record Upload(
        String id,
        String owner,
        String purpose,
        String name,
        Map<String, String> about,
        Place place,
        long length,
        long offset,
        long turn,
        State state,
        @Nullable FileKind kind,
        @Nullable String sha256,
        @Nullable String key,
        Instant expiresAt) {
    /** How far it is. */
    public enum State {
        OPEN,
        WHOLE,
        TAKEN,
        GONE
    }

    boolean complete() {
        return offset == length;
    }
}
