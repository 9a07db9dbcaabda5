package vn.diemcau.audit;

import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.MongoBulkWriteException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.diemcau.mongo.Mongo;

/**
 * Who did what to what, append-only: each record carries the hash of the one before, so that nothing can be taken out or changed
 * without the chain showing it. Records that come while others are being written go together in the next write; two nodes that append
 * at once meet at the unique number, and the later one takes the next.
 */
public final class Audit {
    private static final int AT_ONCE = 200;
    private static final int TRIES = 20;

    private final Mongo mongo;
    private final InstantSource clock;
    private final List<Waiting> waiting = new ArrayList<>();
    private boolean writing;
    private @Nullable Link head;

    private record Waiting(Date at, String by, String what, String target, String detail, Promise<Void> kept) {}

    public Audit(Mongo mongo, InstantSource clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /**
     * Keeps a record; completes when it is durable.
     *
     * @param by the account or device that acted
     * @param what a stable code such as {@code roster_imported}
     * @param target kind and id of what was acted on, such as {@code person/0192…}
     * @param detail before and after, or whatever makes the record understandable; no secrets
     */
    public Future<Void> add(String by, String what, String target, JsonObject detail) {
        Promise<Void> kept = Promise.promise();
        synchronized (this) {
            waiting.add(new Waiting(Date.from(clock.instant()), by, what, target, detail.encode(), kept));
        }
        writeNext();
        return kept.future();
    }

    private void writeNext() {
        List<Waiting> taken;
        synchronized (this) {
            if (writing || waiting.isEmpty()) return;
            writing = true;
            List<Waiting> first = waiting.subList(0, Math.min(AT_ONCE, waiting.size()));
            taken = List.copyOf(first);
            first.clear();
        }
        write(taken, TRIES).onComplete(done -> {
            synchronized (this) {
                writing = false;
            }
            taken.forEach(each -> {
                if (done.succeeded()) each.kept().tryComplete();
                else each.kept().tryFail(done.cause());
            });
            writeNext();
        });
    }

    private Future<Void> write(List<Waiting> records, int tries) {
        return head().compose(before -> {
            List<Document> documents = new ArrayList<>();
            List<Link> links = new ArrayList<>();
            Link last = before;
            for (Waiting record : records) {
                Document document =
                        last.next(record.at(), record.by(), record.what(), record.target(), record.detail());
                documents.add(document);
                last = Link.of(document);
                links.add(last);
            }
            Link newest = last;
            return Mongo.one(mongo.collection("audit").insertMany(documents))
                    .<Void>map(done -> {
                        head = newest;
                        return null;
                    })
                    .recover(failure -> again(failure, records, tries));
        });
    }

    /** Another node was quicker from some record on: those before it stand, the rest follow the new head. */
    private Future<Void> again(Throwable failure, List<Waiting> records, int tries) {
        head = null;
        if (tries == 0
                || !(failure instanceof MongoBulkWriteException bulk)
                || bulk.getWriteErrors().isEmpty()) return Future.failedFuture(failure);
        if (bulk.getWriteErrors().get(0).getCode() != 11000) return Future.failedFuture(failure);
        int stand = bulk.getWriteErrors().get(0).getIndex();
        return write(records.subList(stand, records.size()), tries - 1);
    }

    private Future<Link> head() {
        Link known = head;
        if (known != null) return Future.succeededFuture(known);
        return Mongo.first(mongo.collection("audit")
                        .find()
                        .sort(descending("_id"))
                        .batchSize(1)
                        .limit(1))
                .map(found -> found.map(Link::of).orElse(Link.FIRST));
    }
}
