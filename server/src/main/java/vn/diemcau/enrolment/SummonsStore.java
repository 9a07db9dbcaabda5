package vn.diemcau.enrolment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.paper.Layout;
import vn.diemcau.people.Names;

/** Summonses by unit with their receipts, and how a programme's summons is written. */
final class SummonsStore {
    static final List<Index> INDEXES =
            List.of(Index.on("summonses", "programme", "unitName"), Index.on("summonses", "unitPath", "issuedAt"));

    private final MongoCollection<Document> summonses;
    private final MongoCollection<Document> papers;

    SummonsStore(Mongo mongo) {
        summonses = mongo.collection("summonses");
        papers = mongo.collection("papers");
    }

    private static String id(String programme, String unit) {
        return programme + "|" + unit;
    }

    /** Brings the programme's summonses to these; receipts stay. Units that are summoned no longer go. */
    Future<Void> bring(String programme, Collection<Summons> all) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        List<String> units = new ArrayList<>();
        for (Summons summons : all) {
            units.add(summons.unit());
            writes.add(new UpdateOneModel<>(
                    eq("_id", id(programme, summons.unit())),
                    combine(
                            set("programme", programme),
                            set("unit", summons.unit()),
                            set("unitName", summons.unitName()),
                            set("unitPath", summons.unitPath()),
                            set("people", summons.people()),
                            set("content", summons.content()),
                            setOnInsert("issuedAt", Date.from(summons.issuedAt())),
                            setOnInsert("receipts", List.of())),
                    new UpdateOptions().upsert(true)));
        }
        Future<Void> written = writes.isEmpty()
                ? Future.succeededFuture()
                : Mongo.one(summonses.bulkWrite(writes, new BulkWriteOptions().ordered(false)))
                        .mapEmpty();
        return written.compose(
                        done -> Mongo.one(summonses.deleteMany(and(eq("programme", programme), nin("unit", units)))))
                .mapEmpty();
    }

    /** By the names of the units, as people order them. */
    Future<List<Summons>> ofProgramme(String programme) {
        return list(eq("programme", programme), ascending("unitName"), Mongo.BATCH * 10)
                .map(found -> found.stream()
                        .sorted(Comparator.comparing((Summons summons) -> Names.unitSortKey(summons.unitName()))
                                .thenComparing(Summons::unit))
                        .toList());
    }

    /** Of the units in the subtree, the newest last. */
    Future<List<Summons>> within(String unitPath, int limit) {
        return list(
                and(gte("unitPath", unitPath), lt("unitPath", unitPath + "\uffff")),
                ascending("unitPath", "issuedAt"),
                limit);
    }

    private Future<List<Summons>> list(Bson filter, Bson order, int limit) {
        return Mongo.all(summonses
                        .find(filter)
                        .sort(order)
                        .batchSize(Mongo.BATCH)
                        .limit(limit))
                .map(found -> found.stream().map(SummonsStore::summons).toList());
    }

    Future<Optional<Summons>> find(String programme, String unit) {
        return Mongo.first(summonses.find(eq("_id", id(programme, unit))).batchSize(1))
                .map(found -> found.map(SummonsStore::summons));
    }

    /** Confirming the same content twice is once. */
    Future<Void> received(Summons summons, Summons.Receipt receipt) {
        return Mongo.one(summonses.updateOne(
                        and(
                                eq("_id", id(summons.programme(), summons.unit())),
                                ne("receipts.content", receipt.content())),
                        push(
                                "receipts",
                                new Document("content", receipt.content())
                                        .append("by", receipt.by())
                                        .append("name", receipt.name())
                                        .append("at", Date.from(receipt.at())))))
                .mapEmpty();
    }

    Future<Void> delete(String programme) {
        return Mongo.one(summonses.deleteMany(in("programme", List.of(programme))))
                .mapEmpty();
    }

    private static Summons summons(Document document) {
        return new Summons(
                document.getString("programme"),
                document.getString("unit"),
                document.getString("unitName"),
                document.getString("unitPath"),
                document.getInteger("people"),
                document.getString("content"),
                document.getDate("issuedAt").toInstant(),
                document.getList("receipts", Document.class).stream()
                        .map(receipt -> new Summons.Receipt(
                                receipt.getString("content"),
                                receipt.getString("by"),
                                receipt.getString("name"),
                                receipt.getDate("at").toInstant()))
                        .toList());
    }

    Future<Optional<Paper>> paper(String programme) {
        return Mongo.first(papers.find(eq("_id", programme)).batchSize(1)).map(found -> found.map(SummonsStore::paper));
    }

    Future<Void> putPaper(String programme, Paper paper) {
        LocalDate date = paper.date();
        Document document = new Document("_id", programme)
                .append("layout", paper.layout().name())
                .append("kind", paper.kind().name())
                .append("superior", paper.superior())
                .append("issuer", paper.issuer())
                .append("number", paper.number())
                .append("place", paper.place())
                .append("date", date == null ? null : date.toString())
                .append("signedFor", paper.signedFor())
                .append("signerRole", paper.signerRole())
                .append("signerName", paper.signerName())
                .append("request", paper.request())
                .append("recipients", paper.recipients());
        return Mongo.one(papers.replaceOne(eq("_id", programme), document, new ReplaceOptions().upsert(true)))
                .mapEmpty();
    }

    private static Paper paper(Document document) {
        String date = document.getString("date");
        return new Paper(
                Layout.valueOf(document.getString("layout")),
                Paper.Kind.valueOf(document.getString("kind")),
                document.getString("superior"),
                document.getString("issuer"),
                document.getString("number"),
                document.getString("place"),
                date == null ? null : LocalDate.parse(date),
                document.getString("signedFor"),
                document.getString("signerRole"),
                document.getString("signerName"),
                document.getList("request", String.class),
                document.getList("recipients", String.class));
    }
}
