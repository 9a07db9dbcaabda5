package vn.diemcau.attendance;

import static com.mongodb.client.model.Filters.gt;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import vn.diemcau.mongo.Mongo;

/** Use case: sum every rollup anew from all tallies, beside what is kept, and answer each difference. */
final class RecountSums {
    private final MongoCollection<Document> tallies;
    private final MongoCollection<Document> rollups;
    private final Map<String, Whole> anew = new TreeMap<>();
    private final List<String> differences = new ArrayList<>();

    private record Whole(Counts counts, Meetings meetings) {
        Whole plus(Whole other) {
            return new Whole(counts.plus(other.counts), meetings.plus(other.meetings));
        }
    }

    private static final Whole NONE = new Whole(Counts.NONE, Meetings.NONE);

    RecountSums(Mongo mongo) {
        tallies = mongo.collection("tallies");
        rollups = mongo.collection("rollups");
    }

    Future<List<String>> handle() {
        return Mongo.each(tallies.find(gt("leaf", "")).batchSize(Mongo.BATCH), document -> add(Sum.read(document)))
                .compose(read ->
                        Mongo.each(rollups.find().batchSize(Mongo.BATCH), document -> compare(Sum.read(document))))
                .map(compared -> {
                    anew.forEach((id, sum) -> {
                        if (!sum.equals(NONE)) differences.add(id + ": not kept, anew " + sum);
                    });
                    return differences;
                });
    }

    private void add(Sum tally) {
        Whole part = new Whole(tally.counts(), tally.meetings());
        for (String leaf : tally.leaves().all()) {
            Optional<RollupKey> at = Optional.of(RollupKey.parse(leaf));
            while (at.isPresent()) {
                anew.merge(at.get().id(), part, Whole::plus);
                at = at.get().parent();
            }
        }
    }

    private void compare(Sum kept) {
        Whole sum = anew.remove(kept.id());
        Whole was = new Whole(kept.counts(), kept.meetings());
        if (!was.equals(sum == null ? NONE : sum)) {
            differences.add(kept.id() + ": " + was + ", anew " + (sum == null ? NONE : sum));
        }
    }
}
