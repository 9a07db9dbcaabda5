package vn.diemcau.attendance;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A phone or door device that was opened at one site of one session.
 *
 * @param door people scan themselves at it
 * @param publicKey its JWK, or null where it had no cryptography
 * @param lastN the number of the last entry it sealed and sent, 0 before the first
 * @param lastHash the hash of that entry
 * @param offsetMillis by how much the server's clock was ahead of its own at the last sync
 */
record SiteDevice(
        String id,
        String session,
        String site,
        String name,
        boolean door,
        @Nullable Map<String, Object> publicKey,
        Instant openedAt,
        @Nullable Instant revokedAt,
        @Nullable String revokedBy,
        long lastN,
        @Nullable String lastHash,
        @Nullable Instant lastAt,
        @Nullable Long offsetMillis,
        long missing) {
    boolean isAt(String aSession, String aSite) {
        return session.equals(aSession) && site.equals(aSite);
    }
}
