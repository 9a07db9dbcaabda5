package vn.diemcau.campaign;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/** The documents of campaigns and of the reminders in them. */
final class CampaignStore {
    private static final String CAMPAIGNS = "campaigns";
    private static final String REMINDERS = "campaign_reminders";
    private static final int MOST = 500;
    static final List<Index> INDEXES = List.of(
            Index.on(CAMPAIGNS, "-to"), Index.on(CAMPAIGNS, "remindOn"), Index.on(REMINDERS, "campaign", "-at"));

    private final Mongo mongo;

    CampaignStore(Mongo mongo) {
        this.mongo = mongo;
    }

    Future<Optional<Campaign>> find(String id) {
        return Mongo.first(mongo.collection(CAMPAIGNS).find(eq("_id", id)).batchSize(1))
                .map(found -> found.map(CampaignStore::read));
    }

    /** The latest by their last day; at most 500. */
    Future<List<Campaign>> latest() {
        return Mongo.all(mongo.collection(CAMPAIGNS)
                        .find()
                        .sort(Sorts.descending("to"))
                        .limit(MOST)
                        .batchSize(Mongo.BATCH))
                .map(found -> found.stream().map(CampaignStore::read).toList());
    }

    /** Those whose day of reminding has come and that run still. */
    Future<List<Campaign>> toRemind(LocalDate today) {
        return Mongo.all(mongo.collection(CAMPAIGNS)
                        .find(and(
                                lte("remindOn", today.toString()), gte("to", today.toString()), eq("remindedOn", null)))
                        .batchSize(Mongo.BATCH))
                .map(found -> found.stream().map(CampaignStore::read).toList());
    }

    /** Fails with a duplicate key when the id stands already. */
    Future<Void> insert(Campaign fresh) {
        return Mongo.first(mongo.collection(CAMPAIGNS).insertOne(write(fresh))).mapEmpty();
    }

    /** Replaces it if nobody else did since it was read; answers whether it did. The stored rev is one higher. */
    Future<Boolean> replace(Campaign changed) {
        return Mongo.one(mongo.collection(CAMPAIGNS)
                        .replaceOne(and(eq("_id", changed.id()), eq("rev", changed.rev())), write(changed.raised())))
                .map(result -> result.getMatchedCount() == 1);
    }

    /** Keeps reminders under their ids; the same again is once. */
    Future<Void> remind(List<Reminder> reminders) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (Reminder one : reminders) {
            Document document = new Document("_id", one.id())
                    .append("campaign", one.campaign())
                    .append("unit", one.unit())
                    .append("path", one.path())
                    .append("by", one.by())
                    .append("at", Date.from(one.at()))
                    .append("text", one.text());
            writes.add(new ReplaceOneModel<>(eq("_id", one.id()), document, new ReplaceOptions().upsert(true)));
        }
        if (writes.isEmpty()) return Future.succeededFuture();
        return Mongo.one(mongo.collection(REMINDERS).bulkWrite(writes, new BulkWriteOptions().ordered(false)))
                .mapEmpty();
    }

    /** The latest of a campaign. */
    Future<List<Reminder>> reminders(String campaign) {
        return Mongo.all(mongo.collection(REMINDERS)
                        .find(eq("campaign", campaign))
                        .sort(Sorts.descending("at"))
                        .limit(5_000)
                        .batchSize(Mongo.BATCH))
                .map(found -> found.stream()
                        .map(document -> new Reminder(
                                document.getString("_id"),
                                campaign,
                                document.getString("unit"),
                                document.getString("path"),
                                document.getString("by"),
                                document.getDate("at").toInstant(),
                                document.getString("text")))
                        .toList());
    }

    private static Document write(Campaign one) {
        return new Document("_id", one.id())
                .append("kind", one.kind().name().toLowerCase(Locale.ROOT))
                .append("title", one.title())
                .append("unit", one.unit())
                .append("unitPath", one.unitPath())
                .append("from", one.from().toString())
                .append("to", one.to().toString())
                .append("target", one.target())
                .append("remindOn", text(one.remindOn()))
                .append("remindedOn", text(one.remindedOn()))
                .append("quota", one.quota())
                .append("persons", one.persons())
                .append("note", one.note())
                .append("rev", one.rev());
    }

    private static Campaign read(Document document) {
        return new Campaign(
                document.getString("_id"),
                Campaign.Kind.valueOf(document.getString("kind").toUpperCase(Locale.ROOT)),
                document.getString("title"),
                document.getString("unit"),
                document.getString("unitPath"),
                LocalDate.parse(document.getString("from")),
                LocalDate.parse(document.getString("to")),
                document.getInteger("target"),
                day(document.getString("remindOn")),
                day(document.getString("remindedOn")),
                document.getInteger("quota"),
                document.getList("persons", String.class),
                document.getString("note"),
                Objects.requireNonNull(document.getLong("rev")));
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
