package vn.diemcau.enrolment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import vn.diemcau.mongo.Forgetting;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.people.Person;
import vn.diemcau.problem.Problem;
import vn.diemcau.schedule.Session;

/** The scopes as people wrote them, of programmes and of sessions that differ from their programme; and the kept groups. */
final class ScopeStore {
    static final List<Index> INDEXES =
            List.of(Index.on("groups", "unitPath", "name"), Index.on("scopes", "rules.units"));

    /** A scope's id and the units that its rules name. */
    record Named(String id, List<String> units) {}

    /** A scope with its revision; 0 where nothing was written yet. */
    record Kept(Scope scope, long rev) {}

    private final MongoCollection<Document> scopes;
    private final MongoCollection<Document> groups;

    ScopeStore(Mongo mongo) {
        scopes = mongo.collection("scopes");
        groups = mongo.collection("groups");
    }

    /** The scopes whose rules name one of the units. */
    Future<List<Named>> naming(Collection<String> units) {
        if (units.isEmpty()) return Future.succeededFuture(List.of());
        return Mongo.all(scopes.find(in("rules.units", units))
                        .projection(new Document("rules.units", 1))
                        .batchSize(Mongo.BATCH))
                .map(found -> found.stream()
                        .map(document -> new Named(
                                document.getString("_id"),
                                document.getList("rules", Document.class).stream()
                                        .flatMap(rule -> rule.getList("units", String.class).stream())
                                        .toList()))
                        .toList());
    }

    static String ofProgramme(String programme) {
        return "programme|" + programme;
    }

    static String ofSession(String session) {
        return "session|" + session;
    }

    Future<Optional<Kept>> find(String id) {
        return Mongo.first(scopes.find(eq("_id", id)).batchSize(1))
                .map(found -> found.map(document -> new Kept(read(document), document.getLong("rev"))));
    }

    /** The session's own scope, else its programme's, else for a cell meeting everybody of the cell, else nobody. */
    Future<Scope> of(Session session) {
        return find(ofSession(session.id()))
                .compose(own -> own.isPresent() ? Future.succeededFuture(own) : find(ofProgramme(session.programme())))
                .map(kept -> kept.map(Kept::scope).orElseGet(() -> otherwise(session)));
    }

    private static Scope otherwise(Session session) {
        return switch (session.kind()) {
            case CELL_MEETING -> Scope.everybodyIn(session.unit());
            case CLASS, CONFERENCE, SEMINAR, RESOLUTION_STUDY, ASSESSMENT, CONTEST -> Scope.EMPTY;
        };
    }

    /** Keeps the scope if nobody else changed it since the revision; fails with scope_changed otherwise. */
    Future<Kept> put(String id, Scope scope, long rev) {
        Document document = write(scope).append("_id", id).append("rev", rev + 1);
        Future<Boolean> kept = rev == 0
                ? Mongo.one(scopes.insertOne(document))
                        .map(done -> true)
                        .recover(failure -> Mongo.isDuplicateKey(failure)
                                ? Future.succeededFuture(false)
                                : Future.failedFuture(failure))
                : Mongo.one(scopes.replaceOne(and(eq("_id", id), eq("rev", rev)), document))
                        .map(result -> result.getMatchedCount() == 1);
        return kept.compose(done -> done
                ? Future.succeededFuture(new Kept(scope, rev + 1))
                : Future.failedFuture(
                        Problem.conflict("scope_changed", "Somebody else changed the scope; load it again.")));
    }

    /** Why a person who is forgotten was added or left out goes from every scope; fails with scope_changed when somebody writes meanwhile. */
    Future<Void> forget(String person) {
        return Mongo.all(scopes.find(eq("adjustments.person", person)).batchSize(Mongo.BATCH))
                .compose(found -> {
                    Future<Void> chain = Future.succeededFuture();
                    for (Document each : found)
                        chain = chain.compose(done -> put(
                                        each.getString("_id"),
                                        read(each).silentAbout(person, Forgetting.NOBODY),
                                        each.getLong("rev"))
                                .mapEmpty());
                    return chain;
                });
    }

    Future<Void> delete(String id) {
        return Mongo.one(scopes.deleteOne(eq("_id", id))).mapEmpty();
    }

    Future<List<Group>> groups(Collection<String> ids) {
        if (ids.isEmpty()) return Future.succeededFuture(List.of());
        return list(in("_id", ids));
    }

    /** The groups kept by the unit with this path or a unit below it. */
    Future<List<Group>> groupsWithin(String unitPath) {
        return list(and(
                com.mongodb.client.model.Filters.gte("unitPath", unitPath),
                com.mongodb.client.model.Filters.lt("unitPath", unitPath + "\uffff")));
    }

    private Future<List<Group>> list(Bson filter) {
        return Mongo.all(groups.find(filter).sort(ascending("unitPath", "name")).batchSize(Mongo.BATCH))
                .map(found -> found.stream().map(ScopeStore::group).toList());
    }

    Future<Void> putGroup(Group group) {
        Document document = new Document("_id", group.id())
                .append("name", group.name())
                .append("unit", group.unit())
                .append("unitPath", group.unitPath())
                .append("persons", group.persons())
                .append("rev", group.rev() + 1);
        Future<Long> written = group.rev() == 0
                ? Mongo.one(groups.insertOne(document)).map(done -> 1L)
                : Mongo.one(groups.replaceOne(
                                and(eq("_id", group.id()), eq("rev", group.rev())),
                                document,
                                new ReplaceOptions().upsert(false)))
                        .map(result -> result.getMatchedCount());
        return written.recover(failure ->
                        Mongo.isDuplicateKey(failure) ? Future.succeededFuture(0L) : Future.failedFuture(failure))
                .compose(count -> count == 1
                        ? Future.succeededFuture()
                        : Future.failedFuture(
                                Problem.conflict("group_changed", "Somebody else changed the group; load it again.")));
    }

    Future<Void> deleteGroup(String id) {
        return Mongo.one(groups.deleteOne(eq("_id", id))).mapEmpty();
    }

    private static Group group(Document document) {
        return new Group(
                document.getString("_id"),
                document.getString("name"),
                document.getString("unit"),
                document.getString("unitPath"),
                document.getList("persons", String.class),
                document.getLong("rev"));
    }

    private static Document write(Scope scope) {
        return new Document(
                        "rules",
                        scope.rules().stream()
                                .map(rule -> new Document("kind", rule.kind().name())
                                        .append("units", rule.units())
                                        .append("posts", rule.posts())
                                        .append(
                                                "statuses",
                                                rule.statuses().stream()
                                                        .map(Enum::name)
                                                        .toList())
                                        .append("others", rule.others())
                                        .append("groups", rule.groups())
                                        .append("persons", rule.persons())
                                        .append("capacity", rule.capacity())
                                        .append("invited", rule.invited())
                                        .append("from", text(rule.from())))
                                .toList())
                .append(
                        "guests",
                        scope.guests().stream()
                                .map(guest -> new Document("id", guest.id())
                                        .append("name", guest.name())
                                        .append("birthYear", guest.birthYear())
                                        .append("from", guest.from())
                                        .append("site", guest.site()))
                                .toList())
                .append(
                        "adjustments",
                        scope.adjustments().stream()
                                .map(adjustment -> new Document("person", adjustment.person())
                                        .append("standing", text(adjustment.standing()))
                                        .append("reason", adjustment.reason())
                                        .append("site", adjustment.site()))
                                .toList());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static Scope read(Document document) {
        return new Scope(
                document.getList("rules", Document.class).stream()
                        .map(ScopeStore::rule)
                        .toList(),
                document.getList("guests", Document.class).stream()
                        .map(guest -> new Scope.Guest(
                                guest.getString("id"),
                                guest.getString("name"),
                                guest.getInteger("birthYear"),
                                guest.getString("from"),
                                guest.getString("site")))
                        .toList(),
                document.getList("adjustments", Document.class).stream()
                        .map(ScopeStore::adjustment)
                        .toList());
    }

    private static Scope.Rule rule(Document rule) {
        String from = rule.getString("from");
        return new Scope.Rule(
                Scope.Kind.valueOf(rule.getString("kind")),
                rule.getList("units", String.class),
                rule.getList("posts", String.class),
                rule.getList("statuses", String.class).stream()
                        .map(Person.Status::valueOf)
                        .toList(),
                rule.getBoolean("others"),
                rule.getList("groups", String.class),
                rule.getList("persons", String.class),
                rule.getString("capacity"),
                rule.getBoolean("invited"),
                from == null ? null : LocalDate.parse(from));
    }

    private static Scope.Adjustment adjustment(Document adjustment) {
        String standing = adjustment.getString("standing");
        return new Scope.Adjustment(
                adjustment.getString("person"),
                standing == null ? null : Required.Standing.valueOf(standing),
                adjustment.getString("reason"),
                adjustment.getString("site"));
    }
}
