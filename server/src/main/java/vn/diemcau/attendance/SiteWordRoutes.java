package vn.diemcau.attendance;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.diemcau.access.Action;
import vn.diemcau.http.Api;
import vn.diemcau.http.Input;
import vn.diemcau.http.Live;
import vn.diemcau.http.SignedIn;
import vn.diemcau.problem.Problem;

/** The technician's check of a site before the session, and calls to sites that are silent; decides nothing. */
final class SiteWordRoutes {
    /** What is looked at: picture, sound, link and spare power. */
    static final List<String> CHECKED = List.of("picture", "sound", "link", "power");

    private static final int CALLS_SHOWN = 3;

    private final Doors doors;
    private final SiteWordStore words;
    private final Live live;
    private final InstantSource clock;

    SiteWordRoutes(Doors doors, SiteWordStore words, Live live, InstantSource clock) {
        this.doors = doors;
        this.words = words;
        this.live = live;
        this.clock = clock;
    }

    void mount(Api api) {
        api.post("/sessions/{session}/sites/{site}/checks", Action.TAKE_ROLL, this::check);
        api.post("/sessions/{session}/sites/{site}/calls", Action.TAKE_ROLL, this::call);
    }

    private Future<Doors.At> at(RoutingContext ctx) {
        Input in = Input.of(ctx);
        return doors.site(in.path("session"), in.path("site"), SignedIn.of(ctx), Action.TAKE_ROLL);
    }

    private Future<Void> check(RoutingContext ctx) {
        return at(ctx).compose(at -> {
            Input in = Input.of(ctx);
            Map<String, Boolean> good = new HashMap<>();
            for (String what : CHECKED) if (in.has(what)) good.put(what, in.flag(what));
            if (good.isEmpty())
                throw Problem.invalid("picture", "required", "At least one of picture, sound, link, power.");
            return keep(ctx, at, SiteWord.Kind.CHECK, good, null);
        });
    }

    /** The office's own word: a steward's phone does not say that it was called. */
    private Future<Void> call(RoutingContext ctx) {
        return at(ctx).compose(at -> {
            SignedIn.of(ctx).require(Action.TAKE_ROLL, at.session().unitPath());
            return keep(ctx, at, SiteWord.Kind.CALL, Map.of(), Input.of(ctx).flag("reached"));
        });
    }

    private Future<Void> keep(
            RoutingContext ctx, Doors.At at, SiteWord.Kind kind, Map<String, Boolean> good, @Nullable Boolean reached) {
        Input in = Input.of(ctx);
        SiteWord word = new SiteWord(
                ReadClaim.id(in.text("id")),
                at.session().id(),
                at.site().id(),
                kind,
                clock.instant(),
                SignedIn.of(ctx).name(),
                good,
                reached,
                in.optional("note").orElse(null));
        return words.add(word)
                .onSuccess(added -> live.nudge(Topics.wall(word.session())))
                .mapEmpty();
    }

    /** What the wall shows of them: the last check, and the last calls. */
    static void put(JsonObject tile, List<SiteWord> words) {
        words.stream()
                .filter(word -> word.kind() == SiteWord.Kind.CHECK)
                .reduce((one, later) -> later)
                .ifPresent(word -> tile.put("check", json(word)));
        words.stream()
                .filter(word -> word.kind() == SiteWord.Kind.REMINDER)
                .findFirst()
                .ifPresent(word -> tile.put("remindedAt", word.at().toString()));
        List<SiteWord> calls =
                words.stream().filter(word -> word.kind() == SiteWord.Kind.CALL).toList();
        if (calls.isEmpty()) return;
        JsonArray shown = new JsonArray();
        calls.subList(Math.max(0, calls.size() - CALLS_SHOWN), calls.size()).forEach(call -> shown.add(json(call)));
        tile.put("calls", shown);
    }

    private static JsonObject json(SiteWord word) {
        JsonObject json = new JsonObject().put("at", word.at().toString()).put("by", word.by());
        for (String what : CHECKED) {
            Boolean good = word.good().get(what);
            if (good != null) json.put(what, good);
        }
        if (word.reached() != null) json.put("reached", word.reached());
        AttendanceJson.put(json, "note", word.note());
        return json;
    }
}
