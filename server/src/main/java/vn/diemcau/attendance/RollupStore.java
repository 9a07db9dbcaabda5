package vn.diemcau.attendance;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
 * Rollups of units by month and kind: each the sum of the tallies that enter it and of the rollups below it. Always summed anew and
 * written by compare-and-set; never incremented.
 */
final class RollupStore {
    static final List<Index> INDEXES = List.of(Index.sparseOn("rollups", "parent"), Index.sparseOn("rollups", "upAt"));

    private static final int MOST_MARKS = 1_000;

    private final TallyStore tallies;
    private final MongoCollection<Document> rollups;

    RollupStore(Mongo mongo, TallyStore tallies) {
        this.tallies = tallies;
        rollups = mongo.collection("rollups");
    }

    Future<Map<String, Sum>> some(Collection<String> ids) {
        return Mongo.all(rollups.find(in("_id", ids)).batchSize(Mongo.BATCH)).map(SumWrites::byId);
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
        return tallies.markedFor(ids).compose(marked -> Future.all(
                        tallies.entering("leaf", bySlice.getOrDefault(false, List.of())),
                        tallies.entering("slice", bySlice.getOrDefault(true, List.of())),
                        Mongo.all(rollups.find(in("parent", ids)).batchSize(2000)))
                .map(all -> parts(all.resultAt(0), all.resultAt(1), marked, all.resultAt(2))));
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

    /**
     * A rollup summed anew; before is what was read, or null when there was none.
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

    /** Writes where nobody wrote meanwhile; true when that was so for all. */
    Future<Boolean> keep(Collection<Rolled> all, long now) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (Rolled each : all) {
            long rev = each.before() == null ? 0 : each.before().rev();
            String parent =
                    RollupKey.parse(each.id()).parent().map(RollupKey::id).orElse(null);
            List<Bson> changes = SumWrites.changes(each.counts(), each.meetings(), rev);
            if (parent != null) {
                changes.add(set("parent", parent));
                if (each.changed()) SumWrites.mark(changes, Set.of(parent), now);
            }
            writes.add(SumWrites.write(each.id(), rev, changes));
        }
        return SumWrites.write(rollups, writes);
    }

    /** These rollups were summed: takes the marks of sums unchanged since they were read. */
    Future<Void> rolledUp(Parts parts, Set<String> done) {
        return tallies.unmark(parts.markedTallies(), done)
                .compose(first -> SumWrites.write(rollups, SumWrites.unmarks(parts.markedRollups(), done)))
                .mapEmpty();
    }

    /** The rollups that may be behind a tally or a rollup below, marked up to then. */
    Future<Set<String>> marked(long until, int limit) {
        return tallies.marked(until, limit)
                .compose(first -> SumWrites.marked(rollups, until, limit).map(second -> {
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
}
