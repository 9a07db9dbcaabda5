package vn.diemcau.material;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import vn.diemcau.files.StoredFile;
import vn.diemcau.files.Uploads;
import vn.diemcau.problem.Problem;

/** Use case: an upload becomes the report of a person in a programme, in the place of the one before. */
final class HandInReflection {
    static final String PURPOSE = "reflection";

    private final ReflectionStore store;
    private final Uploads uploads;
    private final InstantSource clock;

    HandInReflection(ReflectionStore store, Uploads uploads, InstantSource clock) {
        this.store = store;
        this.uploads = uploads;
        this.clock = clock;
    }

    /**
     * The same upload again changes nothing while it stands. Fails with handed_in_meanwhile when another came in between, or as {@link
     * Uploads#take} does: what was replaced cannot be taken any more, so one that comes late never stands above a newer one.
     */
    Future<Reflection> handle(String programme, String person, String upload, String account) {
        // read before the upload is taken: whoever replaces it in between makes either the taking or the writing fail
        return store.of(programme, person)
                .compose(before -> stands(before, upload)
                        ? Future.succeededFuture(before.orElseThrow())
                        : uploads.about(upload, account)
                                .compose(about -> uploads.take(upload, account, PURPOSE, programme + "|" + person)
                                        .map(file -> new Reflection(
                                                programme,
                                                person,
                                                about.name(),
                                                file,
                                                clock.instant(),
                                                before.map(Reflection::times).orElse(0) + 1)))
                                .compose(next -> above(before, next)));
    }

    /** The report before is not kept, whatever dies in between. */
    private Future<Reflection> above(Optional<Reflection> before, Reflection next) {
        List<StoredFile> gone =
                before.flatMap(HandInReflection::file).map(List::of).orElse(List.of());
        String key = next.programme() + "|" + next.person();
        return uploads.custody()
                .release(gone, PURPOSE, key, () -> store.handIn(next)
                        .compose(kept -> kept ? Future.succeededFuture() : meanwhile(next)))
                .compose(done -> store.of(next.programme(), next.person()))
                .map(Optional::orElseThrow);
    }

    /** The same, sent twice at once, has come; else another one. */
    private Future<Void> meanwhile(Reflection next) {
        return store.of(next.programme(), next.person())
                .compose(now -> next.file() != null && stands(now, next.file().id())
                        ? Future.succeededFuture()
                        : Future.failedFuture(
                                Problem.conflict("handed_in_meanwhile", "Another report came in between.")));
    }

    private static boolean stands(Optional<Reflection> there, String upload) {
        return there.flatMap(HandInReflection::file)
                .filter(file -> file.id().equals(upload))
                .isPresent();
    }

    private static Optional<StoredFile> file(Reflection reflection) {
        return Optional.ofNullable(reflection.file());
    }
}
