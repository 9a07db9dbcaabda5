package vn.diemcau.attendance;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diemcau.access.Action;
import vn.diemcau.audit.Audit;
import vn.diemcau.http.Api;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignInIssuer;
import vn.diemcau.http.SignedIn;
import vn.diemcau.problem.Problem;

/** The devices of a site: which there are, the one at its door, ending one, and what a revoked one had still to say; decides nothing. */
final class DeviceRoutes {
    private final Doors doors;
    private final DeviceStore devices;
    private final AcceptHeld acceptHeld;
    private final SignInIssuer issuer;
    private final Audit audit;
    private final InstantSource clock;

    DeviceRoutes(
            Doors doors,
            DeviceStore devices,
            AcceptHeld acceptHeld,
            SignInIssuer issuer,
            Audit audit,
            InstantSource clock) {
        this.doors = doors;
        this.devices = devices;
        this.acceptHeld = acceptHeld;
        this.issuer = issuer;
        this.audit = audit;
        this.clock = clock;
    }

    void mount(Api api) {
        api.get("/sessions/{session}/sites/{site}/devices", Action.SEE_ROLL, this::list);
        api.post("/sessions/{session}/sites/{site}/doors", Action.TAKE_ROLL, this::openDoor);
        api.post("/sessions/{session}/sites/{site}/devices/{device}/revocation", Action.TAKE_ROLL, this::revoke);
        api.post("/sessions/{session}/sites/{site}/devices/{device}/acceptance", Action.CORRECT, this::accept);
    }

    /** A public key of the curve P-256 as a device sends it, or null where it has none. */
    static @Nullable Map<String, Object> publicKey(RoutingContext ctx) {
        Input key = Input.of(ctx)
                .object("device")
                .flatMap(device -> device.object("publicKey"))
                .orElse(null);
        if (key == null) return null;
        if (!key.text("kty").equals("EC") || !key.text("crv").equals("P-256") || key.has("d")) {
            throw Problem.invalid("device.publicKey", "malformed", "A public JWK of the curve P-256.");
        }
        return Map.of("kty", "EC", "crv", "P-256", "x", key.text("x"), "y", key.text("y"));
    }

    private Future<Doors.At> at(RoutingContext ctx, Action action) {
        Input in = Input.of(ctx);
        return doors.site(in.path("session"), in.path("site"), SignedIn.of(ctx), action);
    }

    private Future<JsonObject> list(RoutingContext ctx) {
        return at(ctx, Action.SEE_ROLL).compose(at -> Future.all(
                        devices.of(at.session().id()), devices.held(at.session().id()))
                .map(both -> {
                    List<SiteDevice> all = both.resultAt(0);
                    List<DeviceStore.Held> held = both.resultAt(1);
                    JsonArray items = new JsonArray();
                    all.stream()
                            .filter(each -> each.site().equals(at.site().id()))
                            .forEach(each -> items.add(json(each, held)));
                    return new JsonObject().put("items", items);
                }));
    }

    private static JsonObject json(SiteDevice device, List<DeviceStore.Held> held) {
        JsonObject json = new JsonObject()
                .put("id", device.id())
                .put("name", device.name())
                .put("door", device.door())
                .put("signs", device.publicKey() != null)
                .put("openedAt", device.openedAt().toString())
                .put("entries", device.lastN())
                .put("missing", device.missing())
                .put(
                        "held",
                        held.stream()
                                .filter(each -> each.device().equals(device.id()))
                                .mapToInt(each -> each.lines().size())
                                .sum());
        AttendanceJson.put(json, "lastAt", device.lastAt());
        AttendanceJson.put(json, "revokedAt", device.revokedAt());
        AttendanceJson.put(json, "revokedBy", device.revokedBy());
        if (device.offsetMillis() != null) json.put("offsetMillis", device.offsetMillis());
        return json;
    }

    /** This browser becomes the device at the door; what it was signed in as before, it is no more. */
    private Future<JsonObject> openDoor(RoutingContext ctx) {
        Map<String, Object> key = publicKey(ctx);
        if (key == null) {
            throw Problem.invalid("device.publicKey", "required", "A device at the door signs what it sends.");
        }
        return at(ctx, Action.TAKE_ROLL).compose(at -> {
            String session = at.session().id();
            String site = at.site().id();
            String id = UUID.randomUUID().toString();
            String name = Input.of(ctx)
                    .object("device")
                    .flatMap(given -> given.optional("name"))
                    .orElse("Máy tự quét, " + at.site().name());
            return devices.add(id, session, site, name, true, key, clock.instant())
                    .compose(added -> audit.add(
                            SignedIn.of(ctx).account(),
                            "door_opened",
                            "session/" + session + "/site/" + site,
                            SignedIn.of(ctx).did(new JsonObject().put("device", id))))
                    .compose(noted -> issuer.openDoor(ctx, id, name, session, site))
                    .map(signedIn -> new JsonObject()
                            .put("session", session)
                            .put("site", site)
                            .put("title", at.session().title())
                            .put("siteName", at.site().name())
                            .put("device", id)
                            .put("csrf", signedIn.csrf())
                            .put("account", signedIn.account()));
        });
    }

    private Future<SiteDevice> device(RoutingContext ctx, Doors.At at) {
        return devices.one(Input.of(ctx).path("device")).map(found -> found.filter(
                        each -> each.isAt(at.session().id(), at.site().id()))
                .orElseThrow(() -> Problem.missing("not_found", "There is no such device at this site.")));
    }

    private Future<Void> revoke(RoutingContext ctx) {
        SignedIn caller = SignedIn.of(ctx);
        return at(ctx, Action.TAKE_ROLL).compose(at -> device(ctx, at)).compose(device -> devices.revoke(
                        device.id(), caller.name(), clock.instant())
                .compose(done -> issuer.endDevice(device.id()))
                .compose(done ->
                        audit.add(caller.account(), "site_device_revoked", "device/" + device.id(), caller.did())));
    }

    private Future<JsonObject> accept(RoutingContext ctx) {
        SignedIn caller = SignedIn.of(ctx);
        return at(ctx, Action.CORRECT).compose(at -> {
            caller.require(Action.CORRECT, at.session().unitPath());
            return device(ctx, at).compose(device -> acceptHeld
                    .handle(device, entry -> Input.of(ctx).inside("held", entry))
                    .compose(taken -> audit.add(
                                    caller.account(),
                                    "held_entries_accepted",
                                    "device/" + device.id(),
                                    caller.did(new JsonObject().put("entries", taken)))
                            .map(new JsonObject().put("accepted", taken))));
        });
    }
}
