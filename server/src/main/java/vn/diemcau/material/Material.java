package vn.diemcau.material;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diemcau.files.StoredFile;

/**
 * A file for those who are summoned to a programme, or to one of its sessions.
 *
 * @param session null when it is for the whole programme
 * @param site null when it is for every site
 * @param file of the version in force
 * @param version counts from 1
 * @param earlier the versions before, oldest first
 * @param availableFrom before that only whoever plans sees it
 */
record Material(
        String id,
        String programme,
        @Nullable String session,
        @Nullable String site,
        Readers readers,
        String name,
        StoredFile file,
        int version,
        List<Version> earlier,
        Instant availableFrom,
        Instant addedAt,
        String addedBy) {
    /** Who may read it once it is available. */
    enum Readers {
        SUMMONED,
        /** Whoever plans the programme, and nobody else. */
        ORGANISERS
    }

    /** A version that was replaced. */
    record Version(int number, String name, StoredFile file, Instant addedAt, String addedBy) {}
}
