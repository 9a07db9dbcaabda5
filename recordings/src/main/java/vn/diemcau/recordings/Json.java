package vn.diemcau.recordings;

import java.util.LinkedHashMap;
import java.util.Map;

/** The few bits of JSON that are spoken here: the texts and numbers of an object's first level. */
final class Json {
    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** Texts and numbers by name; nested values are passed over. Fails with IllegalArgumentException for what is no object. */
    static Map<String, String> read(String text) {
        Json json = new Json(text);
        Map<String, String> values = new LinkedHashMap<>();
        json.expect('{');
        if (json.peek() == '}') return values;
        do {
            String name = json.string();
            json.expect(':');
            char next = json.peek();
            if (next == '"') values.put(name, json.string());
            else if (next == '{' || next == '[') json.skip();
            else values.put(name, json.word());
        } while (json.more());
        return values;
    }

    static String write(Map<String, ?> values) {
        StringBuilder out = new StringBuilder("{");
        values.forEach((name, value) -> {
            if (out.length() > 1) out.append(',');
            out.append(quoted(name)).append(':');
            out.append(value instanceof Number ? value.toString() : quoted(value.toString()));
        });
        return out.append('}').toString();
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char each : text.toCharArray()) {
            if (each == '"' || each == '\\') out.append('\\').append(each);
            else if (each < ' ') out.append(String.format("\\u%04x", (int) each));
            else out.append(each);
        }
        return out.append('"').toString();
    }

    private char peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
        if (at >= text.length()) throw new IllegalArgumentException("the JSON ends early");
        return text.charAt(at);
    }

    private void expect(char what) {
        if (peek() != what) throw new IllegalArgumentException("expected " + what + " at " + at);
        at++;
    }

    private boolean more() {
        if (peek() == ',') {
            at++;
            return true;
        }
        expect('}');
        return false;
    }

    private String word() {
        int from = at;
        while (at < text.length() && ",}] \n\r\t".indexOf(text.charAt(at)) < 0) at++;
        return text.substring(from, at);
    }

    private String string() {
        expect('"');
        StringBuilder out = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            char each = text.charAt(at++);
            if (each != '\\') {
                out.append(each);
                continue;
            }
            char escaped = at < text.length() ? text.charAt(at++) : ' ';
            switch (escaped) {
                case 'n' -> out.append('\n');
                case 't' -> out.append('\t');
                case 'r' -> out.append('\r');
                case 'u' -> {
                    if (at + 4 > text.length()) throw new IllegalArgumentException("the JSON ends early");
                    out.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
                    at += 4;
                }
                default -> out.append(escaped);
            }
        }
        expect('"');
        return out.toString();
    }

    private void skip() {
        int depth = 0;
        do {
            char next = peek();
            if (next == '"') string();
            else {
                if (next == '{' || next == '[') depth++;
                if (next == '}' || next == ']') depth--;
                at++;
            }
        } while (depth > 0);
    }
}
