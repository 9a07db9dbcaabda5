package vn.diemcau.attendance;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pullAll;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/** What all outcomes of a session share ({@code session_states}), and what the evidence about its sites proves ({@code site_states}). */
final class FrameStore {
    static final List<Index> INDEXES = List.of(
            Index.on("site_states", "session"),
            Index.on("session_states", "month"),
            Index.sparseOn("session_states", "campaign"),
            Index.on("session_states", "startsAt"),
            Index.sparseOn("session_states", "rulingAt"));

    private final MongoCollection<Document> sessions;
    private final MongoCollection<Document> sites;
    private final Recent<Frame> recentFrames = new Recent<>(300);
    private final Recent<Kept> recentSites = new Recent<>(300);

    FrameStore(Mongo mongo) {
        sessions = mongo.collection("session_states");
        sites = mongo.collection("site_states");
    }

    Future<Optional<Frame>> frame(String session) {
        return Mongo.first(sessions.find(eq("_id", session)).batchSize(1)).map(found -> found.map(FrameDocument::read));
    }

    Future<Map<String, Frame>> frames(Collection<String> ids) {
        return Mongo.all(sessions.find(in("_id", ids)).batchSize(Mongo.BATCH)).map(found -> {
            Map<String, Frame> frames = new HashMap<>();
            found.forEach(document -> frames.put(document.getString("_id"), FrameDocument.read(document)));
            return frames;
        });
    }

    /** A session, and the tree path of the unit that held it. */
    record Held(String session, String holder) {}

    /** Sessions of a month that have a list and count. */
    Future<List<Held>> heldIn(String month) {
        return Mongo.all(sessions.find(and(eq("month", month), ne("apart", true), gt("version", 0)))
                        .projection(include("holder"))
                        .batchSize(Mongo.BATCH))
                .map(found -> found.stream()
                        .map(document ->
                                new Held(document.getString("_id"), String.valueOf(document.getString("holder"))))
                        .toList());
    }

    /** Ids of the sessions of a campaign that have a list and count. */
    Future<Set<String>> ofCampaign(String campaign) {
        return Mongo.all(sessions.find(and(eq("campaign", campaign), ne("apart", true), gt("version", 0)))
                        .projection(include("_id"))
                        .batchSize(Mongo.BATCH))
                .map(found -> {
                    Set<String> ids = new HashSet<>();
                    found.forEach(document -> ids.add(document.getString("_id")));
                    return ids;
                });
    }

    /** Sessions that began within the span, have a list, count, are not closed and whose silent sites were not closed by rule. */
    Future<List<Frame>> open(Instant from, Instant to, String after, int limit) {
        return Mongo.all(sessions.find(and(
                                gt("_id", after),
                                gte("startsAt", Date.from(from)),
                                lte("startsAt", Date.from(to)),
                                exists("closed", false),
                                ne("ruled", true),
                                ne("apart", true),
                                gt("version", 0)))
                        .sort(Sorts.ascending("_id"))
                        .batchSize(Mongo.BATCH)
                        .limit(limit))
                .map(found -> found.stream().map(FrameDocument::read).toList());
    }

    /** Sites that are being closed by rule, of a session at which nobody else is doing so; what is still named was not yet told. */
    record Ruling(String session, List<String> sites) {}

    /** These sites are about to be closed by rule; false when some of the session already are. */
    Future<Boolean> ruling(Ruling ruling, Instant at) {
        return Mongo.one(sessions.updateOne(
                        and(eq("_id", ruling.session()), exists("rulingAt", false)),
                        combine(set("ruling", ruling.sites()), set("rulingAt", Date.from(at)))))
                .map(result -> result.getMatchedCount() > 0);
    }

    /** The closing of this site by rule stands in the audit record; whoever closes the others is at it as of now. */
    Future<Void> told(String session, String site, Instant now) {
        return Mongo.one(sessions.updateOne(
                        and(eq("_id", session), exists("rulingAt", true)),
                        combine(pullAll("ruling", List.of(site)), set("rulingAt", Date.from(now)))))
                .mapEmpty();
    }

    /** Those that somebody began up to then and did not finish. */
    Future<List<Ruling>> rulingsLeft(Instant until) {
        return Mongo.all(sessions.find(lte("rulingAt", Date.from(until))).batchSize(Mongo.BATCH))
                .map(found -> found.stream()
                        .map(each -> new Ruling(each.getString("_id"), each.getList("ruling", String.class, List.of())))
                        .toList());
    }

    /** What was left is told; the session's silent sites may be looked at again. */
    Future<Void> rulingEnded(String session) {
        return Mongo.one(sessions.updateOne(eq("_id", session), combine(unset("ruling"), unset("rulingAt"))))
                .mapEmpty();
    }

    /** Its silent sites were closed by rule. */
    Future<Void> ruled(String session) {
        return Mongo.one(sessions.updateOne(
                        eq("_id", session), combine(set("ruled", true), unset("ruling"), unset("rulingAt"))))
                .mapEmpty();
    }

    /** As of a moment ago, for answers at the door; what is kept is reckoned from fresh reads. */
    Future<Map<String, Frame>> framesLately(Collection<String> ids) {
        return recentFrames.get(ids, this::frames);
    }

    /** As of a moment ago, for answers at the door. */
    Future<Map<String, Kept>> sitesLately(Collection<String> ids) {
        return recentSites.get(ids, this::sites);
    }

    /** Takes over what the plan says; what was declared, closed and listed stays. */
    Future<Void> plan(Frame plan, Instant endsAt) {
        return Mongo.one(sessions.updateOne(
                        eq("_id", plan.session()),
                        combine(
                                set("kind", plan.kind().name()),
                                set("startsAt", Date.from(plan.startsAt())),
                                set("endsAt", Date.from(endsAt)),
                                set("month", plan.month()),
                                set("rehearsal", plan.rehearsal()),
                                set("apart", plan.apart()),
                                set("holder", plan.holder()),
                                plan.campaign() == null ? unset("campaign") : set("campaign", plan.campaign()),
                                set("sites", FrameDocument.sites(plan.sites())),
                                unset("ruled"),
                                setOnInsert("version", 0),
                                inc("rev", 1L)),
                        new UpdateOptions().upsert(true)))
                .<Void>mapEmpty()
                .onComplete(done -> recentFrames.forget(plan.session()));
    }

    /** Attendance and sums have followed the frame as it was read. */
    Future<Void> followed(Frame frame) {
        return Mongo.one(sessions.updateOne(eq("_id", frame.session()), set("followed", frame.decisive())))
                .mapEmpty();
    }

    /** Whether they have already. */
    Future<Boolean> hasFollowed(Frame frame) {
        return Mongo.first(sessions.find(and(eq("_id", frame.session()), eq("followed", frame.decisive())))
                        .batchSize(1)
                        .limit(1))
                .map(Optional::isPresent);
    }

    /** Attendance stands for this version of the list; an older one changes nothing. */
    Future<Void> listed(String session, int version) {
        return Mongo.one(sessions.updateOne(
                        and(eq("_id", session), lt("version", version)),
                        combine(set("version", version), inc("rev", 1L))))
                .<Void>mapEmpty()
                .onComplete(done -> recentFrames.forget(session));
    }

    /** Keeps declared times once; the same id again changes nothing. */
    Future<Void> declare(
            String session,
            String id,
            @Nullable String site,
            @Nullable Instant start,
            @Nullable Instant end,
            @Nullable List<Span> breaks,
            String by,
            Instant at,
            String reason) {
        List<Bson> changes = new ArrayList<>();
        Document times = FrameDocument.times(start, end, breaks);
        if (site == null) {
            times.forEach((key, value) -> changes.add(set("actual." + key, value)));
        } else {
            changes.add(set("actual.sites." + FrameDocument.key(site), times));
        }
        Document word = new Document("id", id)
                .append("by", by)
                .append("at", Date.from(at))
                .append("reason", reason);
        if (site != null) word.append("site", site);
        changes.add(push("declared", word));
        changes.add(inc("rev", 1L));
        return Mongo.one(sessions.updateOne(and(eq("_id", session), ne("declared.id", id)), combine(changes)))
                .<Void>mapEmpty()
                .onComplete(done -> recentFrames.forget(session));
    }

    /** Judges an open session by the policy unless a later one is in force; false when it is closed or unknown. */
    Future<Boolean> judge(String session, Policy policy) {
        return Mongo.one(sessions.updateOne(
                        and(
                                eq("_id", session),
                                exists("closed", false),
                                or(exists("policy", false), lte("policy.version", policy.version()))),
                        combine(set("policy", PolicyDocument.of(policy)), inc("rev", 1L))))
                .map(result -> result.getMatchedCount() == 1)
                .onComplete(done -> recentFrames.forget(session));
    }

    /** Closes once: the first closing stands. */
    Future<Void> close(String session, Frame.Closed closing) {
        Document closed = new Document("id", closing.id())
                .append("by", closing.by())
                .append("at", Date.from(closing.at()))
                .append("unnamed", closing.unnamed().stream().sorted().toList());
        return Mongo.one(sessions.updateOne(
                        and(eq("_id", session), exists("closed", false)),
                        combine(set("closed", closed), inc("rev", 1L))))
                .<Void>mapEmpty()
                .onComplete(done -> recentFrames.forget(session));
    }

    /** A site's standing as kept, with its revision. */
    record Kept(long rev, SiteStanding standing) {}

    Future<Map<String, Kept>> sites(Collection<String> ids) {
        if (ids.isEmpty()) return Future.succeededFuture(Map.of());
        return Mongo.all(sites.find(in("_id", ids)).batchSize(Mongo.BATCH)).map(FrameStore::byId);
    }

    /** By {@code session|site}. */
    Future<Map<String, Kept>> sitesOf(String session) {
        return Mongo.all(sites.find(eq("session", session)).batchSize(Mongo.BATCH))
                .map(FrameStore::byId);
    }

    private static Map<String, Kept> byId(List<Document> found) {
        Map<String, Kept> kept = new HashMap<>();
        for (Document document : found) {
            kept.put(document.getString("_id"), new Kept(document.getLong("rev"), SiteStandingDocument.read(document)));
        }
        return kept;
    }

    /** Compare-and-set; false when somebody else was first. */
    Future<Boolean> keep(String session, String site, long rev, SiteStanding standing) {
        Document document = SiteStandingDocument.of(standing);
        List<Bson> changes = new ArrayList<>();
        document.forEach((key, value) -> changes.add(set(key, value)));
        changes.add(set("session", session));
        changes.add(set("site", site));
        changes.add(set("rev", rev + 1));
        return Mongo.one(sites.updateOne(
                        and(eq("_id", session + "|" + site), eq("rev", rev)),
                        combine(changes),
                        new UpdateOptions().upsert(rev == 0)))
                .map(result -> result.getMatchedCount() == 1 || result.getUpsertedId() != null)
                .recover(failure ->
                        Mongo.isDuplicateKey(failure) ? Future.succeededFuture(false) : Future.failedFuture(failure))
                .onComplete(done -> recentSites.forget(session + "|" + site));
    }

    Future<Void> delete(String session) {
        return Mongo.one(sites.deleteMany(eq("session", session)))
                .compose(done -> Mongo.one(sessions.deleteOne(eq("_id", session))))
                .mapEmpty();
    }
}
