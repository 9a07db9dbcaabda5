package vn.diemcau.attendance;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;

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
import org.bson.conversions.Bson;
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

    /**
     * A rollup with its revision.
     *
     * @param path as it is kept: within a campaign where it is of one
     */
    private record Read(String id, String path, long rev, Rollup rollup) {
        static Read of(Document document) {
            Sum sum = Sum.read(document);
            Rollup rollup = RollupStore.rollup(sum);
            String path = sum.id().startsWith(rollup.path())
                    ? rollup.path()
                    : RollupKey.parse(sum.id()).path();
            return new Read(sum.id(), path, sum.rev(), rollup);
        }
    }

    /** The revision of a rollup. */
    private record Stamp(String id, long rev) {
        static Stamp of(Document document) {
            return new Stamp(document.getString("_id"), document.getLong("rev"));
        }
    }

    /** The parts of a rollup as they were when it had this rev. */
    private record Known(long rev, List<Read> below) {}

    RollupReader(Mongo mongo) {
        rollups = mongo.collection("rollups");
    }

    /** The rollups of the paths, months from … to, both included. */
    Future<List<Rollup>> of(Collection<String> paths, YearMonth from, YearMonth to) {
        return read(paths, from, to).map(RollupReader::rollups);
    }

    /** The rollups of the units directly below the paths. */
    Future<List<Rollup>> below(Collection<String> paths, YearMonth from, YearMonth to) {
        return parts(Set.copyOf(paths), from, to).map(RollupReader::rollups);
    }

    private static List<Rollup> rollups(List<Read> read) {
        return read.stream().map(Read::rollup).toList();
    }

    private Future<List<Read>> read(Collection<String> paths, YearMonth from, YearMonth to) {
        if (paths.isEmpty()) return Future.succeededFuture(List.of());
        if (paths.size() > FEW) return byIds(keys(paths, from, to), new ArrayList<>());
        List<Future<List<Read>>> reads = new ArrayList<>();
        for (String path : Set.copyOf(paths)) reads.add(between(path, from, to));
        return Future.all(reads)
                .map(done ->
                        reads.stream().flatMap(read -> read.result().stream()).toList());
    }

    private Future<List<Read>> between(String path, YearMonth from, YearMonth to) {
        return Mongo.all(rollups.find(within(path, from, to)).batchSize(Mongo.BATCH))
                .map(found -> found.stream().map(Read::of).toList());
    }

    private static Bson within(String path, YearMonth from, YearMonth to) {
        return and(gte("_id", path + "|" + from + "|"), lt("_id", path + "|" + to.plusMonths(1) + "|"));
    }

    private Future<List<Read>> byIds(List<String> ids, List<Read> done) {
        if (ids.isEmpty()) return Future.succeededFuture(done);
        int end = Math.min(MOST_IDS, ids.size());
        return Mongo.all(rollups.find(in("_id", ids.subList(0, end))).batchSize(Mongo.BATCH))
                .compose(found -> {
                    found.forEach(document -> done.add(Read.of(document)));
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

    private Future<List<Read>> parts(Set<String> paths, YearMonth from, YearMonth to) {
        return stamps(paths, from, to).compose(parents -> {
            List<Read> all = new ArrayList<>();
            Map<String, Long> unknown = new LinkedHashMap<>();
            for (Stamp parent : parents) {
                List<Read> below = recall(parent);
                if (below == null) unknown.put(parent.id(), parent.rev());
                else all.addAll(below);
            }
            return fetch(List.copyOf(unknown.keySet()), unknown, all);
        });
    }

    /** The revs of the paths' own rollups: from the store, of several below the same unit from what lies below that one. */
    private Future<List<Stamp>> stamps(Set<String> paths, YearMonth from, YearMonth to) {
        Set<String> direct = new LinkedHashSet<>();
        Set<String> others = new LinkedHashSet<>();
        Set<String> above = new LinkedHashSet<>();
        for (String path : paths) {
            String parent = path.substring(0, path.lastIndexOf('/', path.length() - 2) + 1);
            if (parent.endsWith(":/")) {
                direct.add(path);
            } else {
                others.add(path);
                above.add(parent);
            }
        }
        if (above.size() == others.size() && others.size() <= FEW) return stampsOf(paths, from, to);
        Future<List<Stamp>> own = stampsOf(direct, from, to);
        Future<List<Read>> below = parts(above, from, to);
        return Future.all(own, below).map(done -> {
            List<Stamp> all = new ArrayList<>(own.result());
            for (Read one : below.result()) {
                if (others.contains(one.path())) all.add(new Stamp(one.id(), one.rev()));
            }
            return all;
        });
    }

    private Future<List<Stamp>> stampsOf(Set<String> paths, YearMonth from, YearMonth to) {
        List<Future<List<Stamp>>> reads = new ArrayList<>();
        for (String path : paths) {
            reads.add(Mongo.all(rollups.find(within(path, from, to))
                            .projection(include("rev"))
                            .batchSize(Mongo.BATCH))
                    .map(found -> found.stream().map(Stamp::of).toList()));
        }
        return Future.all(reads)
                .map(done ->
                        reads.stream().flatMap(read -> read.result().stream()).toList());
    }

    private Future<List<Read>> fetch(List<String> parents, Map<String, Long> revs, List<Read> all) {
        if (parents.isEmpty()) return Future.succeededFuture(all);
        int end = Math.min(MOST_IDS, parents.size());
        List<String> some = parents.subList(0, end);
        return Mongo.all(rollups.find(in("parent", some)).batchSize(Mongo.BATCH))
                .compose(found -> {
                    Map<String, List<Read>> byParent = new HashMap<>();
                    some.forEach(parent -> byParent.put(parent, new ArrayList<>()));
                    for (Document document : found) {
                        byParent.getOrDefault(document.getString("parent"), new ArrayList<>())
                                .add(Read.of(document));
                    }
                    byParent.forEach((parent, below) -> {
                        remember(parent, new Known(revs.getOrDefault(parent, 0L), List.copyOf(below)));
                        all.addAll(below);
                    });
                    return fetch(parents.subList(end, parents.size()), revs, all);
                });
    }

    private synchronized @Nullable List<Read> recall(Stamp parent) {
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
