package vn.diemcau.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;

/**
 * The OpenAPI contract: {@code api/openapi.yaml} holds what all share, {@code api/FEATURE.yaml} the paths and schemas of one feature;
 * here they become one document, served at /api/openapi.yaml.
 */
public final class Contract {
    /** The parts, in the order of the flow. */
    private static final List<String> PARTS = List.of(
            "identity",
            "people",
            "schedule",
            "enrolment",
            "meeting",
            "files",
            "material",
            "letterhead",
            "recording",
            "attendance",
            "policy",
            "campaign",
            "report",
            "privacy",
            "demo");

    private Contract() {}

    /** The whole contract as nested maps. */
    public static Map<String, Object> whole() {
        Map<String, Object> whole = read("openapi");
        Map<String, Object> paths = section(whole, "paths");
        Map<String, Object> components = section(whole, "components");
        for (String part : PARTS) {
            Map<String, Object> read = read(part);
            paths.putAll(section(read, "paths"));
            section(read, "components").forEach((kind, entries) -> {
                for (Map.Entry<String, Object> entry : map(entries).entrySet()) {
                    if (section(components, kind).putIfAbsent(entry.getKey(), entry.getValue()) != null) {
                        throw new IllegalStateException(
                                "two parts of the contract name " + kind + "/" + entry.getKey());
                    }
                }
            });
        }
        return whole;
    }

    /** Serves the contract as YAML and JSON; it is put together on a worker when somebody first asks. */
    public static void mount(Vertx vertx, Router router) {
        AtomicReference<@Nullable Future<Served>> kept = new AtomicReference<>();
        Supplier<Future<Served>> served = () -> {
            Future<Served> known = kept.get();
            if (known != null && !known.failed()) return known;
            Future<Served> made = vertx.executeBlocking(Contract::served, false);
            kept.set(made);
            return made;
        };
        router.get("/api/openapi.yaml").handler(ctx -> served.get()
                .onSuccess(both -> ctx.response()
                        .putHeader("Content-Type", "application/yaml")
                        .end(both.yaml()))
                .onFailure(ctx::fail));
        router.get("/api/openapi.json").handler(ctx -> served.get()
                .onSuccess(both -> ctx.response()
                        .putHeader("Content-Type", "application/json")
                        .end(both.json()))
                .onFailure(ctx::fail));
    }

    private record Served(String yaml, String json) {}

    private static Served served() {
        Map<String, Object> whole = whole();
        DumperOptions block = new DumperOptions();
        block.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        block.setAllowUnicode(true);
        return new Served(new Yaml(new Representer(block), block).dump(whole), new JsonObject(whole).encode());
    }

    private static Map<String, Object> read(String name) {
        try (InputStream in = Contract.class.getResourceAsStream("/api/" + name + ".yaml")) {
            if (in == null) return new LinkedHashMap<>();
            Object read = new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return read == null ? new LinkedHashMap<>() : map(read);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Map<String, Object> section(Map<String, Object> parent, String key) {
        return map(parent.computeIfAbsent(key, missing -> new LinkedHashMap<String, Object>()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
