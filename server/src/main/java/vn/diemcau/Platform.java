package vn.diemcau;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.micrometer.PrometheusScrapingHandler;
import io.vertx.micrometer.backends.BackendRegistries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.diemcau.access.Action;
import vn.diemcau.attendance.AttendanceFeature;
import vn.diemcau.attendance.Connections;
import vn.diemcau.audit.Audit;
import vn.diemcau.campaign.Campaigns;
import vn.diemcau.demo.Demo;
import vn.diemcau.demo.DemoAccounts;
import vn.diemcau.demo.DemoLine;
import vn.diemcau.demo.DemoRoutes;
import vn.diemcau.embedded.EmbeddedStore;
import vn.diemcau.embedded.StoreUnusable;
import vn.diemcau.enrolment.EnrolmentFeature;
import vn.diemcau.exchange.Exchange;
import vn.diemcau.files.FileStore;
import vn.diemcau.files.FirstPage;
import vn.diemcau.files.Pages;
import vn.diemcau.files.TusRoutes;
import vn.diemcau.files.Uploads;
import vn.diemcau.http.Api;
import vn.diemcau.http.Contract;
import vn.diemcau.http.From;
import vn.diemcau.http.Live;
import vn.diemcau.http.Problems;
import vn.diemcau.http.SignedIn;
import vn.diemcau.http.WebRoot;
import vn.diemcau.identity.Identity;
import vn.diemcau.letterhead.LetterheadFeature;
import vn.diemcau.limit.Limits;
import vn.diemcau.material.Materials;
import vn.diemcau.meeting.Connection;
import vn.diemcau.meeting.MeetingServer;
import vn.diemcau.meeting.Meetings;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.paper.Pdf;
import vn.diemcau.people.Directory;
import vn.diemcau.people.People;
import vn.diemcau.privacy.Privacy;
import vn.diemcau.privacy.ReadLog;
import vn.diemcau.recording.Recordings;
import vn.diemcau.report.Reports;
import vn.diemcau.schedule.Plans;

/** All wiring, by constructor calls, read from top to bottom: store, features in the order of the flow, HTTP. */
public final class Platform {
    private static final Logger LOG = LoggerFactory.getLogger(Platform.class);

    private static final String VERSION = "1.0.0";
    private static final long SWEEP_MILLIS = 600_000;
    private static final long RETENTION_MILLIS = 6 * 3_600_000;
    private static final long LISTEN_MILLIS = 2_000;
    private static final long PATIENCE_SECONDS = 8;

    private final Vertx vertx;
    private final Config config;
    private final Consumer<String> tell;
    private final InstantSource clock;
    private final List<Supplier<Future<Void>>> stopping = new ArrayList<>();
    private final AtomicBoolean ending = new AtomicBoolean();
    private @Nullable EmbeddedStore embedded;
    private @Nullable Mongo mongo;
    private @Nullable Listeners listeners;
    private @Nullable Api api;
    private @Nullable AttendanceFeature attendance;

    /** @param tell takes the sentences that the person at the console should read */
    public Platform(Vertx vertx, Config config, Consumer<String> tell) {
        this(vertx, config, tell, Clock.systemUTC());
    }

    /** The same by a clock that may go wrong. */
    public Platform(Vertx vertx, Config config, Consumer<String> tell, InstantSource clock) {
        this.clock = clock;
        this.vertx = vertx;
        this.config = config;
        this.tell = tell;
    }

    /** Opens everything and listens; fails with a reason fit for one line, and then holds nothing open. */
    public Future<Void> start() {
        return vertx.<Mongo>executeBlocking(this::connect, false)
                // the constructors read keys and load hundreds of classes: not on the event loop
                .compose(store -> vertx.executeBlocking(() -> wire(store), false))
                .compose(wired -> wired)
                .recover(failure -> stop().transform(stopped -> Future.failedFuture(failure)));
    }

    private Mongo connect() throws StoreUnusable, IOException {
        Mongo connected;
        if (config.mongo() == null) {
            EmbeddedStore store = EmbeddedStore.open(config.data());
            embedded = store;
            connected = Mongo.connect(store.connectionString(), "diemcau", true);
        } else {
            LOG.info("store: MongoDB by URI");
            writable(config.data());
            connected = Mongo.connect(config.mongo(), "diemcau", false);
        }
        mongo = connected;
        return connected;
    }

    /** With a MongoDB elsewhere the data directory still holds keys and files that are being imported. */
    private static void writable(Path data) throws IOException {
        try {
            Files.createDirectories(data);
        } catch (IOException failure) {
            throw new IOException("The data directory " + data + " cannot be created (" + failure + "); name another.");
        }
        if (!Files.isWritable(data)) throw new IOException("The data directory " + data + " cannot be written to.");
    }

    private Future<Void> wire(Mongo store) throws IOException, GeneralSecurityException {
        List<Index> indexes = new ArrayList<>();
        Router router = Router.router(vertx);
        Live live = new Live(vertx);
        From.mount(router, config.proxies());
        Problems.mount(router);
        Listeners ports = new Listeners(vertx, config, clock.instant());
        ports.expectFree();
        listeners = ports;
        stopping.add(ports::close);
        DemoLine line = new DemoLine(clock);
        if (config.demo()) line.mount(router);

        Pdf pdf = new Pdf(vertx);
        Audit audit = new Audit(store, clock);
        ReadLog reads = new ReadLog(store, clock);
        indexes.addAll(Limits.indexes());
        Limits limits = new Limits(
                store,
                clock,
                config.safeguards().callsOfAccount(),
                config.safeguards().callsOfAddress());

        // people: units through time and who belongs to them
        indexes.addAll(Directory.indexes());
        Directory directory = new Directory(vertx, store, audit, live, clock, config.data());
        People people = directory.people();

        // identity: who calls
        indexes.addAll(Identity.indexes());
        Identity identity = new Identity(
                vertx,
                store,
                people,
                audit,
                pdf,
                clock,
                limits.failures(),
                keys(),
                Listeners.publicUrl(config),
                Listeners.publicUrl(config).startsWith("https:"),
                config.provider(),
                config.safeguards(),
                installation());
        Api routes = new Api(router, identity.signIn(), new Journal(audit, reads), limits.allowance());
        api = routes;
        identity.mount(routes);
        directory.mount(routes);
        directory.whenReorganised(identity.affected());

        // letterhead: how each unit writes its documents
        LetterheadFeature letterhead = new LetterheadFeature(store, people, audit, clock);
        letterhead.mount(routes);

        // schedule: what is planned
        indexes.addAll(Plans.indexes());
        Plans plans = new Plans(vertx, store, people, clock);
        plans.mount(routes);
        directory.whenReorganised(plans.affected());

        // enrolment: who must come
        indexes.addAll(EnrolmentFeature.indexes());
        EnrolmentFeature enrolment =
                new EnrolmentFeature(vertx, store, people, plans.schedule(), plans.announcements(), clock);
        directory.whenReorganised(enrolment.affected());
        plans.expected().from(enrolment.enrolments()::expectedBySite);

        // files: sent in pieces, kept with checksums
        indexes.addAll(Uploads.indexes());
        FileStore files = new FileStore(vertx, store, config.recordings().directory(), clock);
        Pages pages = new Pages(vertx, files, config.data().resolve("pages"));
        FirstPage firstPage = new FirstPage(vertx);
        Uploads uploads = new Uploads(store, files, firstPage, clock);
        TusRoutes sending = new TusRoutes(
                uploads,
                ctx -> Future.succeededFuture(SignedIn.of(ctx).account()),
                config.limits().file());
        sending.mount(routes, "/uploads", Action.OWN);

        // material: files for those who are summoned
        indexes.addAll(Materials.indexes());
        Materials materials = new Materials(
                store,
                files,
                pages,
                firstPage,
                uploads,
                plans.schedule(),
                enrolment.enrolments(),
                config.limits(),
                clock);
        materials.mount(routes, sending);

        // recording: what was recorded, and who watched it
        indexes.addAll(Recordings.indexes());
        Recordings recordings = new Recordings(
                vertx,
                store,
                files,
                uploads,
                plans.schedule(),
                enrolment.enrolments(),
                audit,
                config.recordings().place(),
                config.recordings().limit(),
                config.recordings().days(),
                live,
                clock);
        recordings.mount(routes, sending);

        // attendance: who was there
        indexes.addAll(AttendanceFeature.indexes());
        AttendanceFeature attendance = new AttendanceFeature(
                vertx,
                store,
                clock,
                people,
                plans.schedule(),
                plans.planning(),
                enrolment.enrolments(),
                live,
                keys(),
                identity.issuer(),
                pdf,
                audit,
                limits.failures(),
                Listeners.publicUrl(config));
        this.attendance = attendance;
        attendance.follow(plans.announcements());
        enrolment.whenListChanged(attendance.listChanged());
        enrolment.whenDecided(attendance.decided());
        recordings.whenSeen(attendance::watched);
        attendance.mount(routes);
        enrolment.mountPapers(routes, files, uploads, sending);
        enrolment.mount(
                routes,
                pdf,
                letterhead.letterheads(),
                new MyRecords(attendance.attendances()),
                Listeners.publicUrl(config));

        // meeting: the door to Jitsi, which tells attendance who was there
        indexes.addAll(Meetings.indexes());
        Connections connections = attendance.connections();
        Meetings meetings = new Meetings(
                vertx,
                store,
                plans.schedule(),
                enrolment.enrolments(),
                live,
                config.meeting(),
                told -> connections.keep(told.stream().map(Platform::connection).toList()),
                clock);
        meetings.mount(routes);
        stopping.add(meetings::stop);
        stopping.add(attendance::stop);

        // campaign: many programmes of many units for one purpose
        indexes.addAll(Campaigns.indexes());
        Campaigns campaigns = new Campaigns(vertx, store, people, plans.schedule(), attendance.attendances(), clock);
        campaigns.mount(routes);

        // exchange: attendance from the electronic handbook's files
        Exchange.mount(routes, vertx, people, plans.schedule(), attendance.attendances(), attendance.sheets(), audit);

        // report: what it comes to
        Reports.mount(
                routes,
                vertx,
                live,
                audit,
                people,
                letterhead.letterheads(),
                plans.schedule(),
                enrolment.enrolments(),
                attendance.attendances(),
                materials.handedIn(),
                campaigns::title,
                clock);

        // privacy: what people may know about their own data
        indexes.addAll(Privacy.indexes());
        Privacy privacy = new Privacy(
                vertx,
                store,
                people,
                plans.schedule(),
                attendance.attendances(),
                reads,
                audit,
                Held.byFeatures(),
                // what waits to be told is told before the words of what was told go
                List.of(enrolment.forgetting(), uploads.forgetting(), materials.forgetting(), attendance.forgetting()),
                config.keep(),
                clock,
                config.data());
        privacy.mount(routes);

        // demo: a client of the API above
        Demo demo = config.demo() ? new Demo(config.demoSize(), identity.accounts(), line, clock, tell) : null;
        new DemoRoutes(vertx, demo).mount(routes);

        Contract.mount(vertx, router);
        router.get("/tin-cay.crt").handler(ctx -> {
            if (ports.trust().isEmpty()) ctx.next();
            else
                ctx.response()
                        .putHeader("Content-Type", "application/x-x509-ca-cert")
                        .end(ports.trust());
        });
        MeetingServer jitsi = config.meeting();
        WebRoot.mount(router, config.webroot(), jitsi == null ? null : jitsi.url());
        return Index.ensure(store, indexes)
                .compose(done -> directory.recover())
                .compose(done -> enrolment.recover())
                .compose(done -> privacy.recover())
                .compose(done -> limits.listen())
                .compose(done -> identity.firstRunCode())
                .compose(code -> {
                    if (!code.isEmpty() && demo == null)
                        tell.accept("Chưa có quản trị viên. Mã thiết lập (setup code): " + code);
                    directory.start();
                    campaigns.start();
                    plans.start();
                    attendance.start();
                    enrolment.start();
                    meetings.start();
                    recordings.start();
                    vertx.setPeriodic(
                            SWEEP_MILLIS, timer -> uploads.sweep().onFailure(f -> LOG.warn("sweep of uploads", f)));
                    identity.sweep().onFailure(f -> LOG.warn("sweep of sign-ins", f));
                    vertx.setPeriodic(
                            SWEEP_MILLIS, timer -> identity.sweep().onFailure(f -> LOG.warn("sweep of sign-ins", f)));
                    vertx.setPeriodic(
                            RETENTION_MILLIS, timer -> privacy.sweep().onFailure(f -> LOG.warn("retention", f)));
                    vertx.setPeriodic(
                            SWEEP_MILLIS, timer -> limits.sweep().onFailure(f -> LOG.warn("sweep of limits", f)));
                    if (config.mongo() != null)
                        vertx.setPeriodic(LISTEN_MILLIS, timer -> identity.listen()
                                .compose(done -> limits.listen())
                                .compose(done -> limits.share())
                                .onFailure(f -> LOG.warn("what other nodes know", f)));
                    stopping.add(() -> {
                        enrolment.stop();
                        return Future.succeededFuture();
                    });
                    return ports.open(router, health(store));
                })
                .compose(done -> {
                    if (demo == null) return Future.succeededFuture();
                    stopping.add(0, demo::stop);
                    return ports.withinThisMachine(router).compose(demo::start);
                });
    }

    private Router health(Mongo store) {
        Router health = Router.router(vertx);
        health.get("/health/live").respond(ctx -> Future.succeededFuture(new JsonObject().put("status", "up")));
        new Readiness(vertx, store, embedded).mount(health);
        if (BackendRegistries.getDefaultNow() != null)
            health.get("/metrics").handler(PrometheusScrapingHandler.create());
        return health;
    }

    private Path keys() {
        return config.data().resolve("keys");
    }

    private static Connections.Connection connection(Connection told) {
        return new Connections.Connection(
                told.id(),
                told.session(),
                told.who(),
                told.site(),
                told.line(),
                told.up(),
                told.at(),
                told.boundSeconds(),
                told.source(),
                told.observed());
    }

    /** What the sign-in page may tell everybody. */
    private JsonObject installation() {
        JsonObject installation = new JsonObject();
        if (config.demo()) installation.put("demoAccounts", DemoAccounts.shown());
        return installation
                .put("demo", config.demo())
                .put("secondFactor", config.safeguards().secondFactor() ? "required" : "optional")
                .put("idleMinutes", idleMinutes())
                .put("meeting", config.meeting() != null)
                .put("version", VERSION);
    }

    /** After how many minutes a page asks for the lock, by who works on it; 0 for never. */
    private JsonObject idleMinutes() {
        return new JsonObject()
                .put("administrator", config.safeguards().administrator().toMinutes())
                .put("office", config.safeguards().office().toMinutes())
                .put("cadre", config.safeguards().cadre().toMinutes());
    }

    /** Where the application answers; valid once started. */
    public String address() {
        return listening().address();
    }

    /** The application's port; valid once started. */
    public int port() {
        return listening().port();
    }

    /** The port of health and metrics; valid once started. */
    public int healthPort() {
        return listening().healthPort();
    }

    private Listeners listening() {
        if (listeners == null) throw new IllegalStateException("not started");
        return listeners;
    }

    /** For measurements that feed it beside HTTP; valid once started. */
    public AttendanceFeature attendance() {
        if (attendance == null) throw new IllegalStateException("not started");
        return attendance;
    }

    /** The table of routes; valid once started. */
    public Api api() {
        if (api == null) throw new IllegalStateException("not started");
        return api;
    }

    /** Stops listening, lets what runs finish for a few seconds, then the work behind it, closes the store; a second time nothing happens. */
    public Future<Void> stop() {
        Future<Void> stopped = Future.succeededFuture();
        if (!ending.compareAndSet(false, true)) return stopped;
        for (Supplier<Future<Void>> stop : stopping) {
            stopped = stopped.compose(done ->
                    stop.get().timeout(PATIENCE_SECONDS, TimeUnit.SECONDS).otherwiseEmpty());
        }
        return stopped.compose(done -> vertx.<Void>executeBlocking(() -> {
            if (mongo != null) mongo.close();
            if (embedded != null) embedded.close();
            return null;
        }));
    }

    /** One line a person at the console can act on. */
    static String reason(Throwable failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
