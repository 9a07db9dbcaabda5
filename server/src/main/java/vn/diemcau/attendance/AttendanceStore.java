package vn.diemcau.attendance;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.addEachToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pullAll;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/**
 * Attendance, one document a person and session. Marks: {@code todo} since when the outcome may be behind the evidence, {@code tallyTodo}
 * the tallies that may be behind the outcome, {@code tallyAt} since when.
 */
final class AttendanceStore {
    static final List<Index> INDEXES = List.of(
            Index.on("attendance", "groups"),
            Index.on("attendance", "session", "sortKey", "_id"),
            Index.on("attendance", "person", "startsAt"),
            Index.on("attendance", "paths", "startsAt"),
            Index.sparseOn("attendance", "todo"),
            Index.sparseOn("attendance", "tallyAt"));

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoCollection<Document> attendance;

    AttendanceStore(Mongo mongo) {
        attendance = mongo.collection("attendance");
    }

    /**
     * A document as read, with its marks.
     *
     * @param groups every tally the person ever was part of, so that leaving one is counted too
     * @param todo whether the outcome may be behind something else than evidence: the list, the plan, a closing
     */
    record Row(Attendance attendance, boolean listed, boolean todo, Set<String> groups, Set<String> tallyTodo) {
        String id() {
            return AttendanceDocument.id(attendance.session(), attendance.person());
        }

        /** As {@link #settle} leaves it. */
        Row settled(Outcome outcome) {
            Set<String> ever = new LinkedHashSet<>(groups);
            ever.addAll(AttendanceDocument.groups(attendance, outcome, listed));
            return new Row(attendance.settled(outcome), listed, false, ever, tallyTodo);
        }

        /** The tallies the person is part of now. */
        Set<String> belongsTo() {
            return AttendanceDocument.groups(attendance, attendance.outcome(), listed);
        }
    }

    private static Row row(Document document) {
        return new Row(
                AttendanceDocument.read(document),
                AttendanceDocument.listed(document),
                document.get("todo") != null,
                new LinkedHashSet<>(document.getList("groups", String.class, List.of())),
                new LinkedHashSet<>(document.getList("tallyTodo", String.class, List.of())));
    }

    Future<Map<String, Row>> rows(Collection<String> ids) {
        if (ids.isEmpty()) return Future.succeededFuture(Map.of());
        return Mongo.all(attendance.find(in("_id", ids)).batchSize(Mongo.BATCH)).map(found -> {
            Map<String, Row> rows = new HashMap<>();
            found.forEach(document -> rows.put(document.getString("_id"), row(document)));
            return rows;
        });
    }

    Future<Optional<Row>> row(String session, String person) {
        return Mongo.first(attendance
                        .find(eq("_id", AttendanceDocument.id(session, person)))
                        .batchSize(1))
                .map(found -> found.map(AttendanceStore::row));
    }

    Future<List<Row>> inGroups(Collection<String> groups) {
        return Mongo.all(attendance.find(in("groups", groups)).batchSize(2000))
                .map(found -> found.stream().map(AttendanceStore::row).toList());
    }

    Future<List<Row>> inGroup(String group, int most) {
        return Mongo.all(attendance.find(eq("groups", group)).batchSize(most).limit(most))
                .map(found -> found.stream().map(AttendanceStore::row).toList());
    }

    /** Everybody on the list of a session, one at a time. */
    Future<Void> each(String session, Consumer<Row> consumer) {
        return Mongo.each(
                attendance.find(within(session)).batchSize(Mongo.BATCH), document -> consumer.accept(row(document)));
    }

    Future<Void> eachIn(String path, Instant from, Instant to, Consumer<Row> consumer) {
        return Mongo.each(
                attendance
                        .find(and(eq("paths", path), gte("startsAt", Date.from(from)), lt("startsAt", Date.from(to))))
                        .batchSize(Mongo.BATCH),
                document -> {
                    if (!document.getBoolean("apart", false)) consumer.accept(row(document));
                });
    }

    Future<List<Row>> of(String person, Instant from, Instant to) {
        return Mongo.all(attendance
                        .find(and(
                                eq("person", person), gte("startsAt", Date.from(from)), lt("startsAt", Date.from(to))))
                        .sort(Sorts.ascending("startsAt"))
                        .batchSize(Mongo.BATCH))
                .map(found -> found.stream()
                        .filter(document -> !document.getBoolean("apart", false))
                        .map(AttendanceStore::row)
                        .toList());
    }

    /** The next by id: after one of the session's ids. */
    Future<List<Row>> after(String session, String id, int limit) {
        return Mongo.all(attendance
                        .find(and(gt("_id", id), lt("_id", session + "}")))
                        .sort(Sorts.ascending("_id"))
                        .batchSize(limit)
                        .limit(limit))
                .map(found -> found.stream().map(AttendanceStore::row).toList());
    }

    /** A page by name: those after the sort key and id of the last one. */
    Future<List<Row>> page(String session, @Nullable String afterKey, @Nullable String afterId, int limit) {
        Bson from = afterKey == null || afterId == null
                ? eq("session", session)
                : and(
                        eq("session", session),
                        com.mongodb.client.model.Filters.or(
                                gt("sortKey", afterKey), and(eq("sortKey", afterKey), gt("_id", afterId))));
        return Mongo.all(attendance
                        .find(from)
                        .sort(Sorts.ascending("session", "sortKey", "_id"))
                        .batchSize(limit)
                        .limit(limit))
                .map(found -> found.stream().map(AttendanceStore::row).toList());
    }

    /** Creates what is missing at rev 0, with all its tallies to do; what stands is left alone. */
    Future<Void> create(Collection<Document> entries, Outcome none, long now) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (Document entry : entries) {
            Document fresh = new Document(entry).append("outcome", AttendanceDocument.outcome(none));
            String id = AttendanceDocument.id(entry.getString("session"), entry.getString("person"));
            Attendance read = AttendanceDocument.read(new Document(fresh).append("rev", 0L));
            List<String> groups = List.copyOf(AttendanceDocument.groups(read, none, true));
            fresh.append("rev", 0L)
                    .append("groups", groups)
                    .append("tallyTodo", groups)
                    .append("tallyAt", now);
            writes.add(new UpdateOneModel<>(
                    eq("_id", id), new Document("$setOnInsert", fresh), new UpdateOptions().upsert(true)));
        }
        return writes.isEmpty()
                ? Future.succeededFuture()
                : Mongo.one(attendance.bulkWrite(writes, UNORDERED)).mapEmpty();
    }

    /** What the list says now of somebody who stands already: null is off the list. */
    record Relisted(Row row, @Nullable Document entry) {}

    /** The list changed for people who stand already: their outcome and all their tallies are to do. */
    Future<Void> relist(Collection<Relisted> all, long now) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (Relisted each : all) {
            List<Bson> changes = new ArrayList<>();
            if (each.entry() == null) changes.add(set("listed", false));
            else each.entry().forEach((key, value) -> changes.add(set(key, value)));
            changes.add(set("todo", now));
            changes.add(addEachToSet("tallyTodo", List.copyOf(each.row().groups())));
            changes.add(set("tallyAt", now));
            changes.add(inc("rev", 1L));
            writes.add(new UpdateOneModel<>(eq("_id", each.row().id()), combine(changes)));
        }
        return writes.isEmpty()
                ? Future.succeededFuture()
                : Mongo.one(attendance.bulkWrite(writes, UNORDERED)).mapEmpty();
    }

    /** Something all these outcomes follow from changed: to do, and whoever is writing one fails. Answers how many. */
    Future<Long> unsettle(@Nullable String group, String session, long now) {
        Bson which = group == null ? within(session) : eq("groups", group);
        return Mongo.one(attendance.updateMany(which, combine(set("todo", now), inc("rev", 1L))))
                .map(result -> result.getMatchedCount());
    }

    /** The plan moved the session. */
    Future<Void> move(Frame frame) {
        return Mongo.one(attendance.updateMany(
                        within(frame.session()),
                        combine(set("startsAt", Date.from(frame.startsAt())), set("apart", frame.apart()))))
                .mapEmpty();
    }

    /**
     * A new outcome for a row as it was read.
     *
     * @param borne whether evidence that is still marked bears it until the tallies have followed; else the row itself is marked
     * @param after as the row will stand
     */
    record Reckoned(Row row, Outcome outcome, boolean borne, Row after) {
        Reckoned(Row row, Outcome outcome, boolean borne) {
            this(row, outcome, borne, row.settled(outcome));
        }

        boolean touchesTallies() {
            Attendance before = row.attendance();
            return !row.groups().equals(AttendanceDocument.groups(before, outcome, row.listed()))
                    || !before.counts().equals(Counts.of(before.entry(), outcome))
                    || !Objects.equals(before.outcome().arrived(), outcome.arrived());
        }
    }

    /** Writes the outcomes where nobody wrote meanwhile; true when that was so for all. */
    Future<Boolean> settle(Collection<Reckoned> all, long now) {
        if (all.isEmpty()) return Future.succeededFuture(true);
        List<WriteModel<Document>> writes = new ArrayList<>(all.size());
        for (Reckoned each : all) {
            Row row = each.row();
            Set<String> touched = each.after().groups();
            Document set = new Document("outcome", AttendanceDocument.outcome(each.outcome()));
            if (!touched.equals(row.groups())) set.append("groups", List.copyOf(touched));
            Document change = new Document("$set", set).append("$inc", new Document("rev", 1L));
            if (row.todo()) change.append("$unset", new Document("todo", ""));
            if (!each.borne() && each.touchesTallies()) {
                set.append("tallyAt", now);
                change.append("$addToSet", new Document("tallyTodo", new Document("$each", List.copyOf(touched))));
            }
            writes.add(new UpdateOneModel<>(asRead(row), change));
        }
        return Mongo.one(attendance.bulkWrite(writes, UNORDERED)).map(result -> result.getMatchedCount() == all.size());
    }

    private static Bson asRead(Row row) {
        return new Document("_id", row.id()).append("rev", row.attendance().rev());
    }

    /** Takes tallied groups off the marks of rows unchanged since they were read; the others stay marked. */
    Future<Void> tallied(Collection<Row> rows, Set<String> groups) {
        Map<Long, List<String>> whole = new HashMap<>();
        List<WriteModel<Document>> partly = new ArrayList<>();
        for (Row row : rows) {
            if (row.tallyTodo().isEmpty()) continue;
            if (groups.containsAll(row.tallyTodo())) {
                whole.computeIfAbsent(row.attendance().rev(), rev -> new ArrayList<>())
                        .add(row.id());
                continue;
            }
            List<String> done =
                    row.tallyTodo().stream().filter(groups::contains).toList();
            if (!done.isEmpty()) partly.add(new UpdateOneModel<>(asRead(row), pullAll("tallyTodo", done)));
        }
        List<WriteModel<Document>> all = new ArrayList<>(partly);
        whole.forEach((rev, ids) -> all.add(new UpdateManyModel<>(
                and(in("_id", ids), eq("rev", rev)), combine(unset("tallyTodo"), unset("tallyAt")))));
        return all.isEmpty()
                ? Future.succeededFuture()
                : Mongo.one(attendance.bulkWrite(all, UNORDERED)).mapEmpty();
    }

    /** Keeps the current outcomes beside as those of the closing, where unchanged since read; true when all were. */
    Future<Boolean> freeze(Collection<Row> rows) {
        if (rows.isEmpty()) return Future.succeededFuture(true);
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (Row row : rows) {
            writes.add(new UpdateOneModel<>(
                    asRead(row),
                    set("closed", AttendanceDocument.outcome(row.attendance().outcome()))));
        }
        return Mongo.one(attendance.bulkWrite(writes, UNORDERED))
                .map(BulkWriteResult::getMatchedCount)
                .map(matched -> matched == rows.size());
    }

    /** Ids with an outcome marked up to then. */
    Future<Set<String>> marked(long until, int limit) {
        return ids(lte("todo", until), limit);
    }

    Future<Set<String>> markedIn(String session, int limit) {
        return ids(and(within(session), gt("todo", 0L)), limit);
    }

    private Future<Set<String>> ids(Bson filter, int limit) {
        return Mongo.all(attendance
                        .find(filter)
                        .projection(Projections.include("_id"))
                        .batchSize(Mongo.BATCH)
                        .limit(limit))
                .map(found -> {
                    Set<String> ids = new HashSet<>();
                    found.forEach(document -> ids.add(document.getString("_id")));
                    return ids;
                });
    }

    /** Whether an outcome of the session may be ahead of its tallies. */
    Future<Boolean> anyMarked(String session) {
        return Mongo.first(attendance
                        .find(and(within(session), gt("tallyAt", 0L)))
                        .projection(Projections.include("_id"))
                        .batchSize(1)
                        .limit(1))
                .map(Optional::isPresent);
    }

    /** Groups with a tally marked up to then. */
    Future<Set<String>> markedGroups(long until, int limit) {
        return Mongo.all(attendance
                        .find(lte("tallyAt", until))
                        .projection(Projections.include("tallyTodo"))
                        .batchSize(Mongo.BATCH)
                        .limit(limit))
                .map(found -> {
                    Set<String> groups = new HashSet<>();
                    found.forEach(document -> groups.addAll(document.getList("tallyTodo", String.class, List.of())));
                    return groups;
                });
    }

    Future<Void> delete(String session) {
        return Mongo.one(attendance.deleteMany(within(session))).mapEmpty();
    }

    private static Bson within(String session) {
        return and(gte("_id", session + "|"), lt("_id", session + "}"));
    }
}
