package vn.diemcau.enrolment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/** Links that open something without signing anybody in: only the hash of the token is kept, and each can be revoked. */
final class LinkStore {
    static final List<Index> INDEXES = List.of(Index.on("links", "subject"));
    private static final int TOKEN_BYTES = 24;

    /** What a link opens. */
    record Link(String subject, Instant createdAt) {}

    private final MongoCollection<Document> links;
    private final SecureRandom random = new SecureRandom();

    LinkStore(Mongo mongo) {
        links = mongo.collection("links");
    }

    static String toSummons(String programme, String unit) {
        return "summons|" + programme + "|" + unit;
    }

    static String toFeed(String person) {
        return "feed|" + person;
    }

    /** Makes a link and answers its token, which is kept nowhere. */
    Future<String> create(String subject, String by, Instant at) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return Mongo.one(links.insertOne(new Document("_id", hash(token))
                        .append("subject", subject)
                        .append("by", by)
                        .append("createdAt", Date.from(at))))
                .map(token);
    }

    /** What the token opens; empty when it never did or was revoked. */
    Future<Optional<Link>> find(String token) {
        return Mongo.first(links.find(and(eq("_id", hash(token)), exists("revokedAt", false)))
                        .batchSize(1))
                .map(found -> found.map(LinkStore::link));
    }

    /** The links to a subject that still open it. */
    Future<List<Link>> to(String subject) {
        return Mongo.all(links.find(and(eq("subject", subject), exists("revokedAt", false)))
                        .batchSize(Mongo.BATCH))
                .map(found -> found.stream().map(LinkStore::link).toList());
    }

    Future<Void> revoke(String subject, Instant at) {
        return Mongo.one(links.updateMany(
                        and(eq("subject", subject), exists("revokedAt", false)), set("revokedAt", Date.from(at))))
                .mapEmpty();
    }

    /** A person who is forgotten has no calendar to follow any more. */
    Future<Void> forget(String subject) {
        return Mongo.one(links.deleteMany(eq("subject", subject))).mapEmpty();
    }

    private static Link link(Document document) {
        return new Link(
                document.getString("subject"), document.getDate("createdAt").toInstant());
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
