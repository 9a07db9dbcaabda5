package vn.diemcau.demo;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.diemcau.access.Action;
import vn.diemcau.http.Api;
import vn.diemcau.http.Input;
import vn.diemcau.problem.Problem;

/** HTTP for visitors of a demonstration; an installation that is none answers no_demo. */
public final class DemoRoutes {
    private final Vertx vertx;
    private final @Nullable Demo demo;

    public DemoRoutes(Vertx vertx, @Nullable Demo demo) {
        this.vertx = vertx;
        this.demo = demo;
    }

    public void mount(Api api) {
        api.get("/demo", Action.ANYONE, ctx -> ask(DemoVisitors::today));
        api.post("/demo/visitors", Action.ANYONE, this::welcome);
        api.put("/demo/line", Action.ANYONE, ctx -> {
            boolean up = Input.of(ctx).flag("up");
            return ask(visitors -> visitors.line(up));
        });
        api.post("/demo/steward", Action.ANYONE, ctx -> ask(DemoVisitors::slip));
    }

    private Future<JsonObject> welcome(RoutingContext ctx) {
        Input in = Input.of(ctx);
        String name = in.text("name");
        boolean here = in.flag("here");
        return ask(visitors -> here ? visitors.welcomeHere(name) : visitors.welcome(name));
    }

    private Future<JsonObject> ask(Function<DemoVisitors, JsonObject> question) {
        if (demo == null)
            return Future.failedFuture(Problem.missing("no_demo", "This installation is no demonstration."));
        DemoVisitors visitors = demo.visitors();
        if (visitors == null) {
            return Future.failedFuture(Problem.unavailable(
                    "demo_not_ready", "The demonstration is not ready yet; try again in a moment."));
        }
        return vertx.executeBlocking(() -> question.apply(visitors), false);
    }
}
