package vn.diemcau.material;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diemcau.access.Role;
import vn.diemcau.files.FileNames;
import vn.diemcau.files.FileStore;
import vn.diemcau.files.FirstPage;
import vn.diemcau.files.Place;
import vn.diemcau.files.StoredFile;
import vn.diemcau.files.Uploads;
import vn.diemcau.problem.Problem;
import vn.diemcau.schedule.Programme;
import vn.diemcau.schedule.Session;

/** Use case: keep a file as a material. The bytes first, then the record: a file without record is nobody's and harms nobody. */
final class AddMaterial {
    static final String PURPOSE = "material";
    private static final Duration AHEAD = Duration.ofDays(1);

    /**
     * Where a material belongs.
     *
     * @param availableFrom null for a day before it begins
     */
    record Where(
            String id,
            Programme programme,
            @Nullable Session session,
            @Nullable String site,
            Material.Readers readers,
            Set<Role> roles,
            @Nullable Instant availableFrom) {}

    private final MaterialStore materials;
    private final FileStore files;
    private final FirstPage firstPage;
    private final Uploads uploads;
    private final long limit;
    private final InstantSource clock;

    AddMaterial(
            MaterialStore materials,
            FileStore files,
            FirstPage firstPage,
            Uploads uploads,
            long limit,
            InstantSource clock) {
        this.materials = materials;
        this.files = files;
        this.firstPage = firstPage;
        this.uploads = uploads;
        this.limit = limit;
        this.clock = clock;
    }

    /**
     * The same id for the same programme again answers with what stands. Fails with file_name, classified_material, id_reused, or as
     * {@link FileStore#save} does.
     *
     * @param in paused; read only when nothing speaks against the name
     */
    Future<Material> handle(Where where, String typedName, ReadStream<Buffer> in, String by) {
        String name = FileNames.tidy(typedName);
        if (name.isEmpty() || !name.contains(".")) {
            return Future.failedFuture(Problem.invalid("name", "file_name", "The file needs a name with an ending."));
        }
        if (FileNames.announcesClassified(name)) return Future.failedFuture(FirstPage.classified());
        return materials.find(where.id()).compose(known -> {
            if (known.isPresent()) return standing(known, where.programme());
            // The bytes have an id of their own: what a caller names must not meet what others keep.
            String file = UUID.randomUUID().toString();
            return uploads.custody()
                    .expect(file, Place.GRID, PURPOSE, where.id())
                    .compose(noted -> files.save(file, name, in, limit))
                    .compose(saved -> firstPage
                            .refuseClassified(files, saved)
                            .recover(failure -> files.delete(saved.id(), Place.GRID)
                                    .transform(gone -> Future.failedFuture(failure)))
                            .compose(clean -> keep(where, name, saved, by)));
        });
    }

    /** The same from an upload that is whole; fails also as {@link Uploads#take} does. */
    Future<Material> handle(Where where, String upload, String by) {
        return materials.find(where.id()).compose(known -> {
            if (known.isPresent()) return standing(known, where.programme());
            return uploads.about(upload, by).compose(about -> uploads.take(upload, by, PURPOSE, where.id())
                    .compose(file -> keep(where, about.name(), file, by)));
        });
    }

    /** Puts a newer version above the one that stands; the same upload again changes nothing. */
    Future<Material> newer(Material standing, String upload, String by) {
        if (standing.file().id().equals(upload)) return Future.succeededFuture(standing);
        return uploads.about(upload, by)
                .compose(about -> uploads.take(upload, by, PURPOSE, standing.id())
                        .compose(file -> materials.replace(standing, about.name(), file, clock.instant(), by)))
                .compose(replaced -> materials.find(standing.id()))
                .map(found -> found.filter(now -> now.file().id().equals(upload))
                        .orElseThrow(() -> Problem.conflict(
                                "version_taken", "Another version came in between; look at it and add yours again.")));
    }

    private Future<Material> keep(Where where, String name, StoredFile file, String by) {
        Session session = where.session();
        Instant from = where.availableFrom();
        Material material = new Material(
                where.id(),
                where.programme().id(),
                session == null ? null : session.id(),
                where.site(),
                where.readers(),
                where.roles(),
                name,
                file,
                1,
                List.of(),
                from == null ? from(where.programme(), session) : from,
                clock.instant(),
                by);
        return materials
                .add(material)
                .compose(added -> added
                        ? Future.succeededFuture(material)
                        : materials.find(where.id()).compose(known -> cameSecond(known, file)
                                .compose(gone -> standing(known, where.programme()))));
    }

    /** Somebody else's bytes became the material: these are nobody's. */
    private Future<Void> cameSecond(Optional<Material> known, StoredFile file) {
        boolean same =
                known.filter(there -> there.file().id().equals(file.id())).isPresent();
        return same ? Future.succeededFuture() : files.delete(file.id(), file.place());
    }

    private static Future<Material> standing(Optional<Material> known, Programme programme) {
        return known.filter(material -> material.programme().equals(programme.id()))
                .map(Future::succeededFuture)
                .orElseGet(() ->
                        Future.failedFuture(Problem.conflict("id_reused", "This id stands for another material.")));
    }

    /** A day before it begins, unless that has passed. */
    private Instant from(Programme programme, @Nullable Session session) {
        Instant start = session == null ? programme.startsAt() : session.startsAt();
        Instant now = clock.instant();
        if (start == null) return now;
        Instant dayBefore = start.minus(AHEAD);
        return dayBefore.isBefore(now) ? now : dayBefore;
    }
}
