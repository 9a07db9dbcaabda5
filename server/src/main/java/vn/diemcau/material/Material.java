package vn.diemcau.material;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diemcau.access.Role;
import vn.diemcau.files.StoredFile;

/**
 * A file for those who are summoned to a programme, or to one of its sessions.
 *
 * @param session null when it is for the whole programme
 * @param site null when it is for every site
 * @param roles empty when it is for every reader, else only for those who also hold one of these
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
        Set<Role> roles,
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

    /** The version with this number, in force or earlier. */
    Optional<Version> version(int number) {
        if (number == version) return Optional.of(new Version(version, name, file, addedAt, addedBy));
        return earlier.stream().filter(each -> each.number() == number).findFirst();
    }

    /** Every file that is kept for it. */
    List<StoredFile> files() {
        List<StoredFile> all = new ArrayList<>(List.of(file));
        earlier.forEach(each -> all.add(each.file()));
        return all;
    }

    long bytes() {
        return files().stream().mapToLong(StoredFile::size).sum();
    }

    /** A version that was replaced. */
    record Version(int number, String name, StoredFile file, Instant addedAt, String addedBy) {}
}
