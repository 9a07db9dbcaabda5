package vn.diemcau.privacy;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import vn.diemcau.attendance.Attendance;
import vn.diemcau.attendance.Attendances;
import vn.diemcau.attendance.Evidence;
import vn.diemcau.mongo.Holding;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.people.People;
import vn.diemcau.people.Unit;
import vn.diemcau.people.UnitTree;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;

/** Everything held about one person, and who looked at it, put together from what the features declare. */
final class MyData {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Duration YEARS = Duration.ofDays(3 * 366L);
    private static final Duration READS = Duration.ofDays(ReadLog.DAYS);
    private static final int MOST = 5_000;
    private static final int EXPLAINED = 400;

    private final Mongo mongo;
    private final List<Holding> holdings;
    private final People people;
    private final Schedule schedule;
    private final Attendances attendances;
    private final ReadLog reads;
    private final InstantSource clock;

    MyData(
            Mongo mongo,
            List<Holding> holdings,
            People people,
            Schedule schedule,
            Attendances attendances,
            ReadLog reads,
            InstantSource clock) {
        this.mongo = mongo;
        this.holdings = holdings;
        this.people = people;
        this.schedule = schedule;
        this.attendances = attendances;
        this.reads = reads;
        this.clock = clock;
    }

    /** At most 5,000 documents a kind; the evidence of the last 400 sessions of three years. */
    Future<JsonObject> of(String person) {
        Instant now = clock.instant();
        JsonObject held = new JsonObject();
        return accounts(person)
                .compose(accounts -> {
                    Future<Void> chain = Future.succeededFuture();
                    for (Holding holding : holdings)
                        chain = chain.compose(done -> kind(holding, person, accounts))
                                .map(items -> {
                                    held.put(holding.collection(), items);
                                    return null;
                                });
                    return chain;
                })
                .compose(done -> attendances.of(person, now.minus(YEARS), now.plus(YEARS)))
                .compose(attended -> evidence(person, attended)
                        .onSuccess(items -> held.put("evidence", items))
                        .compose(done -> seenBy(person, attended, now)))
                .compose(seen -> names(held).map(names -> new JsonObject()
                        .put("person", person)
                        .put("madeAt", now.toString())
                        .put("names", names)
                        .put("held", held)
                        .put("seenBy", seen)));
    }

    /** What the ids of units and sessions in it are called, for whoever reads it. */
    private Future<JsonObject> names(JsonObject held) {
        Set<String> units = new TreeSet<>();
        Set<String> sessions = new TreeSet<>();
        gather(held, units, sessions);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        return Future.all(people.tree(), schedule.sessions(sessions)).map(both -> {
            UnitTree tree = both.resultAt(0);
            JsonObject ofUnits = new JsonObject();
            tree.all().stream()
                    .map(Unit::id)
                    .filter(units::contains)
                    .forEach(unit -> ofUnits.put(unit, tree.fullName(unit, today)));
            JsonObject ofSessions = new JsonObject();
            both.<List<Session>>resultAt(1)
                    .forEach(each -> ofSessions.put(
                            each.id(),
                            new JsonObject()
                                    .put("title", each.title())
                                    .put("startsAt", each.startsAt().toString())));
            return new JsonObject().put("units", ofUnits).put("sessions", ofSessions);
        });
    }

    private static void gather(Object value, Set<String> units, Set<String> sessions) {
        if (value instanceof JsonArray array) array.forEach(each -> gather(each, units, sessions));
        if (!(value instanceof JsonObject object)) return;
        for (String field : object.fieldNames()) {
            Object inside = object.getValue(field);
            if (inside instanceof String id && field.equals("unit")) units.add(id);
            else if (inside instanceof String id && field.equals("session")) sessions.add(id);
            else if (inside != null) gather(inside, units, sessions);
        }
    }

    /** Who looked: at the person, or at a list of a session or unit the person is in. */
    Future<JsonArray> seenBy(String person) {
        Instant now = clock.instant();
        return attendances
                .of(person, now.minus(YEARS), now.plus(YEARS))
                .compose(attended -> seenBy(person, attended, now));
    }

    private Future<JsonArray> seenBy(String person, List<Attendance> attended, Instant now) {
        List<String> sessions = attended.stream().map(Attendance::session).toList();
        return units(person)
                .compose(units -> reads.about(person, sessions, units, now.minus(READS)))
                .map(MyData::array);
    }

    /** The unit the person belongs to today and those above it. */
    private Future<List<String>> units(String person) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        return people.person(person)
                .compose(found -> people.tree().map(tree -> found.flatMap(known -> tree.path(known.unit(), today))
                        .map(path -> java.util.Arrays.stream(path.split("/"))
                                .filter(part -> !part.isEmpty())
                                .toList())
                        .orElse(List.of())));
    }

    private Future<List<String>> accounts(String person) {
        return Mongo.all(mongo.collection("accounts").find(eq("person", person)).batchSize(1))
                .map(found -> found.stream().map(each -> each.getString("_id")).toList());
    }

    private Future<JsonArray> kind(Holding holding, String person, List<String> accounts) {
        List<String> ids =
                switch (holding.of()) {
                    case PERSON -> List.of(person);
                    case ACCOUNT -> accounts;
                };
        if (ids.isEmpty()) return Future.succeededFuture(new JsonArray());
        return Mongo.all(mongo.collection(holding.collection())
                        .find(in(holding.field(), ids))
                        .batchSize(Mongo.BATCH)
                        .limit(MOST))
                .map(MyData::array);
    }

    private Future<JsonArray> evidence(String person, List<Attendance> attended) {
        JsonArray items = new JsonArray();
        List<Attendance> last = new ArrayList<>(attended);
        Future<Void> chain = Future.succeededFuture();
        for (Attendance one : last.subList(Math.max(0, last.size() - EXPLAINED), last.size()))
            chain = chain.compose(done -> attendances.why(one.session(), person))
                    .map(why -> {
                        why.evidence().forEach(piece -> items.add(json(piece, person)));
                        return null;
                    });
        return chain.map(items);
    }

    private static JsonObject json(Evidence piece, String person) {
        JsonObject json = new JsonObject()
                .put("id", piece.id())
                .put("session", piece.session())
                .put("kind", piece.kind().name())
                .put("source", piece.source().name())
                .put("by", piece.by())
                .put("site", piece.site())
                .put("seenAt", piece.seenAt().toString())
                .put("receivedAt", piece.receivedAt().toString());
        // whoever stands in for somebody reads of the evidence, not the other's reason
        String text = piece.detail().text();
        if (text != null && piece.subject().equals(person)) json.put("text", text);
        return json;
    }

    private static JsonArray array(List<Document> documents) {
        JsonArray array = new JsonArray();
        documents.forEach(document -> array.add(Plain.of(document)));
        return array;
    }
}
