package vn.diemcau.http;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a request was about, as it stood before its handler and as it stands after: read twice by one reader that the table of routes
 * names, told to whoever keeps the record of changes.
 */
public final class BeforeAfter {
    private static final String KEY = "diemcau.beforeAfter";

    /** Reads what a request is about, or nothing where nothing stands. It asks for no right: what it reads goes into the record alone. */
    public interface Reader {
        Future<Optional<JsonObject>> read(RoutingContext ctx);
    }

    private final Optional<JsonObject> before;
    private final Optional<JsonObject> after;

    private BeforeAfter(Optional<JsonObject> before, Optional<JsonObject> after) {
        this.before = before;
        this.after = after;
    }

    /** The handler, with what stands read before it and, when it succeeded, after it. */
    public static Api.Handler of(Reader reader, Api.Handler handler) {
        return ctx -> reader.read(ctx).compose(before -> handler.handle(ctx)
                .<Object>map(answer -> answer)
                .compose(answer -> reader.read(ctx).map(after -> {
                    ctx.put(KEY, new BeforeAfter(plain(before), plain(after)));
                    return answer;
                })));
    }

    public static Optional<BeforeAfter> of(RoutingContext ctx) {
        return Optional.ofNullable(ctx.get(KEY));
    }

    /** What it says on both sides in the same kinds of values, as it would stand in a file. */
    private static Optional<JsonObject> plain(Optional<JsonObject> told) {
        return told.map(json -> new JsonObject(json.encode()));
    }

    /** {@code before} and {@code after}: the whole of what came or went; of what changed, the fields that did; {@code unchanged} when none. */
    public JsonObject told() {
        if (before.isEmpty() && after.isEmpty()) return new JsonObject();
        if (before.isEmpty()) return new JsonObject().put("after", after.get());
        if (after.isEmpty()) return new JsonObject().put("before", before.get());
        JsonObject was = new JsonObject();
        JsonObject is = new JsonObject();
        Set<String> names = new HashSet<>(before.get().fieldNames());
        names.addAll(after.get().fieldNames());
        names.stream().sorted().forEach(name -> put(was, is, name));
        return was.isEmpty() && is.isEmpty()
                ? new JsonObject().put("unchanged", true)
                : new JsonObject().put("before", was).put("after", is);
    }

    private void put(JsonObject was, JsonObject is, String name) {
        Object one = before.orElseThrow().getValue(name);
        Object other = after.orElseThrow().getValue(name);
        if (one == null ? other == null : one.equals(other)) return;
        if (one instanceof JsonArray left && other instanceof JsonArray right) {
            JsonArray gone = without(left, right);
            JsonArray come = without(right, left);
            // the same in another order
            boolean moved = gone.isEmpty() && come.isEmpty();
            was.put(name, moved ? left : gone);
            is.put(name, moved ? right : come);
            return;
        }
        was.put(name, one);
        is.put(name, other);
    }

    private static JsonArray without(JsonArray all, JsonArray others) {
        Set<Object> known = new HashSet<>();
        others.forEach(known::add);
        JsonArray left = new JsonArray();
        all.forEach(each -> {
            if (!known.contains(each)) left.add(each);
        });
        return left;
    }
}
