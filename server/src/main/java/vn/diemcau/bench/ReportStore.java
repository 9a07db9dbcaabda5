package vn.diemcau.bench;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.diemcau.mongo.Mongo;

/** Writes a planned province into a store as the application keeps it, without living its two years through. */
final class ReportStore {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int BATCH = 2_000;

    private final Mongo mongo;
    private final ReportProvince province;
    private final Map<String, Map<String, Integer>> rollups = new LinkedHashMap<>();
    private final Map<String, List<Document>> waiting = new HashMap<>();
    private long turns;
    private long meetings;
    private long tallies;

    ReportStore(Mongo mongo, ReportProvince province) {
        this.mongo = mongo;
        this.province = province;
    }

    long turns() {
        return turns;
    }

    long meetings() {
        return meetings;
    }

    long tallies() {
        return tallies;
    }

    long rollups() {
        return rollups.size();
    }

    private void put(String collection, Document document) throws Exception {
        List<Document> batch = waiting.computeIfAbsent(collection, key -> new ArrayList<>());
        batch.add(document);
        if (batch.size() >= BATCH) write(collection, batch);
    }

    private void write(String collection, List<Document> batch) throws Exception {
        if (batch.isEmpty()) return;
        Drive.await(mongo.collection(collection).insertMany(batch, new InsertManyOptions().ordered(false)));
        batch.clear();
    }

    private void flush() throws Exception {
        for (var each : waiting.entrySet()) write(each.getKey(), each.getValue());
    }

    void units() throws Exception {
        Map<String, Document> units = new LinkedHashMap<>();
        for (ReportProvince.Placed one : province.placed()) {
            Document unit = units.computeIfAbsent(one.unit(), id -> new Document("_id", id)
                    .append("name", "Đơn vị " + id)
                    .append("tree", "party")
                    .append("type", one.level() == 4 ? "party_cell" : "party_organization")
                    .append("level", one.level())
                    .append("placements", new ArrayList<Document>())
                    .append("folded", "don vi " + id)
                    .append("sortKey", id)
                    .append("rev", 1L));
            Document placement = new Document("from", one.from().toString());
            if (one.parent() != null) placement.append("parent", one.parent());
            if (one.to() != null) placement.append("to", one.to().toString());
            List<Document> all = new ArrayList<>(unit.getList("placements", Document.class));
            all.add(placement);
            unit.put("placements", all);
        }
        for (Document unit : units.values()) put("units", unit);
        for (ReportProvince.Followed one : province.followed()) {
            String id = one.kind() + "|" + one.from() + "|" + one.to() + "|" + one.date();
            put(
                    "successions",
                    new Document("_id", id)
                            .append("kind", one.kind())
                            .append("from", one.from())
                            .append("to", one.to())
                            .append("date", one.date().toString()));
        }
        put(
                "groups",
                new Document("_id", ReportProvince.GROUP)
                        .append("name", "Báo cáo viên")
                        .append("unit", ReportProvince.ROOT)
                        .append("unitPath", "/" + ReportProvince.ROOT + "/")
                        .append("persons", province.group())
                        .append("rev", 1L));
        put("unit_revisions", new Document("_id", "units").append("rev", 1L));
        people();
        flush();
    }

    private void people() throws Exception {
        Map<String, List<Document>> memberships = new LinkedHashMap<>();
        for (ReportProvince.Home home : province.homes()) {
            Document one =
                    new Document("unit", home.unit()).append("from", home.from().toString());
            if (home.to() != null) one.append("to", home.to().toString());
            memberships.computeIfAbsent(home.person(), key -> new ArrayList<>()).add(one);
        }
        for (var each : memberships.entrySet()) {
            put(
                    "persons",
                    new Document("_id", each.getKey())
                            .append("name", "Nguyễn Văn " + each.getKey())
                            .append("sortKey", each.getKey())
                            .append("folded", "nguyen van")
                            .append("words", List.of("nguyen", "van"))
                            .append("memberships", each.getValue())
                            .append(
                                    "statuses",
                                    List.of(new Document("status", "official").append("from", "1900-01-01")))
                            .append("posts", List.of())
                            .append("rev", 1L));
        }
    }

    /** A year of meetings: tallies and sums, and on demand everybody's attendance. */
    void year(int year, boolean attendance) throws Exception {
        for (int month = 1; month <= 12; month++) {
            for (ReportProvince.Meeting meeting : province.meetings(year, month)) hold(meeting, attendance);
        }
        flush();
    }

    private void hold(ReportProvince.Meeting meeting, boolean attendance) throws Exception {
        String path = "party:" + meeting.cell().path(meeting.day(), province.turn());
        Map<String, Integer> sum = new LinkedHashMap<>();
        long session = ReportProvince.scatter(meeting.id().hashCode(), 1);
        for (int i = 0; i < meeting.persons().size(); i++) {
            String person = meeting.persons().get(i);
            String standing = standing(session, i);
            add(sum, "required", 1);
            add(sum, standing.toLowerCase(java.util.Locale.ROOT), 1);
            boolean late = standing.equals("PRESENT") && ReportProvince.scatter(session, i + 500L) % 40 == 0;
            if (standing.equals("PRESENT")) add(sum, "linked", 1);
            if (late) add(sum, "late", 1);
            if (attendance) put("attendance", attendance(meeting, path, person, standing, late));
        }
        turns += attendance ? meeting.persons().size() : 0;
        meetings += attendance ? 1 : 0;
        String month = meeting.day().toString().substring(0, 7);
        String leaf = path + "|" + month + "|" + meeting.kind();
        boolean held = path.equals("party:" + meeting.holder());
        if (attendance) tally(meeting.id(), path, leaf, sum, held);
        for (String way = path; way.indexOf('/') < way.length() - 1; way = above(way)) {
            Map<String, Integer> rollup =
                    rollups.computeIfAbsent(way + "|" + month + "|" + meeting.kind(), key -> new LinkedHashMap<>());
            sum.forEach((name, count) -> add(rollup, name, count));
            if (("party:" + meeting.holder()).startsWith(way)) add(rollup, "held", 1);
        }
    }

    private static void add(Map<String, Integer> sum, String name, int count) {
        sum.merge(name, count, Integer::sum);
    }

    private static String above(String way) {
        return way.substring(0, way.lastIndexOf('/', way.length() - 2) + 1);
    }

    private static String standing(long session, int person) {
        long chance = ReportProvince.scatter(session, person) % 100;
        if (chance < 3) return "EXCUSED";
        return chance < 5 + session % 7 ? "UNEXCUSED" : "PRESENT";
    }

    private void tally(String session, String path, String leaf, Map<String, Integer> sum, boolean held)
            throws Exception {
        tallies++;
        put(
                "tallies",
                new Document("_id", session + "|" + path)
                        .append("session", session)
                        .append("counts", counts(sum))
                        .append("held", held ? 1 : 0)
                        .append("leaf", leaf)
                        .append("rev", 1L));
    }

    private static Document counts(Map<String, Integer> sum) {
        return new Document(new LinkedHashMap<String, Object>(
                vn.diemcau.attendance.Counts.of(sum).asMap()));
    }

    private static Document attendance(
            ReportProvince.Meeting meeting, String path, String person, String standing, boolean late) {
        Date startsAt =
                Date.from(meeting.day().atTime(LocalTime.of(19, 0)).atZone(ZONE).toInstant());
        Document outcome = new Document("standing", standing)
                .append("flags", late ? List.of("LATE") : List.of())
                .append("minutes", standing.equals("PRESENT") ? 95 : 0)
                .append("certainty", "SURE");
        if (standing.equals("PRESENT")) {
            outcome.append("mode", "LINKED").append("site", "cell").append("arrived", startsAt);
        }
        return new Document("_id", meeting.id() + "|" + person)
                .append("session", meeting.id())
                .append("person", person)
                .append("listed", true)
                .append("entry", "REQUIRED")
                .append("name", "Nguyễn Văn " + person)
                .append("sortKey", person)
                .append("folded", "nguyen van " + person)
                .append("birthYear", 1979)
                .append("unit", meeting.cell().id())
                .append("unitName", "Đơn vị " + meeting.cell().id())
                .append("paths", List.of(path))
                .append("site", "cell")
                .append("kind", meeting.kind())
                .append("startsAt", startsAt)
                .append("apart", false)
                .append("rev", 1L)
                .append("groups", List.of(meeting.id() + "|" + path, meeting.id() + "|site:cell"))
                .append("outcome", outcome);
    }

    /** Keeps the sums, each so many times over. */
    void sums(int times) throws Exception {
        MongoCollection<Document> collection = mongo.collection("rollups");
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (var each : rollups.entrySet()) {
            Map<String, Integer> sum = new LinkedHashMap<>();
            each.getValue().forEach((name, count) -> sum.put(name, count * times));
            Integer held = sum.remove("held");
            Document rollup = new Document("_id", each.getKey())
                    .append("counts", counts(sum))
                    .append("held", held == null ? 0 : held)
                    .append("rev", (long) times);
            String parent = parent(each.getKey());
            if (parent != null) rollup.append("parent", parent);
            writes.add(new ReplaceOneModel<>(eq("_id", each.getKey()), rollup, new ReplaceOptions().upsert(true)));
            if (writes.size() == BATCH) {
                Drive.await(collection.bulkWrite(writes, new BulkWriteOptions().ordered(false)));
                writes.clear();
            }
        }
        if (!writes.isEmpty()) Drive.await(collection.bulkWrite(writes, new BulkWriteOptions().ordered(false)));
    }

    private static @Nullable String parent(String id) {
        String path = id.substring(0, id.indexOf('|'));
        String above = above(path);
        return above.indexOf('/') < above.length() - 1 ? above + id.substring(path.length()) : null;
    }

    /** The tallies of a year so many times more, as if as many more meetings had been held. */
    void moreTallies(int year, int times) throws Exception {
        for (int month = 1; month <= 12; month++) {
            for (ReportProvince.Meeting meeting : province.meetings(year, month)) {
                LocalDate day = meeting.day();
                String path = "party:" + meeting.cell().path(day, province.turn());
                String leaf = path + "|" + day.toString().substring(0, 7) + "|" + meeting.kind();
                int present = meeting.persons().size();
                Map<String, Integer> sum = Map.of("required", present, "present", present, "linked", present);
                for (int more = 1; more <= times; more++) tally(meeting.id() + "x" + more, path, leaf, sum, false);
            }
        }
        flush();
    }
}
