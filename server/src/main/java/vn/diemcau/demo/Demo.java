package vn.diemcau.demo;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.diemcau.access.Role;
import vn.diemcau.identity.Accounts;

/**
 * The demonstration: an invented province with a year behind it and a conference under way. Everything but the five accounts is made
 * through the public API, on threads of its own, as outside programs would.
 */
public final class Demo {
    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);

    private static final long MOMENT_MILLIS = 700;

    private final DemoSize size;
    private final Accounts accounts;
    private final DemoLine line;
    private final InstantSource clock;
    private final Consumer<String> tell;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2, Demo::thread);
    private volatile @Nullable DemoVisitors visitors;
    private volatile boolean stopped;

    public Demo(DemoSize size, Accounts accounts, DemoLine line, InstantSource clock, Consumer<String> tell) {
        this.size = size;
        this.accounts = accounts;
        this.line = line;
        this.clock = clock;
        this.tell = tell;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "demo");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * The first time, completes when the province stands and its conference is open on the wall; later at once, and the conference is
     * renewed behind it.
     *
     * @param port where the application answers on this machine, without a certificate
     */
    public Future<Void> start(int port) {
        Promise<Void> open = Promise.promise();
        return accounts.ensure(
                        DemoAccounts.PROVINCE,
                        "Văn phòng Tỉnh ủy",
                        DemoAccounts.PASSWORD,
                        Role.PROVINCE_ADMIN,
                        "/",
                        null)
                .compose(made -> accounts.stands(DemoAccounts.LAST))
                .compose(known -> {
                    timer.execute(() -> run(new DemoCaller(port), known, open));
                    return known ? Future.succeededFuture() : open.future();
                });
    }

    /** Who welcomes visitors to today's conference, once it is open. */
    @Nullable
    DemoVisitors visitors() {
        return visitors;
    }

    public Future<Void> stop() {
        stopped = true;
        timer.shutdownNow();
        return Future.succeededFuture();
    }

    private void run(DemoCaller office, boolean known, Promise<Void> open) {
        try {
            office.signIn(DemoAccounts.PROVINCE, DemoAccounts.PASSWORD);
            DemoYear year = new DemoYear(size.months(), office, clock, timer, tell);
            DemoClasses classes = new DemoClasses(office, clock, timer);
            if (!known) {
                new DemoProvince(size, office, timer, tell).make();
                year.make(DemoProvince.PROVINCE);
                classes.make(DemoProvince.PROVINCE);
                people(office);
            }
            String under = new DemoToday(office, clock, size == DemoSize.SMALL).open(DemoProvince.PROVINCE);
            Await.list(timer, office, under);
            DemoVisitors welcoming = new DemoVisitors(office, under, line, clock);
            welcoming.line(true);
            visitors = welcoming;
            tell.accept("Hội nghị đang diễn ra trên bảng điểm cầu, kết quả điểm danh đang về.");
            open.complete();
            DemoStewards stewards = new DemoStewards(office, clock, under);
            stewards.open();
            timer.scheduleWithFixedDelay(() -> advance(stewards), 0, MOMENT_MILLIS, TimeUnit.MILLISECONDS);
            // time has gone by since the last start
            if (known) {
                year.make(DemoProvince.PROVINCE);
                classes.make(DemoProvince.PROVINCE);
            }
        } catch (InterruptedException | DemoCaller.Stopped interrupted) {
            open.tryFail("stopped");
        } catch (Exception failure) {
            if (!stopped) LOG.error("demo", failure);
            open.tryFail(failure);
        }
    }

    /** A server that is busy for a moment does not end the play. */
    private void advance(DemoStewards stewards) {
        try {
            stewards.advance();
        } catch (RuntimeException failure) {
            if (!stopped) LOG.warn("demo: {}", failure.toString());
        }
    }

    /** The other four accounts stand for people of the roster: the first commune's office, its first cell's secretary and a member. */
    private void people(DemoCaller office) throws Exception {
        JsonArray communes =
                office.get("/units?parent=" + DemoProvince.PROVINCE).getJsonArray("items");
        String commune = null;
        String cell = null;
        for (int i = 0; i < communes.size() && cell == null; i++) {
            String unit = communes.getJsonObject(i).getString("id");
            JsonArray cells = office.get("/units?parent=" + unit).getJsonArray("items");
            if (!cells.isEmpty() && unit.matches("T19-\\d{5}")) {
                commune = unit;
                cell = cells.getJsonObject(0).getString("id");
            }
        }
        if (commune == null || cell == null)
            throw new IllegalStateException("the demonstration's province has no cells");
        JsonArray members = office.get("/units/" + cell + "/people?limit=500").getJsonArray("items");
        String secretary = null;
        String member = null;
        for (Object item : members) {
            JsonObject person = (JsonObject) item;
            String posts = person.getValue("posts") == null
                    ? ""
                    : person.getValue("posts").toString();
            if (secretary == null && posts.contains("Bí thư chi bộ") && !posts.contains("Phó"))
                secretary = person.getString("id");
            else if (member == null && posts.contains("Phó Bí thư")) member = person.getString("id");
        }
        for (DemoAccounts.Shown shown : DemoAccounts.ALL) {
            String unit =
                    switch (shown.role()) {
                        case PROVINCE_ADMIN, STEWARD, KIOSK -> "/";
                        case UNIT_ADMIN -> commune;
                        case TRAINER -> DemoProvince.PROVINCE;
                        case CELL_SECRETARY, CADRE -> cell;
                    };
            String person =
                    switch (shown.role()) {
                        case CELL_SECRETARY -> secretary;
                        case CADRE -> member;
                        case PROVINCE_ADMIN, UNIT_ADMIN, TRAINER, STEWARD, KIOSK -> null;
                    };
            accounts.ensure(shown.login(), shown.name(), DemoAccounts.PASSWORD, shown.role(), unit, person)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get();
        }
    }
}
