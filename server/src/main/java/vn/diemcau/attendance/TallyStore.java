package vn.diemcau.attendance;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/**
 * Tallies of a session's groups. Always counted anew from attendance and written by compare-and-set; never incremented. Marks:
 * {@code up} the rollups above that may be behind, {@code upAt} since when.
 */
final class TallyStore {
    static final List<Index> INDEXES = List.of(
            Index.on("tallies", "session"),
            Index.sparseOn("tallies", "leaf"),
            Index.sparseOn("tallies", "slice"),
            Index.sparseOn("tallies", "up"),
            Index.sparseOn("tallies", "upAt"));

    private final MongoCollection<Document> tallies;
    private final Recent<Sum> recent = new Recent<>(200);

    TallyStore(Mongo mongo) {
        tallies = mongo.collection("tallies");
    }

    Future<Map<String, Sum>> tallies(Collection<String> ids) {
        return Mongo.all(tallies.find(in("_id", ids)).batchSize(Mongo.BATCH)).map(SumWrites::byId);
    }

    /** As of a moment ago, for answers at the door. */
    Future<Map<String, Sum>> talliesLately(Collection<String> ids) {
        return recent.get(ids, this::tallies);
    }

    Future<List<Tally>> of(String session) {
        return Mongo.all(tallies.find(eq("session", session)).batchSize(Mongo.BATCH))
                .map(found -> found.stream().map(TallyStore::tally).toList());
    }

    /** Only those of sites: expected there ({@code site:}) and visiting ({@code visit:}). */
    Future<List<Tally>> ofSites(String session) {
        return Mongo.all(tallies.find(between(session + "|site:")).batchSize(Mongo.BATCH))
                .compose(expected -> Mongo.all(
                                tallies.find(between(session + "|visit:")).batchSize(Mongo.BATCH))
                        .map(visiting -> java.util.stream.Stream.concat(expected.stream(), visiting.stream())
                                .map(TallyStore::tally)
                                .toList()));
    }

    private static Bson between(String prefix) {
        return and(
                com.mongodb.client.model.Filters.gte("_id", prefix),
                com.mongodb.client.model.Filters.lt("_id", prefix.substring(0, prefix.length() - 1) + ";"));
    }

    private static Tally tally(Document document) {
        String session = document.getString("session");
        Sum sum = Sum.read(document);
        return new Tally(session, sum.id().substring(session.length() + 1), sum.counts(), sum.lastAt(), sum.rev());
    }

    /** A tally counted anew; before is what was read, or null when there was none. */
    record Counted(
            String id,
            String session,
            @Nullable Sum before,
            Counts counts,
            Meetings meetings,
            @Nullable Instant lastAt,
            Leaves leaves) {
        /** As {@link #keepTallies} leaves it, but for its marks. */
        Sum after() {
            return new Sum(id, before == null ? 1 : before.rev() + 1, counts, meetings, lastAt, leaves, Set.of());
        }

        boolean changesRollup() {
            return before == null
                    || !before.counts().equals(counts)
                    || !before.meetings().equals(meetings)
                    || !before.leaves().equals(leaves);
        }

        Set<String> above() {
            Set<String> above = leaves.all();
            if (before != null) above.addAll(before.leaves().all());
            return above;
        }
    }

    /** Writes where nobody wrote meanwhile; true when that was so for all. */
    Future<Boolean> keepTallies(Collection<Counted> all, long now) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (Counted each : all) {
            long rev = each.before() == null ? 0 : each.before().rev();
            List<Bson> changes = SumWrites.changes(each.counts(), each.meetings(), rev);
            changes.add(set("session", each.session()));
            changes.add(each.lastAt() == null ? unset("lastAt") : set("lastAt", Date.from(each.lastAt())));
            String leaf = each.leaves().leaf();
            String slice = each.leaves().slice();
            changes.add(leaf == null ? unset("leaf") : set("leaf", leaf));
            changes.add(slice == null ? unset("slice") : set("slice", slice));
            if (each.changesRollup() && !each.above().isEmpty()) SumWrites.mark(changes, each.above(), now);
            writes.add(SumWrites.write(each.id(), rev, changes));
        }
        return SumWrites.write(tallies, writes);
    }

    /** The tallies that enter rollups by this field. */
    Future<List<Document>> entering(String field, List<String> ids) {
        return ids.isEmpty()
                ? Future.succeededFuture(List.of())
                : Mongo.all(tallies.find(in(field, ids)).batchSize(2000));
    }

    /** The tallies that are marked for these rollups. */
    Future<List<Document>> markedFor(Collection<String> rollups) {
        return Mongo.all(tallies.find(in("up", rollups)).batchSize(2000));
    }

    /** These rollups were summed: takes the marks of tallies unchanged since they were read. */
    Future<Boolean> unmark(List<Sum> marked, Set<String> done) {
        return SumWrites.write(tallies, SumWrites.unmarks(marked, done));
    }

    /** The rollups that may be behind a tally marked up to then. */
    Future<Set<String>> marked(long until, int limit) {
        return SumWrites.marked(tallies, until, limit);
    }

    Future<Void> delete(String session) {
        return Mongo.one(tallies.deleteMany(eq("session", session))).mapEmpty();
    }
}
