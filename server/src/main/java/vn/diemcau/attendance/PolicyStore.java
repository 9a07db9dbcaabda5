package vn.diemcau.attendance;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/** Policies as proposed and approved, per programme; an approved one has a number of its own and never changes. */
final class PolicyStore {
    static final List<Index> INDEXES = List.of(
            Index.on("policies", "programme", "at"),
            Index.uniqueSparseOn("policies", "number"),
            Index.sparseOn("policies", "todo"));
    private static final int TRIES = 5;

    private final MongoCollection<Document> policies;

    PolicyStore(Mongo mongo) {
        policies = mongo.collection("policies");
    }

    private static String id(String programme, String proposal) {
        return programme + "|" + proposal;
    }

    /** The approved policy with the highest number, or none. */
    Future<Optional<Policy>> current(String programme) {
        return of(programme).map(all -> all.stream()
                .filter(each -> each.state() == Proposal.State.APPROVED)
                .map(Proposal::policy)
                .reduce((one, other) -> one.version() > other.version() ? one : other));
    }

    /** All of a programme, oldest first. */
    Future<List<Proposal>> of(String programme) {
        return Mongo.all(policies.find(eq("programme", programme))
                        .sort(Sorts.ascending("programme", "at"))
                        .batchSize(Mongo.BATCH))
                .map(found -> found.stream().map(PolicyStore::read).toList());
    }

    Future<Optional<Proposal>> one(String programme, String proposal) {
        return Mongo.first(policies.find(eq("_id", id(programme, proposal))).batchSize(1))
                .map(found -> found.map(PolicyStore::read));
    }

    /** Keeps it once; the same id again answers what stands. */
    Future<Proposal> propose(Proposal proposal) {
        Document document = new Document("_id", id(proposal.programme(), proposal.id()))
                .append("proposal", proposal.id())
                .append("programme", proposal.programme())
                .append("state", Proposal.State.PROPOSED.name())
                .append("policy", PolicyDocument.of(proposal.policy()))
                .append("reason", proposal.reason())
                .append("account", proposal.account())
                .append("by", proposal.by())
                .append("at", Date.from(proposal.at()));
        return Mongo.one(policies.insertOne(document))
                .map(proposal)
                .recover(failure -> Mongo.isDuplicateKey(failure)
                        ? one(proposal.programme(), proposal.id()).map(Optional::orElseThrow)
                        : Future.failedFuture(failure));
    }

    /** Approves with the next number, marked until it is applied; false when it was decided meanwhile. */
    Future<Boolean> approve(Proposal proposal, String by, Instant at) {
        return approve(proposal, by, at, TRIES);
    }

    private Future<Boolean> approve(Proposal proposal, String by, Instant at, int tries) {
        return current(proposal.programme()).compose(current -> {
            int next = current.map(Policy::version).orElse(1) + 1;
            return decide(
                            proposal,
                            combine(
                                    set("state", Proposal.State.APPROVED.name()),
                                    set("policy.version", next),
                                    set("number", proposal.programme() + "|" + next),
                                    set("todo", at.toEpochMilli()),
                                    set("decidedBy", by),
                                    set("decidedAt", Date.from(at))))
                    .recover(failure -> Mongo.isDuplicateKey(failure) && tries > 0
                            ? approve(proposal, by, at, tries - 1)
                            : Future.failedFuture(failure));
        });
    }

    Future<Boolean> reject(Proposal proposal, String by, Instant at) {
        return decide(
                proposal,
                combine(
                        set("state", Proposal.State.REJECTED.name()),
                        set("decidedBy", by),
                        set("decidedAt", Date.from(at))));
    }

    private Future<Boolean> decide(Proposal proposal, org.bson.conversions.Bson change) {
        return Mongo.one(policies.updateOne(
                        and(
                                eq("_id", id(proposal.programme(), proposal.id())),
                                eq("state", Proposal.State.PROPOSED.name())),
                        change))
                .map(result -> result.getMatchedCount() == 1);
    }

    /** It has reached every open session of the programme. */
    Future<Void> applied(String programme, int version) {
        return Mongo.one(policies.updateOne(eq("number", programme + "|" + version), unset("todo")))
                .mapEmpty();
    }

    /** Programmes with a policy that a crash kept from its sessions. */
    Future<List<String>> unapplied() {
        return Mongo.all(policies.find(gt("todo", 0L)).batchSize(Mongo.BATCH)).map(found -> found.stream()
                .map(document -> document.getString("programme"))
                .distinct()
                .toList());
    }

    private static Proposal read(Document document) {
        @Nullable Date decidedAt = document.getDate("decidedAt");
        return new Proposal(
                document.getString("proposal"),
                document.getString("programme"),
                Proposal.State.valueOf(document.getString("state")),
                PolicyDocument.read(document.get("policy", Document.class)),
                document.getString("reason"),
                document.getString("account"),
                document.getString("by"),
                document.getDate("at").toInstant(),
                document.getString("decidedBy"),
                decidedAt == null ? null : decidedAt.toInstant());
    }
}
