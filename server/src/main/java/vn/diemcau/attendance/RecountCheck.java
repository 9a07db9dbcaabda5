package vn.diemcau.attendance;

import static com.mongodb.client.model.Projections.include;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import vn.diemcau.mongo.Mongo;

/** Compares attendance, tallies and rollups of all sessions with a full recount from evidence: for the operator's command. */
public final class RecountCheck {
    private RecountCheck() {}

    /**
     * What was compared and what differs.
     *
     * @param marked whether some outcomes or sums still bear marks: a server at work is behind for a moment
     */
    public record Result(int sessions, boolean marked, List<String> differences) {}

    public static Future<Result> all(Mongo mongo) {
        EvidenceStore evidence = new EvidenceStore(mongo);
        AttendanceStore attendance = new AttendanceStore(mongo);
        TallyStore tallies = new TallyStore(mongo);
        Recount recount = new Recount(evidence, attendance, tallies, new FrameStore(mongo));
        List<String> differences = new ArrayList<>();
        return Mongo.all(mongo.collection("session_states")
                        .find()
                        .projection(include("_id"))
                        .batchSize(Mongo.BATCH))
                .compose(found -> {
                    Future<Void> chain = Future.succeededFuture();
                    for (Document session : found) {
                        chain = chain.compose(done -> recount.handle(session.getString("_id")))
                                .map(more -> {
                                    differences.addAll(more);
                                    return null;
                                });
                    }
                    long now = Long.MAX_VALUE;
                    return chain.compose(done -> new RecountSums(mongo).handle())
                            .compose(more -> {
                                differences.addAll(more);
                                return Future.all(
                                        evidence.marked(now, 1),
                                        attendance.marked(now, 1),
                                        attendance.markedGroups(now, 1),
                                        new RollupStore(mongo, tallies).marked(now, 1));
                            })
                            .map(all -> new Result(
                                    found.size(),
                                    all.<Set<String>>list().stream().anyMatch(some -> !some.isEmpty()),
                                    differences));
                });
    }
}
