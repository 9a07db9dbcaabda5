package vn.diemcau.demo;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.diemcau.access.Role;
import vn.diemcau.identity.Accounts;

/**
 * The demonstration: an invented province with a year behind it and a conference under way. Everything but the five accounts is made
 * through the public API, on a thread of its own, as outside programs would.
 */
public final class Demo {
    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);

    private final DemoSize size;
    private final Accounts accounts;
    private final InstantSource clock;
    private final Consumer<String> tell;
    private @Nullable Thread thread;
    private volatile @Nullable DemoVisitors visitors;
    private volatile boolean stopped;

    public Demo(DemoSize size, Accounts accounts, InstantSource clock, Consumer<String> tell) {
        this.size = size;
        this.accounts = accounts;
        this.clock = clock;
        this.tell = tell;
    }

    /** Completes when the conference is open on the wall; its stewards and, at the first start, nothing else, go on after that. */
    public Future<Void> start(int port) {
        Promise<Void> open = Promise.promise();
        Future<Void> office = accounts.ensure(
                DemoAccounts.PROVINCE, "Văn phòng Tỉnh ủy", DemoAccounts.PASSWORD, Role.PROVINCE_ADMIN, "/", null);
        return office.compose(made -> {
            Thread running = new Thread(() -> run(port, open), "demo");
            running.setDaemon(true);
            thread = running;
            running.start();
            return open.future();
        });
    }

    /** Who welcomes visitors to today's conference, once it is open. */
    @Nullable
    DemoVisitors visitors() {
        return visitors;
    }

    public void stop() {
        stopped = true;
        if (thread != null) thread.interrupt();
    }

    private void run(int port, Promise<Void> open) {
        try {
            DemoCaller office = new DemoCaller(port);
            office.signIn(DemoAccounts.PROVINCE, DemoAccounts.PASSWORD);
            new DemoProvince(size, office, clock, tell).make();
            people(office);
            new DemoYear(size.months(), office, clock, tell).make(DemoProvince.PROVINCE);
            DemoToday today = new DemoToday(office, port, clock);
            String under = today.open(DemoProvince.PROVINCE);
            visitors = new DemoVisitors(office, under, clock);
            open.complete();
            today.play(under);
        } catch (InterruptedException | DemoCaller.Stopped stopped) {
            open.tryFail("stopped");
        } catch (Exception failure) {
            if (!stopped) LOG.error("demo", failure);
            open.tryFail(failure);
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
