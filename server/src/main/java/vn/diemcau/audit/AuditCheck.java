package vn.diemcau.audit;

import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;

import io.vertx.core.Future;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.diemcau.mongo.Mongo;

/**
 * Walks the whole chain of the audit record and says where it first breaks. A chain cannot show that its end was cut off; whoever
 * wrote down an earlier end ({@code number:hash}) asks for it, and it must still stand there.
 */
public final class AuditCheck {
    private static final int PAGE = 1000;

    private final Mongo mongo;
    private final @Nullable String witness;
    private Link last = Link.FIRST;
    private boolean met;

    /**
     * What the walk found.
     *
     * @param end number and hash of the last record that stands, as {@code number:hash}
     * @param fault what is wrong first, or null
     */
    public record Verdict(
            long records, String end, @Nullable String fault) {}

    private AuditCheck(Mongo mongo, @Nullable String witness) {
        this.mongo = mongo;
        this.witness = witness;
    }

    /** @param witness an end written down earlier, or null */
    public static Future<Verdict> of(Mongo mongo, @Nullable String witness) {
        return new AuditCheck(mongo, witness).page("");
    }

    private Future<Verdict> page(String after) {
        return Mongo.all(mongo.collection("audit")
                        .find(gt("_id", after))
                        .sort(ascending("_id"))
                        .batchSize(PAGE)
                        .limit(PAGE))
                .compose(records -> {
                    String fault = walk(records);
                    if (fault != null) return verdict(fault);
                    if (records.size() == PAGE)
                        return page(records.get(PAGE - 1).getString("_id"));
                    return verdict(
                            witness == null || met ? null : "the end " + witness + " is not in the record any more");
                });
    }

    private @Nullable String walk(List<Document> records) {
        for (Document record : records) {
            if (!last.isFollowedBy(record))
                return "record " + record.get("_id") + " does not follow from record " + last.number()
                        + ": one was changed, taken out or put in";
            last = Link.of(record);
            if (end().equals(witness)) met = true;
        }
        return null;
    }

    private String end() {
        return last.number() + ":" + last.hash();
    }

    private Future<Verdict> verdict(@Nullable String fault) {
        return Future.succeededFuture(new Verdict(last.number(), end(), fault));
    }
}
