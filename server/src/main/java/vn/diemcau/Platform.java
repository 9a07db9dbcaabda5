package vn.diemcau;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.diemcau.access.Action;
import vn.diemcau.attendance.AttendanceFeature;
import vn.diemcau.audit.Audit;
import vn.diemcau.demo.Demo;
import vn.diemcau.demo.DemoAccounts;
import vn.diemcau.demo.DemoRoutes;
import vn.diemcau.embedded.EmbeddedStore;
import vn.diemcau.embedded.StoreUnusable;
import vn.diemcau.enrolment.EnrolmentFeature;
import vn.diemcau.files.FileStore;
import vn.diemcau.files.FirstPage;
import vn.diemcau.files.TusRoutes;
import vn.diemcau.files.Uploads;
import vn.diemcau.http.Api;
import vn.diemcau.http.Contract;
import vn.diemcau.http.Live;
import vn.diemcau.http.LocalAuthority;
import vn.diemcau.http.Problems;
import vn.diemcau.http.SignedIn;
import vn.diemcau.http.WebRoot;
import vn.diemcau.identity.Identity;
import vn.diemcau.material.Materials;
import vn.diemcau.meeting.MeetingRoutes;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.paper.Pdf;
import vn.diemcau.people.Directory;
import vn.diemcau.people.People;
import vn.diemcau.report.Reports;
import vn.diemcau.schedule.Plans;

/** All wiring, by constructor calls, read from top to bottom: store, features in the order of the flow, HTTP. */
public final class Platform {
    private static final Logger LOG = LoggerFactory.getLogger(Platform.class);

    private static final String VERSION = "1.0.0";
    private static final long SWEEP_MILLIS = 600_000;

    private final Vertx vertx;
    private final Config config;
    private final Consumer<String> tell;
    private final InstantSource clock = Clock.systemUTC();
    private String trust = "";
    private final List<Runnable> stopping = new ArrayList<>();
    private @Nullable EmbeddedStore embedded;
    private @Nullable Mongo mongo;
    private @Nullable HttpServer server;
    private @Nullable HttpServer healthServer;
    private @Nullable Api api;
    private @Nullable AttendanceFeature attendance;

    /** @param tell takes the sentences that the person at the console should read */
    public Platform(Vertx vertx, Config config, Consumer<String> tell) {
        this.vertx = vertx;
        this.config = config;
        this.tell = tell;
    }

    /** Opens everything and listens; fails with a reason fit for one line, and then holds nothing open. */
    public Future<Void> start() {
        return vertx.<Mongo>executeBlocking(this::connect, false)
                .compose(this::wireOrFail)
                .recover(failure -> stop().transform(stopped -> Future.failedFuture(failure)));
    }

    private Future<Void> wireOrFail(Mongo store) {
        try {
            return wire(store);
        } catch (IOException | GeneralSecurityException failure) {
            return Future.failedFuture(failure);
        }
    }

    private Mongo connect() throws StoreUnusable, IOException {
        Mongo connected;
        if (config.mongo() == null) {
            Files.createDirectories(config.data());
            EmbeddedStore store = EmbeddedStore.open(config.data());
            embedded = store;
            LOG.info("store: embedded, single node, {}", config.data().toAbsolutePath());
            connected = Mongo.connect(store.connectionString(), "diemcau", true);
        } else {
            LOG.info("store: MongoDB by URI");
            connected = Mongo.connect(config.mongo(), "diemcau", false);
        }
        mongo = connected;
        return connected;
    }

    private Future<Void> wire(Mongo store) throws IOException, GeneralSecurityException {
        List<Index> indexes = new ArrayList<>();
        Router router = Router.router(vertx);
        Live live = new Live(vertx);
        Problems.mount(router);

        Pdf pdf = new Pdf(vertx);
        Audit audit = new Audit(store, clock);

        // people: units through time and who belongs to them
        indexes.addAll(Directory.indexes());
        Directory directory = new Directory(vertx, store, audit, live, clock, config.data());
        People people = directory.people();

        // identity: who calls
        indexes.addAll(Identity.indexes());
        Identity identity = new Identity(
                vertx, store, people, audit, pdf, clock, keys(), publicUrl(), config.lan(), installation());
        Api routes = new Api(router, identity.signIn());
        api = routes;
        identity.mount(routes);
        directory.mount(routes);

        // schedule: what is planned
        indexes.addAll(Plans.indexes());
        Plans plans = new Plans(vertx, store, people, clock);
        plans.mount(routes);

        // enrolment: who must come
        indexes.addAll(EnrolmentFeature.indexes());
        EnrolmentFeature enrolment =
                new EnrolmentFeature(vertx, store, people, plans.schedule(), plans.announcements(), clock);
        plans.expected().from(enrolment.enrolments()::expectedBySite);

        // meeting: the door to Jitsi
        new MeetingRoutes(plans.schedule(), enrolment.enrolments(), meetingServer(), clock).mount(routes);

        // files: sent in pieces, kept with checksums
        indexes.addAll(Uploads.indexes());
        FileStore files = new FileStore(vertx, store, config.recordings().directory(), clock);
        FirstPage firstPage = new FirstPage(vertx);
        Uploads uploads = new Uploads(store, files, firstPage, clock);
        TusRoutes sending = new TusRoutes(
                uploads,
                ctx -> Future.succeededFuture(SignedIn.of(ctx).account()),
                config.limits().file());
        sending.mount(routes, "/uploads", Action.OWN);

        // material: files for those who are summoned
        indexes.addAll(Materials.indexes());
        new Materials(
                        store,
                        files,
                        firstPage,
                        uploads,
                        plans.schedule(),
                        enrolment.enrolments(),
                        config.limits(),
                        clock)
                .mount(routes, sending);

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
                publicUrl());
        this.attendance = attendance;
        attendance.follow(plans.announcements());
        enrolment.whenListChanged(attendance.listChanged());
        enrolment.whenDecided(attendance.decided());
        attendance.mount(routes);
        stopping.add(attendance::stop);
        enrolment.mount(routes, pdf, new MyRecords(attendance.attendances()), publicUrl());

        // report: what it comes to
        Reports.mount(
                routes, vertx, pdf, people, plans.schedule(), enrolment.enrolments(), attendance.attendances(), clock);

        // demo: a client of the API above
        Demo demo = config.demo() ? new Demo(config.demoSize(), identity.accounts(), clock, tell) : null;
        new DemoRoutes(vertx, demo).mount(routes);

        Contract.mount(vertx, router);
        router.get("/tin-cay.crt").handler(ctx -> {
            if (trust.isEmpty()) ctx.next();
            else
                ctx.response()
                        .putHeader("Content-Type", "application/x-x509-ca-cert")
                        .end(trust);
        });
        Config.Meeting jitsi = config.meeting();
        WebRoot.mount(router, config.webroot(), jitsi == null ? null : jitsi.url());
        return Index.ensure(store, indexes)
                .compose(done -> directory.recover())
                .compose(done -> identity.firstRunCode())
                .compose(code -> {
                    if (!code.isEmpty() && demo == null)
                        tell.accept("Chưa có quản trị viên. Mã thiết lập (setup code): " + code);
                    plans.start();
                    attendance.start();
                    enrolment.start();
                    vertx.setPeriodic(
                            SWEEP_MILLIS, timer -> uploads.sweep().onFailure(f -> LOG.warn("sweep of uploads", f)));
                    vertx.setPeriodic(
                            SWEEP_MILLIS, timer -> identity.sweep().onFailure(f -> LOG.warn("sweep of sign-ins", f)));
                    stopping.add(enrolment::stop);
                    return listen(router);
                })
                .compose(done -> {
                    if (demo == null) return Future.succeededFuture();
                    stopping.add(demo::stop);
                    return demo.start(port());
                });
    }

    private Path keys() {
        return config.data().resolve("keys");
    }

    private String publicUrl() {
        if (config.publicUrl() != null) return config.publicUrl();
        if (!config.lan()) return "http://localhost:" + config.port();
        return "https://" + lanAddresses().stream().findFirst().orElse("localhost") + ":" + config.port();
    }

    private MeetingRoutes.@Nullable Server meetingServer() {
        Config.Meeting meeting = config.meeting();
        return meeting == null ? null : new MeetingRoutes.Server(meeting.url(), meeting.appId(), meeting.secret());
    }

    /** What the sign-in page may tell everybody. */
    private JsonObject installation() {
        JsonObject installation = new JsonObject();
        if (config.demo()) installation.put("demoAccounts", DemoAccounts.shown());
        return installation
                .put("demo", config.demo())
                .put("meeting", config.meeting() != null)
                .put("version", VERSION);
    }

    private Future<Void> listen(Router router) {
        Router health = Router.router(vertx);
        health.get("/health/live").respond(ctx -> Future.succeededFuture(new JsonObject().put("status", "up")));
        if (mongo != null) new Readiness(vertx, mongo, embedded).mount(health);
        HttpServerOptions options = new HttpServerOptions()
                .setPort(config.port())
                .setHost(config.lan() ? "0.0.0.0" : "127.0.0.1")
                .setCompressionSupported(false);
        if (config.lan()) {
            try {
                LocalAuthority authority = LocalAuthority.at(keys(), clock.instant());
                options.setSsl(true).setKeyCertOptions(authority.serve(clock.instant()));
                trust = authority.trust();
            } catch (IOException failure) {
                return Future.failedFuture(failure);
            }
        }
        return vertx.createHttpServer(options)
                .requestHandler(router)
                .listen()
                .compose(listening -> {
                    server = listening;
                    return vertx.createHttpServer(new HttpServerOptions()
                                    .setPort(config.healthPort())
                                    .setHost("127.0.0.1"))
                            .requestHandler(health)
                            .listen();
                })
                .onSuccess(listening -> healthServer = listening)
                .mapEmpty();
    }

    /** Where the application answers; valid once started. */
    public String address() {
        if (!config.lan()) return "http://localhost:" + port();
        StringBuilder all = new StringBuilder("https://localhost:" + port());
        for (String address : lanAddresses())
            all.append("  https://").append(address).append(':').append(port());
        return all.append(
                        "  (điện thoại: mở /tin-cay.crt một lần để tin máy này; phones: open /tin-cay.crt once to trust this machine)")
                .toString();
    }

    private static List<String> lanAddresses() {
        try {
            return LocalAuthority.addresses();
        } catch (SocketException unreadable) {
            LOG.warn("this machine's addresses cannot be read", unreadable);
            return List.of();
        }
    }

    /** The application's port; valid once started. */
    public int port() {
        if (server == null) throw new IllegalStateException("not started");
        return server.actualPort();
    }

    /** The port of health and metrics; valid once started. */
    public int healthPort() {
        if (healthServer == null) throw new IllegalStateException("not started");
        return healthServer.actualPort();
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

    /** Stops listening, lets what runs finish for five seconds, closes the store. */
    public Future<Void> stop() {
        return quiet(server)
                .compose(done -> quiet(healthServer))
                .compose(done -> vertx.<Void>executeBlocking(() -> {
                    if (mongo != null) mongo.close();
                    if (embedded != null) embedded.close();
                    return null;
                }));
    }

    private static Future<Void> quiet(@Nullable HttpServer stopping) {
        return stopping == null
                ? Future.succeededFuture()
                : stopping.shutdown(5, java.util.concurrent.TimeUnit.SECONDS).otherwiseEmpty();
    }

    /** One line a person at the console can act on. */
    static String reason(Throwable failure) {
        if (failure instanceof java.net.BindException) return "the port is in use; choose another with --port N";
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
