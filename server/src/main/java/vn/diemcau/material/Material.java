package vn.diemcau.material;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file for those who are summoned to a programme, or to one of its sessions.
 *
 * @param session null when it is for the whole programme
 * @param availableFrom before that only whoever plans sees it
 */
record Material(
        String id,
        String programme,
        @Nullable String session,
        String name,
        String type,
        long size,
        String sha256,
        Instant availableFrom,
        Instant addedAt,
        String addedBy) {}
