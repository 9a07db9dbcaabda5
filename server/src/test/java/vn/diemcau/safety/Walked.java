package vn.diemcau.safety;

import com.mongodb.client.model.Filters;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.diemcau.Caller;
import vn.diemcau.RunningPlatform;
import vn.diemcau.bench.ContractSamples;
import vn.diemcau.mongo.Mongo;

/** Calls that succeeded, each with what they left in the audit record by the time the caller had the answer. */
final class Walked {
    /** What the calls of one operation left. */
    static final class Left {
        final TreeSet<String> lines = new TreeSet<>();
        boolean before;
        boolean after;
    }

    private static final List<ContractSamples.Operation> OPERATIONS = new ContractSamples()
            .operations().stream()
                    .filter(operation -> !operation.method().equals("GET"))
                    .toList();

    private final Mongo mongo;
    private final Map<String, Left> left = new TreeMap<>();
    private final List<String> silent = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private String last = "";

    Walked(Mongo mongo) {
        this.mongo = mongo;
        lines();
    }

    static List<String> changing() {
        return OPERATIONS.stream().map(ContractSamples.Operation::name).toList();
    }

    Map<String, Left> left() {
        return left;
    }

    /** Calls of which nothing was written, with what they were. */
    List<String> silent() {
        return silent;
    }

    /** Calls that did not succeed and so prove nothing. */
    List<String> refused() {
        return refused;
    }

    JsonObject post(Caller by, String path, @Nullable JsonObject body) {
        return call(by, "POST", path, body);
    }

    JsonObject put(Caller by, String path, JsonObject body) {
        return call(by, "PUT", path, body);
    }

    JsonObject delete(Caller by, String path) {
        return call(by, "DELETE", path, null);
    }

    JsonObject call(Caller by, String method, String path, @Nullable JsonObject body) {
        byte[] bytes = body == null ? new byte[0] : body.encode().getBytes(StandardCharsets.UTF_8);
        return send(by, method, path, "application/json", bytes);
    }

    JsonObject send(Caller by, String method, String path, String type, byte[] body) {
        lines();
        Caller.Answer answer = by.send(method, path, type, body);
        if (answer.status() < 200 || answer.status() > 299) {
            refused.add(method + " " + path + " " + answer.status() + " " + answer.text());
            return new JsonObject();
        }
        String operation = operation(method, path.replaceFirst("\\?.*", ""));
        Left all = left.computeIfAbsent(operation, key -> new Left());
        // what jobs do meanwhile has another author
        List<Document> own = lines().stream()
                .filter(line -> !List.of("system", "rule").contains(line.getString("by")))
                .toList();
        if (own.isEmpty()) silent.add(operation);
        for (Document line : own) {
            all.lines.add(line.getString("what"));
            JsonObject detail = new JsonObject(line.getString("detail"));
            all.before |= has(detail, "before");
            all.after |= has(detail, "after");
        }
        boolean json =
                answer.type().startsWith("application/json") && answer.text().startsWith("{");
        return json ? answer.json() : new JsonObject();
    }

    private static boolean has(JsonObject detail, String side) {
        return detail.containsKey(side)
                || detail.fieldNames().stream()
                        .anyMatch(name -> detail.getValue(name) instanceof JsonObject field && field.containsKey(side));
    }

    /** The one whose path fits with the fewest parameters. */
    private static String operation(String method, String path) {
        return OPERATIONS.stream()
                .filter(each -> each.method().equals(method) && fits(each.path(), path))
                .min((one, other) -> Long.compare(parameters(one.path()), parameters(other.path())))
                .orElseThrow(() -> new AssertionError(method + " " + path))
                .name();
    }

    private static boolean fits(String template, String path) {
        return Pattern.matches(template.replaceAll("\\{\\w+}", "[^/]+"), path);
    }

    private static long parameters(String template) {
        return template.chars().filter(each -> each == '{').count();
    }

    /** The lines since this was asked last. */
    private List<Document> lines() {
        List<Document> found = RunningPlatform.await(Mongo.all(mongo.collection("audit")
                .find(Filters.gt("_id", last))
                .sort(new Document("_id", 1))
                .batchSize(500)));
        if (!found.isEmpty()) last = found.get(found.size() - 1).getString("_id");
        return found;
    }
}
