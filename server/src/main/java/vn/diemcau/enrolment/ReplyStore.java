package vn.diemcau.enrolment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/** What people answered to their summons: the last answer counts. */
final class ReplyStore {
    static final List<Index> INDEXES = List.of(Index.on("replies", "session"), Index.on("replies", "person"));

    /**
     * An answer.
     *
     * @param sequence of the session when the person answered: a raised one asks again
     */
    record Answer(String session, Required.Reply reply, int sequence, Instant at) {}

    private final MongoCollection<Document> replies;

    ReplyStore(Mongo mongo) {
        replies = mongo.collection("replies");
    }

    Future<Void> put(String person, Answer answer) {
        String id = answer.session() + "|" + person;
        return Mongo.one(replies.replaceOne(
                        eq("_id", id),
                        new Document("_id", id)
                                .append("session", answer.session())
                                .append("person", person)
                                .append("reply", answer.reply().name())
                                .append("sequence", answer.sequence())
                                .append("at", Date.from(answer.at())),
                        new ReplaceOptions().upsert(true)))
                .mapEmpty();
    }

    /** Person to answer. */
    Future<Map<String, Required.Reply>> ofSession(String session) {
        Map<String, Required.Reply> answers = new HashMap<>();
        return Mongo.each(
                        replies.find(eq("session", session)).batchSize(Mongo.BATCH),
                        document -> answers.put(
                                document.getString("person"), Required.Reply.valueOf(document.getString("reply"))))
                .map(done -> answers);
    }

    /** Session to answer, of one person. */
    Future<Map<String, Answer>> of(String person, Collection<String> sessions) {
        return Mongo.all(replies.find(in(
                                "_id",
                                sessions.stream()
                                        .map(session -> session + "|" + person)
                                        .toList()))
                        .batchSize(Mongo.BATCH))
                .map(found -> {
                    Map<String, Answer> answers = new HashMap<>();
                    for (Document document : found) {
                        String session = document.getString("session");
                        answers.put(
                                session,
                                new Answer(
                                        session,
                                        Required.Reply.valueOf(document.getString("reply")),
                                        document.getInteger("sequence"),
                                        document.getDate("at").toInstant()));
                    }
                    return answers;
                });
    }

    Future<Void> delete(String session) {
        return Mongo.one(replies.deleteMany(and(eq("session", session)))).mapEmpty();
    }
}
