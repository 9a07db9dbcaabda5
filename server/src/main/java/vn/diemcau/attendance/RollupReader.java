package vn.diemcau.attendance;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.schedule.ProgrammeKind;

/**
 * Reads rollups for accounts. What lies below a rollup is remembered by the rollup's rev: it is summed anew, and its rev raised,
 * whenever one of its parts has changed, so an unchanged rev says that the parts are unchanged too. The rev is always read from the
 * store, for many units from what lies below the unit above them.
 */
final class RollupReader {
    private static final int FEW = 16;
    private static final int MOST_IDS = 5_000;
    private static final int REMEMBERED = 150_000;

    private final MongoCollection<Document> rollups;
    private final Map<String, Known> known = new LinkedHashMap<>(1024, 0.75f, true);
    private int remembered;

    /** The parts of a rollup as they were when it had this rev. */
    private record Known(long rev, List<TallyStore.Sum> below) {}

    RollupReader(Mongo mongo) {
        rollups = mongo.collection("rollups");
    }

    /** The rollups of the paths, months from … to, both included. */
    Future<List<TallyStore.Sum>> of(Collection<String> paths, YearMonth from, YearMonth to) {
        if (paths.isEmpty()) return Future.succeededFuture(List.of());
        if (paths.size() > FEW) return byIds(keys(paths, from, to), new ArrayList<>());
        List<Future<List<TallyStore.Sum>>> reads = new ArrayList<>();
        for (String path : Set.copyOf(paths)) reads.add(between(path, from, to));
        return Future.all(reads)
                .map(done ->
                        reads.stream().flatMap(read -> read.result().stream()).toList());
    }

    private Future<List<TallyStore.Sum>> between(String path, YearMonth from, YearMonth to) {
        String end = path + "|" + to.plusMonths(1) + "|";
        return Mongo.all(rollups.find(and(gte("_id", path + "|" + from + "|"), lt("_id", end)))
                        .batchSize(Mongo.BATCH))
                .map(found -> found.stream().map(TallyStore::sum).toList());
    }

    private Future<List<TallyStore.Sum>> byIds(List<String> ids, List<TallyStore.Sum> done) {
        if (ids.isEmpty()) return Future.succeededFuture(done);
        int end = Math.min(MOST_IDS, ids.size());
        return Mongo.all(rollups.find(in("_id", ids.subList(0, end))).batchSize(Mongo.BATCH))
                .compose(found -> {
                    found.forEach(document -> done.add(TallyStore.sum(document)));
                    return byIds(ids.subList(end, ids.size()), done);
                });
    }

    private static List<String> keys(Collection<String> paths, YearMonth from, YearMonth to) {
        List<String> ids = new ArrayList<>();
        for (String path : paths) {
            for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
                for (ProgrammeKind kind : ProgrammeKind.values()) {
                    ids.add(RollupKey.of(path, month.toString(), kind).id());
                }
            }
        }
        return ids;
    }

    /** The rollups of the units directly below the paths. */
    Future<List<TallyStore.Sum>> below(Collection<String> paths, YearMonth from, YearMonth to) {
        return revs(Set.copyOf(paths), from, to).compose(parents -> {
            List<TallyStore.Sum> all = new ArrayList<>();
            Map<String, Long> unknown = new LinkedHashMap<>();
            for (TallyStore.Sum parent : parents) {
                List<TallyStore.Sum> below = recall(parent);
                if (below == null) unknown.put(parent.id(), parent.rev());
                else all.addAll(below);
            }
            return fetch(List.copyOf(unknown.keySet()), unknown, all);
        });
    }

    /** The paths' own rollups: of few from the store, of many from below the units above them. */
    private Future<List<TallyStore.Sum>> revs(Set<String> paths, YearMonth from, YearMonth to) {
        if (paths.size() <= FEW) return of(paths, from, to);
        Set<String> above = new LinkedHashSet<>();
        for (String path : paths) above.add(path.substring(0, path.lastIndexOf('/', path.length() - 2) + 1));
        return below(above, from, to).map(found -> found.stream()
                .filter(sum -> paths.contains(sum.id().substring(0, sum.id().indexOf('|'))))
                .toList());
    }

    private Future<List<TallyStore.Sum>> fetch(List<String> parents, Map<String, Long> revs, List<TallyStore.Sum> all) {
        if (parents.isEmpty()) return Future.succeededFuture(all);
        int end = Math.min(MOST_IDS, parents.size());
        List<String> some = parents.subList(0, end);
        return Mongo.all(rollups.find(in("parent", some)).batchSize(Mongo.BATCH))
                .compose(found -> {
                    Map<String, List<TallyStore.Sum>> byParent = new HashMap<>();
                    some.forEach(parent -> byParent.put(parent, new ArrayList<>()));
                    for (Document document : found) {
                        byParent.getOrDefault(document.getString("parent"), new ArrayList<>())
                                .add(TallyStore.sum(document));
                    }
                    byParent.forEach((parent, below) -> {
                        remember(parent, new Known(revs.getOrDefault(parent, 0L), List.copyOf(below)));
                        all.addAll(below);
                    });
                    return fetch(parents.subList(end, parents.size()), revs, all);
                });
    }

    private synchronized @Nullable List<TallyStore.Sum> recall(TallyStore.Sum parent) {
        Known found = known.get(parent.id());
        return found != null && found.rev() == parent.rev() ? found.below() : null;
    }

    private synchronized void remember(String parent, Known fresh) {
        Known before = known.put(parent, fresh);
        remembered +=
                fresh.below().size() + 1 - (before == null ? 0 : before.below().size() + 1);
        for (var each = known.values().iterator(); remembered > REMEMBERED && each.hasNext(); ) {
            remembered -= each.next().below().size() + 1;
            each.remove();
        }
    }
}
