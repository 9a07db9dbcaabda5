package vn.diemcau.bench;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.diemcau.http.Contract;

/** The contract as a caller reads it: each operation with its parameters, and bodies that its schemas allow. */
public final class ContractSamples {
    private final Map<String, Object> whole = Contract.whole();

    /**
     * One row of the contract.
     *
     * @param query the query parameters it must have, each with a value that their schema allows
     * @param body the schema of its JSON body, or null
     */
    public record Operation(
            String method,
            String path,
            String action,
            Map<String, String> query,
            @Nullable Map<?, ?> body,
            @Nullable String mediaType) {
        public String name() {
            return method + " " + path;
        }
    }

    /** All of them, by path and method. */
    public List<Operation> operations() {
        Map<String, Operation> found = new TreeMap<>();
        map(whole.get("paths")).forEach((path, item) -> map(item).forEach((method, raw) -> {
            if (!Set.of("get", "post", "put", "patch", "delete").contains(method.toString())) return;
            Map<?, ?> operation = map(raw);
            Map<?, ?> content = operation.get("requestBody") == null
                    ? Map.of()
                    : map(map(resolved(operation.get("requestBody"))).get("content"));
            Map<?, ?> json = content.get("application/json") == null ? null : map(content.get("application/json"));
            Operation made = new Operation(
                    method.toString().toUpperCase(java.util.Locale.ROOT),
                    path.toString(),
                    String.valueOf(operation.get("x-action")),
                    query(operation),
                    json == null ? null : map(resolved(json.get("schema"))),
                    content.isEmpty()
                            ? null
                            : content.keySet().iterator().next().toString());
            found.put(path + " " + method, made);
        }));
        return new ArrayList<>(found.values());
    }

    private Map<String, String> query(Map<?, ?> operation) {
        Map<String, String> found = new TreeMap<>();
        if (!(operation.get("parameters") instanceof List<?> parameters)) return found;
        for (Object raw : parameters) {
            Map<?, ?> parameter = map(resolved(raw));
            if (!"query".equals(parameter.get("in")) || !Boolean.TRUE.equals(parameter.get("required"))) continue;
            found.put(String.valueOf(parameter.get("name")), String.valueOf(value(parameter.get("schema"), 0)));
        }
        return found;
    }

    /** A body with everything that the schema requires. */
    public JsonObject body(Map<?, ?> schema) {
        return value(schema, 0) instanceof JsonObject object ? object : new JsonObject();
    }

    @Nullable
    Object value(@Nullable Object raw, int depth) {
        if (raw == null || depth > 6) return null;
        Map<?, ?> schema = map(resolved(raw));
        if (schema.get("example") != null) return schema.get("example");
        if (schema.get("const") != null) return schema.get("const");
        if (schema.get("enum") instanceof List<?> choices) return choices.get(0);
        if (schema.get("oneOf") instanceof List<?> choices) return value(choices.get(0), depth);
        if (schema.get("allOf") instanceof List<?> parts) {
            JsonObject all = new JsonObject();
            for (Object part : parts) if (value(part, depth) instanceof JsonObject some) all.mergeIn(some);
            return all;
        }
        String type = schema.get("type") instanceof List<?> types
                ? types.get(0).toString()
                : String.valueOf(schema.get("type"));
        return switch (type) {
            case "object", "null" -> object(schema, depth);
            case "array" -> {
                JsonArray one = new JsonArray();
                Object entry = value(schema.get("items"), depth + 1);
                if (entry != null) one.add(entry);
                yield one;
            }
            case "integer" -> number(schema);
            case "number" -> number(schema);
            case "boolean" -> true;
            default -> text(schema);
        };
    }

    private JsonObject object(Map<?, ?> schema, int depth) {
        JsonObject made = new JsonObject();
        Map<?, ?> properties = schema.get("properties") == null ? Map.of() : map(schema.get("properties"));
        List<?> required = schema.get("required") instanceof List<?> names ? names : List.of();
        for (Object name : required) made.put(name.toString(), value(properties.get(name), depth + 1));
        return made;
    }

    private static Object number(Map<?, ?> schema) {
        return schema.get("minimum") instanceof Number least ? least : Integer.valueOf(1);
    }

    private static String text(Map<?, ?> schema) {
        String format = String.valueOf(schema.get("format"));
        return switch (format) {
            case "date-time" -> "2026-11-22T01:00:00Z";
            case "date" -> "2026-11-22";
            case "uuid" -> "00000000-0000-7000-8000-000000000077";
            default -> {
                int least = schema.get("minLength") instanceof Number number ? number.intValue() : 1;
                yield "a".repeat(Math.max(3, least));
            }
        };
    }

    private Object resolved(@Nullable Object raw) {
        @Nullable Object here = raw;
        while (here instanceof Map<?, ?> map && map.get("$ref") instanceof String reference) {
            @Nullable Object at = whole;
            for (String part : reference.substring(2).split("/")) at = map(at).get(part);
            here = at;
        }
        return Objects.requireNonNull(here);
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return (Map<?, ?>) Objects.requireNonNull(value);
    }
}
