package vn.diemcau.privacy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.diemcau.attendance.Attendances;
import vn.diemcau.audit.Audit;
import vn.diemcau.http.Api;
import vn.diemcau.mongo.Forgetting;
import vn.diemcau.mongo.Holding;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.people.People;
import vn.diemcau.schedule.Schedule;

/** The feature of what people may know about their own data and ask of it, put together; Platform makes one. */
public final class Privacy {
    private final PrivacyRoutes routes;
    private final Retention retention;
    private final ErasePerson erase;

    /**
     * @param held what the other features hold about people
     * @param forgetting what they do beside that when a person is forgotten, in this order
     * @param keep days by kind, where the operator decided otherwise
     * @param data the directory that no backup of the store replaces
     */
    public Privacy(
            Vertx vertx,
            Mongo mongo,
            People people,
            Schedule schedule,
            Attendances attendances,
            ReadLog reads,
            Audit audit,
            List<Holding> held,
            List<Forgetting> forgetting,
            Map<String, Integer> keep,
            InstantSource clock,
            Path data) {
        List<Holding> all = new ArrayList<>(held);
        all.addAll(holdings());
        NoticeStore notices = new NoticeStore(mongo);
        retention = new Retention(mongo, all, keep, audit, clock);
        erase = new ErasePerson(vertx, mongo, all, forgetting, people, audit, clock, data);
        routes = new PrivacyRoutes(
                new MyData(mongo, all, people, schedule, attendances, reads, clock),
                notices,
                new AnswerRequests(new RequestStore(mongo), people, audit, clock),
                retention,
                erase,
                clock);
    }

    /** What is held about people here. */
    public static List<Holding> holdings() {
        return List.of(
                Holding.gone(NoticeStore.SEEN, "account", Holding.Of.ACCOUNT),
                Holding.gone(RequestStore.NAME, "person", Holding.Of.PERSON).until("answeredAt", 5 * 366),
                Holding.gone(ReadLog.NAME, "person", Holding.Of.PERSON).until("at", ReadLog.DAYS));
    }

    /** Every index of the feature. */
    public static List<Index> indexes() {
        List<Index> all = new ArrayList<>(ReadLog.INDEXES);
        all.addAll(RequestStore.INDEXES);
        all.add(Index.on(NoticeStore.SEEN, "account"));
        return all;
    }

    public void mount(Api api) {
        routes.mount(api);
    }

    /** Whoever was forgotten is forgotten again, should an older backup have been restored; how many that were. */
    public Future<Integer> recover() {
        return erase.again();
    }

    /** Deletes what is older than its kind is kept; called now and then. */
    public Future<Void> sweep() {
        return retention.run("system").mapEmpty();
    }
}
