package vn.diemcau.audit;

import static com.mongodb.client.model.Sorts.descending;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Date;
import java.util.HexFormat;
import org.bson.Document;
import vn.diemcau.mongo.Mongo;

/**
 * Who did what to what, append-only: each record carries the hash of the one before, so that nothing can be taken out or changed
 * without the chain showing it. Two nodes that append at once meet at the unique number; the later one takes the next.
 */
public final class Audit {
    private static final String FIRST = "0".repeat(64);
    private static final int TRIES = 20;

    private final Mongo mongo;
    private final InstantSource clock;
    private Future<Void> last = Future.succeededFuture();

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
    public synchronized Future<Void> add(String by, String what, String target, JsonObject detail) {
        last = last.otherwiseEmpty().compose(done -> append(by, what, target, detail, TRIES));
        return last;
    }

    private Future<Void> append(String by, String what, String target, JsonObject detail, int tries) {
        return Mongo.first(mongo.collection("audit")
                        .find()
                        .sort(descending("_id"))
                        .batchSize(1)
                        .limit(1))
                .compose(head -> {
                    long number = head.map(document -> Long.parseLong(document.getString("_id")) + 1)
                            .orElse(1L);
                    String previous =
                            head.map(document -> document.getString("hash")).orElse(FIRST);
                    Date at = Date.from(clock.instant());
                    String hash = hash(previous, number, at, by, what, target, detail.encode());
                    Document record = new Document("_id", String.format("%015d", number))
                            .append("at", at)
                            .append("by", by)
                            .append("what", what)
                            .append("target", target)
                            .append("detail", detail.encode())
                            .append("previous", previous)
                            .append("hash", hash);
                    return Mongo.one(mongo.collection("audit").insertOne(record))
                            .<Void>mapEmpty();
                })
                .recover(failure -> Mongo.isDuplicateKey(failure) && tries > 0
                        ? append(by, what, target, detail, tries - 1)
                        : Future.failedFuture(failure));
    }

    private static String hash(
            String previous, long number, Date at, String by, String what, String target, String detail) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part :
                    new String[] {previous, Long.toString(number), Long.toString(at.getTime()), by, what, target, detail
                    }) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
