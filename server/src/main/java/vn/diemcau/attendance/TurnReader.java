package vn.diemcau.attendance;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import vn.diemcau.enrolment.Required;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.schedule.ProgrammeKind;

/** Reads the turns of some people by the index of persons and starts: few fields, no evidence. */
final class TurnReader {
    private static final int AT_ONCE = 100;

    private final MongoCollection<Document> attendance;

    TurnReader(Mongo mongo) {
        attendance = mongo.collection("attendance");
    }

    /** Every turn at sessions that start in [from, to), in no order; rehearsals left out. */
    Future<Void> each(List<String> persons, Instant from, Instant to, Consumer<Turn> consumer) {
        if (persons.isEmpty()) return Future.succeededFuture();
        List<String> some = persons.subList(0, Math.min(AT_ONCE, persons.size()));
        return Mongo.each(of(some, from, to), document -> {
                    if (AttendanceDocument.listed(document) && !document.getBoolean("apart", false)) {
                        consumer.accept(turn(document));
                    }
                })
                .compose(done -> each(persons.subList(some.size(), persons.size()), from, to, consumer));
    }

    private FindPublisher<Document> of(List<String> persons, Instant from, Instant to) {
        return attendance
                .find(and(in("person", persons), gte("startsAt", Date.from(from)), lt("startsAt", Date.from(to))))
                .projection(include("session", "entry", "paths", "kind", "startsAt", "outcome", "listed", "apart"))
                .batchSize(Mongo.BATCH);
    }

    private static Turn turn(Document document) {
        return new Turn(
                document.getString("session"),
                document.getList("paths", String.class, List.of()),
                ProgrammeKind.valueOf(document.getString("kind")),
                document.getDate("startsAt").toInstant(),
                Counts.of(
                        Required.Standing.valueOf(document.getString("entry")),
                        AttendanceDocument.readOutcome(document.get("outcome", Document.class))));
    }
}
