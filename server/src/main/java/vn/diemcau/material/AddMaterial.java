package vn.diemcau.material;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diemcau.files.FileStore;
import vn.diemcau.problem.Problem;
import vn.diemcau.schedule.Programme;
import vn.diemcau.schedule.Session;

/** Use case: keep a file as a material. The bytes first, then the record: a file without record is nobody's and harms nobody. */
final class AddMaterial {
    private static final Duration AHEAD = Duration.ofDays(1);

    private final MaterialStore materials;
    private final FileStore files;
    private final long limit;
    private final InstantSource clock;

    AddMaterial(MaterialStore materials, FileStore files, long limit, InstantSource clock) {
        this.materials = materials;
        this.files = files;
        this.limit = limit;
        this.clock = clock;
    }

    /**
     * The same id for the same programme again answers with what stands. Fails with file_name, classified_material, id_reused, or as
     * {@link FileStore#save} does.
     *
     * @param in paused; read only when nothing speaks against the name
     */
    Future<Material> handle(
            String id,
            Programme programme,
            @Nullable Session session,
            String typedName,
            @Nullable Instant availableFrom,
            ReadStream<Buffer> in,
            String by) {
        String name = FileNames.tidy(typedName);
        if (name.isEmpty() || !name.contains(".")) {
            return Future.failedFuture(Problem.invalid("name", "file_name", "The file needs a name with an ending."));
        }
        if (FileNames.announcesClassified(name)) {
            return Future.failedFuture(Problem.refused(
                    "classified_material", "Documents marked MẬT and above must not be kept here. Nothing was saved."));
        }
        return materials.find(id).compose(known -> {
            if (known.isPresent()) return standing(known, programme);
            return files.save(id, name, in, limit).compose(saved -> {
                Material material = new Material(
                        id,
                        programme.id(),
                        session == null ? null : session.id(),
                        name,
                        saved.kind().type(),
                        saved.size(),
                        saved.sha256(),
                        availableFrom == null ? from(programme, session) : availableFrom,
                        clock.instant(),
                        by);
                return materials.add(material).map(material);
            });
        });
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
