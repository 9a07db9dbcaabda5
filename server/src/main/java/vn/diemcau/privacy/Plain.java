package vn.diemcau.privacy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A stored document as its person may take it away: dates as text, without secrets and without what only the machine needs. */
final class Plain {
    private static final Set<String> HIDDEN = Set.of(
            "password",
            "pin",
            "secret",
            "proposed",
            "recovery",
            "csrf",
            "code",
            "token",
            "digits",
            "h",
            "rev",
            "todo",
            "tell",
            "untold",
            "words",
            "sortKey",
            "folded",
            "rowKeys",
            "paths",
            "groups",
            "tallyAt",
            "good");

    private Plain() {}

    static JsonObject of(Map<String, ?> document) {
        JsonObject plain = new JsonObject();
        document.forEach((key, value) -> {
            if (value != null && !HIDDEN.contains(key)) plain.put(key.equals("_id") ? "id" : key, value(value));
        });
        return plain;
    }

    @SuppressWarnings("unchecked")
    private static Object value(Object value) {
        if (value instanceof Map<?, ?> map) return of((Map<String, ?>) map);
        if (value instanceof List<?> list) {
            JsonArray array = new JsonArray();
            list.forEach(each -> array.add(each == null ? null : value(each)));
            return array;
        }
        if (value instanceof Date date) return date.toInstant().toString();
        if (value instanceof Number || value instanceof Boolean) return value;
        return String.valueOf(value);
    }
}
