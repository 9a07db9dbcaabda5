package vn.diemcau.attendance;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diemcau.access.Action;
import vn.diemcau.audit.Audit;
import vn.diemcau.http.Api;
import vn.diemcau.http.BackOff;
import vn.diemcau.http.Failures;
import vn.diemcau.http.From;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignInIssuer;
import vn.diemcau.http.SignedIn;
import vn.diemcau.paper.Pdf;
import vn.diemcau.problem.Problem;
import vn.diemcau.schedule.Session;
import vn.diemcau.schedule.Site;

/** Slips, the phones they open, the pack with which a phone works without signal, and the room's code; decides nothing. */
final class SiteDeviceRoutes {
    private final Doors doors;
    private final Slips slips;
    private final DeviceStore devices;
    private final SignInIssuer issuer;
    private final ReadPack readPack;
    private final KeptAttendances attendances;
    private final Keys keys;
    private final Pdf pdf;
    private final Audit audit;
    private final BackOff backOff;
    private final InstantSource clock;
    private final String publicUrl;

    SiteDeviceRoutes(
            Doors doors,
            Slips slips,
            DeviceStore devices,
            SignInIssuer issuer,
            ReadPack readPack,
            KeptAttendances attendances,
            Keys keys,
            Pdf pdf,
            Audit audit,
            Failures failures,
            InstantSource clock,
            String publicUrl) {
        this.doors = doors;
        this.slips = slips;
        this.devices = devices;
        this.issuer = issuer;
        this.readPack = readPack;
        this.attendances = attendances;
        this.keys = keys;
        this.pdf = pdf;
        this.audit = audit;
        this.backOff = BackOff.ofAddresses(failures, "site slip");
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    void mount(Api api) {
        api.post("/site-openings", Action.ANYONE, this::open);
        api.get("/sessions/{session}/slips", Action.SUMMON, this::list);
        api.post("/sessions/{session}/slips", Action.SUMMON, this::print);
        api.get("/sessions/{session}/roll-sheet/{site}", Action.SEE_ROLL, this::rollSheet);
        api.get("/sessions/{session}/sites/{site}/pack", Action.SCAN_IN, this::pack);
        api.get("/sessions/{session}/room-code/{site}", Action.SEE_ROLL, this::roomCode);
    }

    private Future<JsonObject> open(RoutingContext ctx) {
        Input in = Input.of(ctx);
        String from = From.of(ctx);
        backOff.check(from);
        Optional<Input> device = in.object("device");
        String name = device.flatMap(given -> given.optional("name")).orElse("");
        Map<String, Object> publicKey = DeviceRoutes.publicKey(ctx);
        return slips.find(in.text("code")).compose(found -> {
            if (found.isEmpty()) {
                backOff.failed(from);
                return Future.failedFuture(Problem.missing("slip_unknown", "No slip has this code."));
            }
            return doors.session(found.get().session())
                    .compose(session -> open(ctx, session, found.get().site(), name, publicKey));
        });
    }

    private Future<JsonObject> open(
            RoutingContext ctx, Session session, String siteId, String said, @Nullable Map<String, Object> key) {
        Site site = Doors.siteOf(session, siteId);
        return attendances.sites(session).compose(all -> {
            boolean closed = all.stream().anyMatch(each -> each.site().equals(siteId) && each.closedAt() != null);
            if (closed) {
                throw new Problem(Problem.Kind.GONE, "site_closed", "The roll of this site is closed.", null);
            }
            String device = UUID.randomUUID().toString();
            return devices.count(session.id(), siteId).compose(before -> {
                String name = said.isEmpty() ? "Máy " + (before + 1) + ", " + site.name() : said;
                return devices.add(device, session.id(), siteId, name, false, key, clock.instant())
                        .compose(added -> issuer.openSite(ctx, device, name, session.id(), siteId))
                        .map(signedIn -> new JsonObject()
                                .put("session", session.id())
                                .put("site", siteId)
                                .put("title", session.title())
                                .put("siteName", site.name())
                                .put("device", device)
                                .put("csrf", signedIn.csrf())
                                .put("account", signedIn.account()));
            });
        });
    }

    private Future<JsonObject> list(RoutingContext ctx) {
        return doors.session(Input.of(ctx).path("session"), SignedIn.of(ctx), Action.SUMMON)
                .compose(session -> slips.codes(session).compose(codes -> Future.all(
                                attendances.sites(session), devices.of(session.id()))
                        .map(both -> {
                            List<SiteFigures> figures = both.resultAt(0);
                            List<SiteDevice> opened = both.resultAt(1);
                            JsonArray items = new JsonArray();
                            for (Site site : session.sites()) {
                                boolean closed = figures.stream()
                                        .anyMatch(each -> each.site().equals(site.id()) && each.closedAt() != null);
                                JsonObject item = new JsonObject()
                                        .put("site", site.id())
                                        .put("name", site.name())
                                        .put("code", codes.get(site.id()))
                                        .put("url", publicUrl + "/diem-cau?c=" + codes.get(site.id()))
                                        .put("closed", closed)
                                        .put(
                                                "phones",
                                                opened.stream()
                                                        .filter(each ->
                                                                each.site().equals(site.id()))
                                                        .count());
                                AttendanceJson.put(item, "contactName", site.contactName());
                                AttendanceJson.put(item, "contactPhone", site.contactPhone());
                                items.add(item);
                            }
                            return new JsonObject().put("items", items);
                        })));
    }

    private Future<Api.Reply> print(RoutingContext ctx) {
        SignedIn caller = SignedIn.of(ctx);
        return doors.session(Input.of(ctx).path("session"), caller, Action.SUMMON)
                .compose(session -> slips.codes(session)
                        .compose(codes -> pdf.of(Sheets.slips(session, codes, publicUrl)))
                        .compose(made -> audit.add(
                                        caller.account(),
                                        "site_slips_printed",
                                        "session/" + session.id(),
                                        caller.did(new JsonObject()
                                                .put("sites", session.sites().size())))
                                .map(new Api.Reply(200, "application/pdf", made))));
    }

    private Future<Doors.At> at(RoutingContext ctx, Action action) {
        Input in = Input.of(ctx);
        return doors.site(in.path("session"), in.path("site"), SignedIn.of(ctx), action);
    }

    private Future<Api.Reply> rollSheet(RoutingContext ctx) {
        return at(ctx, Action.SEE_ROLL)
                .compose(at -> readPack.lines(at.session(), at.site())
                        .compose(lines -> pdf.of(Sheets.roll(at.session(), at.site(), lines, publicUrl))))
                .map(made -> new Api.Reply(200, "application/pdf", made));
    }

    private Future<JsonObject> pack(RoutingContext ctx) {
        return at(ctx, Action.SCAN_IN).compose(at -> readPack.handle(at.session(), at.site()));
    }

    private Future<JsonObject> roomCode(RoutingContext ctx) {
        return at(ctx, Action.SEE_ROLL).map(at -> {
            String session = at.session().id();
            String site = at.site().id();
            return new JsonObject()
                    .put(
                            "key",
                            Base64.getUrlEncoder().withoutPadding().encodeToString(RoomCode.key(keys, session, site)))
                    .put("stepSeconds", RoomCode.STEP_SECONDS)
                    .put("serverTime", clock.instant().toString())
                    .put("url", publicUrl + "/diem-danh?s=" + session + "&d=" + site + "&m=");
        });
    }
}
