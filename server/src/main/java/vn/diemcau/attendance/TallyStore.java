package vn.diemcau.attendance;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.addEachToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pullAll;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/**
 * Sums: tallies of a session's groups, rollups of units by month and kind. Always counted anew from what they sum and written by
 * compare-and-set; never incremented. Marks: {@code up} the sums above that may be behind, {@code upAt} since when.
 */
final class TallyStore {
    static final List<Index> INDEXES = List.of(
            Index.on("tallies", "session"),
            Index.sparseOn("tallies", "leaf"),
            Index.sparseOn("tallies", "slice"),
            Index.sparseOn("tallies", "up"),
            Index.sparseOn("tallies", "upAt"),
            Index.sparseOn("rollups", "parent"),
            Index.sparseOn("rollups", "upAt"));

    private static final int MOST_MARKS = 1_000;

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoCollection<Document> tallies;
    private final MongoCollection<Document> rollups;
    private final Recent<Sum> recent = new Recent<>(200);

    TallyStore(Mongo mongo) {
        tallies = mongo.collection("tallies");
        rollups = mongo.collection("rollups");
    }

    private static Map<String, Sum> byId(List<Document> found) {
        Map<String, Sum> sums = new HashMap<>();
        found.forEach(document -> sums.put(document.getString("_id"), Sum.read(document)));
        return sums;
    }

    Future<Map<String, Sum>> tallies(Collection<String> ids) {
        return Mongo.all(tallies.find(in("_id", ids)).batchSize(Mongo.BATCH)).map(TallyStore::byId);
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

    Future<Map<String, Sum>> rollups(Collection<String> ids) {
        return Mongo.all(rollups.find(in("_id", ids)).batchSize(Mongo.BATCH)).map(TallyStore::byId);
    }

    static Rollup rollup(Sum sum) {
        RollupKey key = RollupKey.parse(sum.id());
        return new Rollup(
                RollupKey.plain(key.path()),
                YearMonth.parse(key.month()),
                key.kind(),
                sum.meetings().held(),
                sum.counts(),
                sum.meetings().joint());
    }

    /** What rollups sum, by rollup, and the tallies and rollups below that are marked for them. */
    record Parts(Map<String, List<Sum>> byRollup, List<Sum> markedTallies, List<Sum> markedRollups) {}

    Future<Parts> parts(Collection<String> ids) {
        Map<Boolean, List<String>> bySlice = ids.stream()
                .collect(Collectors.partitioningBy(id -> !RollupKey.plain(id).equals(id)));
        // the marks first: a tally that is written after them has another rev, and its mark stays
        return Mongo.all(tallies.find(in("up", ids)).batchSize(2000)).compose(marked -> Future.all(
                        enter("leaf", bySlice.getOrDefault(false, List.of())),
                        enter("slice", bySlice.getOrDefault(true, List.of())),
                        Mongo.all(rollups.find(in("parent", ids)).batchSize(2000)))
                .map(all -> parts(all.resultAt(0), all.resultAt(1), marked, all.resultAt(2))));
    }

    private Future<List<Document>> enter(String field, List<String> ids) {
        return ids.isEmpty()
                ? Future.succeededFuture(List.of())
                : Mongo.all(tallies.find(in(field, ids)).batchSize(2000));
    }

    private static Parts parts(
            List<Document> own, List<Document> ofSlices, List<Document> marked, List<Document> below) {
        Map<String, List<Sum>> byRollup = new HashMap<>();
        for (Document document : own) {
            byRollup.computeIfAbsent(document.getString("leaf"), key -> new ArrayList<>())
                    .add(Sum.read(document));
        }
        for (Document document : ofSlices) {
            byRollup.computeIfAbsent(document.getString("slice"), key -> new ArrayList<>())
                    .add(Sum.read(document));
        }
        List<Sum> markedRollups = new ArrayList<>();
        for (Document document : below) {
            Sum sum = Sum.read(document);
            byRollup.computeIfAbsent(document.getString("parent"), key -> new ArrayList<>())
                    .add(sum);
            if (!sum.up().isEmpty()) markedRollups.add(sum);
        }
        return new Parts(byRollup, marked.stream().map(Sum::read).toList(), markedRollups);
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
            List<Bson> changes = new ArrayList<>();
            changes.add(set("session", each.session()));
            changes.add(set(
                    "counts",
                    new Document(new java.util.LinkedHashMap<String, Object>(
                            each.counts().asMap()))));
            changes.add(set("held", each.meetings().held()));
            changes.add(set("joint", each.meetings().joint()));
            changes.add(each.lastAt() == null ? unset("lastAt") : set("lastAt", Date.from(each.lastAt())));
            String leaf = each.leaves().leaf();
            String slice = each.leaves().slice();
            changes.add(leaf == null ? unset("leaf") : set("leaf", leaf));
            changes.add(slice == null ? unset("slice") : set("slice", slice));
            changes.add(set("rev", rev + 1));
            if (each.changesRollup() && !each.above().isEmpty()) {
                changes.add(addEachToSet("up", List.copyOf(each.above())));
                changes.add(set("upAt", now));
            }
            writes.add(write(each.id(), rev, changes));
        }
        return write(tallies, writes);
    }

    /**
     * The same for rollups.
     *
     * @param below whether a rollup below it has changed, though the sum may be the same
     */
    record Rolled(String id, @Nullable Sum before, Counts counts, Meetings meetings, boolean below) {
        /** Whoever remembers what lies below is to hear of it, even where two units below changed by the same, one up and one down. */
        boolean changed() {
            return below
                    || before == null
                    || !before.counts().equals(counts)
                    || !before.meetings().equals(meetings);
        }
    }

    Future<Boolean> keepRollups(Collection<Rolled> all, long now) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (Rolled each : all) {
            long rev = each.before() == null ? 0 : each.before().rev();
            String parent =
                    RollupKey.parse(each.id()).parent().map(RollupKey::id).orElse(null);
            List<Bson> changes = new ArrayList<>();
            changes.add(set(
                    "counts",
                    new Document(new java.util.LinkedHashMap<String, Object>(
                            each.counts().asMap()))));
            changes.add(set("held", each.meetings().held()));
            changes.add(set("joint", each.meetings().joint()));
            changes.add(set("rev", rev + 1));
            if (parent != null) {
                changes.add(set("parent", parent));
                if (each.changed()) {
                    changes.add(addEachToSet("up", List.of(parent)));
                    changes.add(set("upAt", now));
                }
            }
            writes.add(write(each.id(), rev, changes));
        }
        return write(rollups, writes);
    }

    private static WriteModel<Document> write(String id, long rev, List<Bson> changes) {
        return new UpdateOneModel<>(
                and(eq("_id", id), eq("rev", rev)), combine(changes), new UpdateOptions().upsert(rev == 0));
    }

    private static Future<Boolean> write(MongoCollection<Document> collection, List<WriteModel<Document>> writes) {
        if (writes.isEmpty()) return Future.succeededFuture(true);
        return Mongo.one(collection.bulkWrite(writes, UNORDERED))
                .map(result -> matched(result) == writes.size())
                .recover(failure -> failure instanceof MongoBulkWriteException
                        ? Future.succeededFuture(false)
                        : Future.failedFuture(failure));
    }

    private static int matched(BulkWriteResult result) {
        return result.getMatchedCount() + result.getUpserts().size();
    }

    /** These rollups were summed: takes the marks of sums unchanged since they were read. */
    Future<Void> rolledUp(Parts parts, Set<String> done) {
        return write(tallies, unmarks(parts.markedTallies(), done))
                .compose(first -> write(rollups, unmarks(parts.markedRollups(), done)))
                .mapEmpty();
    }

    private static List<WriteModel<Document>> unmarks(List<Sum> marked, Set<String> done) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (Sum sum : marked) {
            List<String> summed = sum.up().stream().filter(done::contains).toList();
            writes.add(new UpdateOneModel<>(
                    and(eq("_id", sum.id()), eq("rev", sum.rev())),
                    summed.size() == sum.up().size() ? combine(unset("up"), unset("upAt")) : pullAll("up", summed)));
        }
        return writes;
    }

    Future<Set<String>> marked(long until, int limit) {
        return marked(tallies, until, limit)
                .compose(first -> marked(rollups, until, limit).map(second -> {
                    first.addAll(second);
                    return first;
                }));
    }

    /** Whether anything below one of the paths is marked: its sums may be behind for a moment. */
    Future<Boolean> moving(Collection<String> paths) {
        return marked(Long.MAX_VALUE, MOST_MARKS)
                .map(above -> above.size() >= MOST_MARKS
                        || above.stream().anyMatch(id -> paths.stream().anyMatch(RollupKey.plain(id)::startsWith)));
    }

    private static Future<Set<String>> marked(MongoCollection<Document> collection, long until, int limit) {
        return Mongo.all(collection.find(lte("upAt", until)).batchSize(limit).limit(limit))
                .map(found -> {
                    Set<String> above = new HashSet<>();
                    found.forEach(document -> above.addAll(document.getList("up", String.class, List.of())));
                    return above;
                });
    }

    Future<Void> delete(String session) {
        return Mongo.one(tallies.deleteMany(eq("session", session))).mapEmpty();
    }
}
