package vn.diemcau.files;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diemcau.files.Upload.State;
import vn.diemcau.mongo.Forgetting;
import vn.diemcau.mongo.Holding;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.problem.Problem;

/**
 * Files that come in pieces over bad lines: opened, filled from where they stopped, whole with a checksum, then taken by a feature under
 * its key. What nobody goes on with or takes is deleted a week after its last byte.
 */
public final class Uploads {
    static final Duration KEPT = Duration.ofDays(7);
    /** Within this whoever takes a record away has taken its bytes away too, or died. */
    static final Duration GRACE = Duration.ofHours(1);

    private static final int OPEN_AT_ONCE = 20;

    private final UploadStore store;
    private final FileStore files;
    private final InstantSource clock;
    private final Digests digests = new Digests();
    private final FirstPage firstPage;
    private final Custody custody;

    public Uploads(Mongo mongo, FileStore files, FirstPage firstPage, InstantSource clock) {
        this.store = new UploadStore(mongo);
        this.files = files;
        this.firstPage = firstPage;
        this.clock = clock;
        this.custody = new Custody(store, files, clock);
    }

    /** Which bytes wait for a record, or have lost theirs. */
    public Custody custody() {
        return custody;
    }

    /** What is held about people here: what they sent lately, by name. */
    public static List<Holding> holdings() {
        return List.of(
                new Holding("uploads", "owner", Holding.Of.ACCOUNT, "", 0, Holding.Erasing.BLANK, List.of("name")));
    }

    /** What the accounts of a person who is forgotten have under way, and the names of what a feature took. */
    public Forgetting forgetting() {
        return (person, accounts) -> {
            Future<Void> chain = Future.succeededFuture();
            for (String account : accounts)
                chain = chain.compose(done -> store.of(account)).compose(this::drop);
            return chain;
        };
    }

    /** Also those of the chunks. */
    public static List<Index> indexes() {
        return UploadStore.INDEXES;
    }

    /** The same key of the same sender again is the same upload. Fails with file_name, file_kind, classified_material, file_empty, file_too_large or too_many_uploads. */
    Future<Upload> open(
            String owner, String purpose, String typedName, Map<String, String> about, long length, Terms terms) {
        String name = FileNames.tidy(typedName);
        if (name.isEmpty() || !name.contains("."))
            return refused(Problem.invalid("filename", "file_name", "The file needs a name with an ending."));
        if (FileNames.announcesClassified(name)) return refused(FirstPage.classified());
        if (length <= 0) return refused(Problem.invalid("", "file_empty", "The file is empty."));
        if (length > terms.limit())
            return refused(new Problem(
                    Problem.Kind.TOO_LARGE, "file_too_large", "At most " + terms.limit() + " bytes.", null));
        String kinds =
                String.join(",", terms.kinds().stream().map(Enum::name).sorted().toList());
        Map<String, String> all = new java.util.HashMap<>(about);
        all.put("kinds", kinds);
        return store.of(owner).compose(theirs -> {
            long open =
                    theirs.stream().filter(each -> each.state() == State.OPEN).count();
            if (open >= OPEN_AT_ONCE)
                return refused(new Problem(
                        Problem.Kind.TOO_MANY, "too_many_uploads", "Finish or give up other uploads first.", null));
            Upload upload = new Upload(
                    UUID.randomUUID().toString(),
                    owner,
                    purpose,
                    name,
                    all,
                    terms.place(),
                    length,
                    0,
                    0,
                    State.OPEN,
                    null,
                    null,
                    null,
                    clock.instant().plus(KEPT));
            return store.add(upload).map(upload);
        });
    }

    /** The owner's upload, finished if its last byte is there; fails with MISSING or GONE. */
    Future<Upload> find(String id, String owner) {
        return store.find(id).compose(found -> {
            Upload upload = found.filter(each -> each.owner().equals(owner))
                    .orElseThrow(() -> Problem.missing("not_found", "There is no such upload here for you."));
            if (upload.state() == State.GONE)
                throw new Problem(Problem.Kind.GONE, "upload_expired", "The upload was given up.", null);
            return upload.state() == State.OPEN && upload.complete()
                    ? finish(upload, null).recover(failure -> givenUp(upload, failure))
                    : Future.succeededFuture(upload);
        });
    }

    /** What may never be kept is not kept until it expires. */
    private <T> Future<T> givenUp(Upload upload, Throwable failure) {
        boolean forever = failure instanceof Problem problem
                && (problem.code().equals("file_kind") || problem.code().equals("classified_material"));
        return forever
                ? terminate(upload).transform(gone -> Future.failedFuture(failure))
                : Future.failedFuture(failure);
    }

    /**
     * Takes bytes from the offset on and answers how far the upload has come. Fails with upload_offset when it is not there, with
     * upload_taken_over when somebody else goes on with it, with file_kind when its content is not what its name says.
     *
     * @param in paused
     */
    Future<Long> append(Upload upload, long offset, ReadStream<Buffer> in, @Nullable Checksum checksum) {
        if (upload.state() != State.OPEN || upload.offset() != offset) return refused(wrongOffset());
        return store.begin(upload.id(), offset, expiry())
                .map(begun -> begun.orElseThrow(Uploads::wrongOffset))
                .compose(mine -> {
                    Shelf shelf = files.shelf(mine.place());
                    int tail = (int) (offset % Shelf.CHUNK);
                    int head = (int) Math.min(offset, FileKind.HEAD);
                    Future<MessageDigest> digest = digests.upTo(mine, shelf);
                    Future<byte[]> last = read(shelf, mine.id(), offset - tail, tail);
                    Future<byte[]> first = read(shelf, mine.id(), 0, head);
                    return Future.all(digest, last, first).compose(ready -> {
                        Receiver receiver = new Receiver(
                                mine,
                                shelf,
                                to -> advance(mine, to),
                                digest.result(),
                                last.result(),
                                first.result(),
                                checksum,
                                bytes -> kind(mine, bytes).isPresent() ? null : wrongKind());
                        return receiver.take(in).compose(now -> {
                            if (now < mine.length()) {
                                digests.keep(mine.id(), now, digest.result());
                                return Future.succeededFuture(now);
                            }
                            return finish(mine, digest.result()).map(now);
                        });
                    });
                })
                .recover(failure -> givenUp(upload, failure));
    }

    private static Future<byte[]> read(Shelf shelf, String file, long from, int length) {
        return length == 0 ? Future.succeededFuture(new byte[0]) : shelf.read(file, from, length);
    }

    private Future<Void> advance(Upload mine, long to) {
        return store.advance(mine.id(), mine.turn(), to, expiry())
                .compose(still -> still
                        ? Future.succeededFuture()
                        : refused(Problem.conflict("upload_taken_over", "Another request goes on with this upload.")));
    }

    private static Optional<FileKind> kind(Upload upload, byte[] head) {
        Set<String> allowed = Set.of(upload.about().getOrDefault("kinds", "").split(","));
        return FileKind.of(head, upload.name()).filter(kind -> allowed.contains(kind.name()));
    }

    /** The last byte is there: looks at the first page, then says so durably. Again changes nothing. */
    private Future<Upload> finish(Upload upload, @Nullable MessageDigest known) {
        Shelf shelf = files.shelf(upload.place());
        Future<MessageDigest> digest = known == null ? digests.upTo(upload, shelf) : Future.succeededFuture(known);
        return digest.compose(whole -> read(shelf, upload.id(), 0, (int) Math.min(upload.length(), FileKind.HEAD))
                        .compose(head -> {
                            FileKind kind = kind(upload, head).orElseThrow(Uploads::wrongKind);
                            String sha256 = HexFormat.of().formatHex(whole.digest());
                            StoredFile file =
                                    new StoredFile(upload.id(), upload.place(), kind, upload.length(), sha256);
                            return firstPage
                                    .refuseClassified(files, file)
                                    .compose(clean -> shelf.finish(upload.id(), upload.name(), upload.length()))
                                    .compose(done -> store.whole(upload.id(), kind, sha256))
                                    .map(found -> found.orElseThrow(() -> new Problem(
                                            Problem.Kind.GONE, "upload_expired", "The upload was given up.", null)));
                        }))
                .onSuccess(done -> digests.forget(upload.id()));
    }

    /** Gives the upload up and deletes its bytes; what was taken stays. */
    Future<Void> terminate(Upload upload) {
        digests.forget(upload.id());
        return store.give(upload.id())
                .compose(given -> given.isEmpty()
                        ? Future.succeededFuture()
                        : files.delete(upload.id(), upload.place()).compose(deleted -> store.forget(upload.id())));
    }

    /**
     * A feature takes a whole upload under the key of what it becomes; the same key again is answered alike. Fails with upload_not_whole,
     * upload_used when it became something else, or MISSING.
     */
    public Future<StoredFile> take(String id, String owner, String purpose, String key) {
        return find(id, owner)
                .compose(upload -> {
                    if (!upload.purpose().equals(purpose))
                        throw Problem.missing("not_found", "There is no such upload.");
                    return switch (upload.state()) {
                        case OPEN -> refused(Problem.conflict("upload_not_whole", "Bytes of this upload are missing."));
                        case WHOLE ->
                            store.take(id, key, expiry())
                                    .compose(taken -> taken.isPresent()
                                            ? Future.succeededFuture(taken.get())
                                            : store.find(id).map(now -> now.orElse(upload)));
                        case TAKEN ->
                            store.again(id, key, expiry())
                                    .compose(still ->
                                            still.isPresent() ? Future.succeededFuture(still.get()) : find(id, owner));
                        case GONE -> Future.succeededFuture(upload);
                    };
                })
                .map(upload -> {
                    FileKind kind = upload.kind();
                    String sha256 = upload.sha256();
                    if (!key.equals(upload.key()) || kind == null || sha256 == null)
                        throw Problem.conflict("upload_used", "This upload became something else.");
                    return new StoredFile(id, upload.place(), kind, upload.length(), sha256);
                });
    }

    /** The tidied name and what the sender said of the upload. */
    public Future<Upload> about(String id, String owner) {
        return find(id, owner);
    }

    /** Deletes what nobody went on with, and what was taken without becoming anything; completes with how many were looked at. */
    public Future<Integer> sweep() {
        return store.expired(clock.instant()).compose(expired -> {
            List<Future<Void>> all = new ArrayList<>();
            for (Upload upload : expired) all.add(upload.key() == null ? terminate(upload) : custody.settle(upload));
            return Future.join(all).map(expired.size());
        });
    }

    private Future<Void> drop(List<Upload> all) {
        Future<Void> chain = Future.succeededFuture();
        for (Upload upload : all)
            chain = chain.compose(
                    done -> upload.state() == State.TAKEN ? store.forget(upload.id()) : terminate(upload));
        return chain;
    }

    private Instant expiry() {
        return clock.instant().plus(KEPT);
    }

    private static Problem wrongOffset() {
        return Problem.conflict("upload_offset", "The upload does not stand at this offset; ask where it stands.");
    }

    private static Problem wrongKind() {
        return new Problem(
                Problem.Kind.UNSUPPORTED,
                "file_kind",
                "This kind of file is not kept, or its name says another kind than its content.",
                null);
    }

    private static <T> Future<T> refused(Problem problem) {
        return Future.failedFuture(problem);
    }
}
