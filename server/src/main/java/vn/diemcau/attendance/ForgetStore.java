package vn.diemcau.attendance;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import vn.diemcau.mongo.Forgetting;
import vn.diemcau.mongo.Mongo;

/** The documents of attendance and evidence as far as they hold words about a person who is forgotten. */
final class ForgetStore {
    private final MongoCollection<Document> attendance;
    private final MongoCollection<Document> evidence;

    ForgetStore(Mongo mongo) {
        attendance = mongo.collection("attendance");
        evidence = mongo.collection("evidence");
    }

    /** By session that the person has attendance in: the name on its list. */
    Future<Map<String, String>> namesOf(String person) {
        return Mongo.all(attendance.find(eq("person", person)).batchSize(Mongo.BATCH))
                .map(found -> {
                    Map<String, String> names = new LinkedHashMap<>();
                    found.forEach(each -> names.put(each.getString("session"), each.get("name", "")));
                    return names;
                });
    }

    /** What was written about the subject in words, and by themselves; the hash stays, so that the same sent again is still the same. */
    Future<Void> silence(String session, String subject, String name) {
        Bson about = and(eq("subjects", EvidenceDocument.subject(session, subject)), eq("subject", subject));
        Bson own = or(eq("source", Evidence.Source.SELF.name()), eq("by", name));
        return Mongo.one(evidence.updateMany(about, unset("detail.text")))
                .compose(done -> Mongo.one(evidence.updateMany(and(about, own), set("by", Forgetting.NOBODY))))
                .mapEmpty();
    }

    /** The name that a walk-in was written down with. */
    Future<Void> unname(String session, String walkIn) {
        return Mongo.one(attendance.updateOne(
                        eq("_id", AttendanceDocument.id(session, walkIn)),
                        combine(set("name", Forgetting.NOBODY), set("unitName", ""))))
                .mapEmpty();
    }
}
