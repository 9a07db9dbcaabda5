package vn.diemcau.people;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/** The documents of imports, and what was decided about unclear rows, which later imports by the same office find again. */
final class ImportStore {
    private static final String IMPORTS = "imports";
    private static final String DECISIONS = "import_decisions";
    private static final int MOST_LISTED = 50;
    static final List<Index> INDEXES = List.of(Index.on(IMPORTS, "by", "-at"), Index.on(IMPORTS, "state"));

    private final Mongo mongo;

    ImportStore(Mongo mongo) {
        this.mongo = mongo;
    }

    Future<Void> insert(Import fresh) {
        return Mongo.first(mongo.collection(IMPORTS).insertOne(write(fresh))).mapEmpty();
    }

    Future<Optional<Import>> find(String id) {
        return Mongo.first(mongo.collection(IMPORTS).find(eq("_id", id)).batchSize(1))
                .map(found -> found.map(ImportStore::read));
    }

    /** The latest of one account. */
    Future<List<Import>> of(String account) {
        return Mongo.all(mongo.collection(IMPORTS)
                        .find(eq("by", account))
                        .sort(Sorts.descending("at"))
                        .limit(MOST_LISTED)
                        .batchSize(MOST_LISTED))
                .map(found -> found.stream().map(ImportStore::read).toList());
    }

    /** Replaces it if it is still in one of the states; answers whether it was. */
    Future<Boolean> replace(Import changed, Import.State... whileIn) {
        List<String> states =
                java.util.Arrays.stream(whileIn).map(PersonDocument::code).toList();
        return Mongo.one(mongo.collection(IMPORTS)
                        .replaceOne(and(eq("_id", changed.id()), in("state", states)), write(changed)))
                .map(result -> result.getMatchedCount() == 1);
    }

    Future<Void> delete(String id) {
        return Mongo.one(mongo.collection(IMPORTS).deleteOne(eq("_id", id))).mapEmpty();
    }

    /** After a stop in the middle: reading begins again when asked, writing can be taken up where it was. */
    Future<Void> recover() {
        Bson interrupted = Updates.set("state", PersonDocument.code(Import.State.INTERRUPTED));
        Bson collecting = Updates.set("state", PersonDocument.code(Import.State.COLLECTING));
        return Mongo.one(mongo.collection(IMPORTS)
                        .updateMany(eq("state", PersonDocument.code(Import.State.WRITING)), interrupted))
                .compose(done -> Mongo.one(mongo.collection(IMPORTS)
                        .updateMany(eq("state", PersonDocument.code(Import.State.READING)), collecting)))
                .mapEmpty();
    }

    Future<Map<String, Question.Decision>> decisions(String office) {
        return Mongo.all(mongo.collection(DECISIONS)
                        .find(and(gte("_id", office + "|"), lt("_id", office + "}")))
                        .batchSize(Mongo.BATCH))
                .map(found -> {
                    Map<String, Question.Decision> decisions = new HashMap<>();
                    for (Document document : found) {
                        String id = document.getString("_id");
                        decisions.put(
                                id.substring(id.lastIndexOf('|') + 1),
                                new Question.Decision(
                                        PersonDocument.choice(Question.Choice.class, document.getString("choice")),
                                        document.getString("target")));
                    }
                    return decisions;
                });
    }

    Future<Void> decide(String office, String question, Question.Decision decision, String by, Date at) {
        String id = office + "|" + question;
        Document document = new Document("_id", id)
                .append("choice", PersonDocument.code(decision.choice()))
                .append("by", by)
                .append("at", at);
        PersonDocument.put(document, "target", decision.target());
        return Mongo.one(mongo.collection(DECISIONS)
                        .replaceOne(eq("_id", id), document, new ReplaceOptions().upsert(true)))
                .mapEmpty();
    }

    private static Document write(Import one) {
        return new Document("_id", one.id())
                .append("by", one.by())
                .append("byName", one.byName())
                .append("at", Date.from(one.at()))
                .append("scope", one.scope().paths())
                .append("units", one.scope().units())
                .append("state", PersonDocument.code(one.state()))
                .append("files", one.files().stream().map(JsonObject::encode).toList())
                .append("outcome", one.outcome().encode());
    }

    private static Import read(Document document) {
        return new Import(
                document.getString("_id"),
                document.getString("by"),
                document.getString("byName"),
                document.getDate("at").toInstant(),
                new Intake.Scope(document.getList("scope", String.class), document.getBoolean("units", false)),
                PersonDocument.choice(Import.State.class, document.getString("state")),
                document.getList("files", String.class).stream()
                        .map(JsonObject::new)
                        .toList(),
                new JsonObject(document.getString("outcome")));
    }
}
