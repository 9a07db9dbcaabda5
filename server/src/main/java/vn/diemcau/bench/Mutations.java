package vn.diemcau.bench;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Requests that the contract does not allow, made from ones that it does; the same seed makes the same ones. */
final class Mutations {
    private static final List<Object> STRANGE = List.of(
            "",
            " ",
            "\u0000",
            "đ\u0300\u200b\u202eẶ",
            "\ud83d\ude00",
            "=1+1",
            "'; drop table x; --",
            "<script>alert(1)</script>",
            "../../etc/passwd",
            "9".repeat(400),
            "2026-13-45T99:99:99Z",
            "0000-00-00",
            "+999999999-12-31T23:59:59Z",
            -1,
            0,
            Integer.MAX_VALUE,
            Long.MIN_VALUE,
            1e308,
            0.1,
            true,
            new JsonArray(),
            new JsonObject(),
            new JsonObject().put("$ne", 1),
            new JsonArray().add(new JsonObject().put("$where", "1")));

    private final Random random;
    private final ContractSamples samples;
    private final Map<String, String> known;

    /**
     * One request to send.
     *
     * @param uri below /api/v1, with its query
     */
    record Request(String method, String uri, String type, Buffer body) {}

    /** @param known what stands for the parameters of paths, so that the requests reach the handlers' depth */
    Mutations(long seed, ContractSamples samples, Map<String, String> known) {
        this.random = new Random(seed);
        this.samples = samples;
        this.known = known;
    }

    Request next(ContractSamples.Operation operation) {
        StringBuilder uri = new StringBuilder(path(operation));
        char mark = '?';
        for (Map.Entry<String, String> query : operation.query().entrySet()) {
            if (random.nextInt(8) == 0) continue;
            Object value = random.nextInt(3) == 0 ? strange() : known.getOrDefault(query.getKey(), query.getValue());
            uri.append(mark).append(query.getKey()).append('=').append(encoded(String.valueOf(value)));
            mark = '&';
        }
        if (random.nextInt(6) == 0) {
            uri.append(mark).append("limit=").append(encoded(String.valueOf(strange())));
            uri.append("&after=").append(encoded(String.valueOf(strange())));
        }
        String type = random.nextInt(20) == 0 ? "text/plain" : "application/json";
        return new Request(operation.method(), uri.toString(), type, body(operation));
    }

    private String path(ContractSamples.Operation operation) {
        StringBuilder made = new StringBuilder();
        for (String part : operation.path().split("(?=/)")) {
            if (!part.startsWith("/{")) {
                made.append(part);
                continue;
            }
            String name = part.substring(2, part.length() - 1);
            boolean away = operation.method().equals("DELETE") || random.nextInt(4) == 0;
            String value = known.get(name);
            made.append('/').append(away || value == null ? encoded(String.valueOf(strange())) : value);
        }
        return made.toString();
    }

    private Buffer body(ContractSamples.Operation operation) {
        if (operation.method().equals("GET")) return Buffer.buffer();
        Map<?, ?> schema = operation.body();
        if (schema == null) return random.nextInt(3) == 0 ? Buffer.buffer("{\"a\":") : Buffer.buffer();
        JsonObject body = samples.body(schema);
        int changes = random.nextInt(4);
        for (int i = 0; i < changes; i++) mutate(body);
        String text = body.encode();
        return switch (random.nextInt(24)) {
            case 0 -> Buffer.buffer(text.substring(0, random.nextInt(text.length() + 1)));
            case 1 -> Buffer.buffer("[" + text + "]");
            case 2 -> Buffer.buffer("null");
            case 3 -> Buffer.buffer("[".repeat(5000));
            case 4 -> Buffer.buffer(new byte[] {(byte) 0xff, (byte) 0xfe, 0, '{'});
            case 5 -> Buffer.buffer();
            default -> Buffer.buffer(text);
        };
    }

    private void mutate(JsonObject object) {
        List<String> names = new ArrayList<>(object.fieldNames());
        if (names.isEmpty()) {
            object.put("x", strange());
            return;
        }
        String name = names.get(random.nextInt(names.size()));
        Object value = object.getValue(name);
        switch (random.nextInt(6)) {
            case 0 -> object.remove(name);
            case 1 -> object.putNull(name);
            case 2 -> object.put(name, deep(random.nextInt(60)));
            case 3 -> {
                if (value instanceof JsonObject inner) mutate(inner);
                else if (value instanceof JsonArray list
                        && !list.isEmpty()
                        && list.getValue(0) instanceof JsonObject one) mutate(one);
                else object.put(name, strange());
            }
            case 4 -> {
                if (value instanceof JsonArray list && !list.isEmpty()) {
                    Object one = list.getValue(0);
                    for (int i = 0; i < 300; i++) list.add(one);
                } else object.put(name, strange());
            }
            default -> object.put(name, strange());
        }
    }

    private static JsonArray deep(int levels) {
        JsonArray inner = new JsonArray();
        for (int i = 0; i < levels; i++) inner = new JsonArray().add(inner);
        return inner;
    }

    private @Nullable Object strange() {
        Object value = STRANGE.get(random.nextInt(STRANGE.size()));
        if (value instanceof JsonObject object) return object.copy();
        return value instanceof JsonArray list ? list.copy() : value;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
