package vn.diemcau.http;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import vn.diemcau.problem.Problem;

/** What came in, read field by field; each complaint names the field and what is expected. */
public final class Input {
    private static final int LONGEST_TEXT = 4000;

    private final RoutingContext ctx;
    private final JsonObject body;
    private final String prefix;

    private Input(RoutingContext ctx, JsonObject body, String prefix) {
        this.ctx = ctx;
        this.body = body;
        this.prefix = prefix;
    }

    /** The path, the query and, if there is one, the JSON object in the body. */
    public static Input of(RoutingContext ctx) {
        try {
            JsonObject body = ctx.body() == null || ctx.body().isEmpty()
                    ? new JsonObject()
                    : ctx.body().asJsonObject();
            return new Input(ctx, body == null ? new JsonObject() : body, "");
        } catch (DecodeException | ClassCastException failure) {
            throw Problem.invalid("", "not_json", "The body must be a JSON object.");
        }
    }

    public String path(String name) {
        String value = ctx.pathParam(name);
        if (value == null || value.isEmpty() || value.length() > 200) {
            throw Problem.invalid(name, "required", "The path lacks this part.");
        }
        return value;
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(ctx.request().getParam(name)).filter(value -> !value.isEmpty());
    }

    public LocalDate queryDate(String name, LocalDate otherwise) {
        return query(name)
                .map(value -> parse(name, value, Input::dateOf, "a date such as 2026-11-22"))
                .orElse(otherwise);
    }

    public int queryInt(String name, int otherwise, int atMost) {
        int value = query(name)
                .map(text -> parse(name, text, Integer::parseInt, "a whole number"))
                .orElse(otherwise);
        if (value < 0 || value > atMost)
            throw Problem.invalid(name, "out_of_range", "Must lie between 0 and " + atMost + ".");
        return value;
    }

    /** A text that must be there, trimmed; at most 4,000 characters. */
    public String text(String name) {
        return optional(name).orElseThrow(() -> Problem.invalid(at(name), "required", "This text is required."));
    }

    /** A longer text that must be there, such as a pasted table, with the blanks at its beginning. */
    public String text(String name, int longest) {
        return raw(name, longest)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> Problem.invalid(at(name), "required", "This text is required."));
    }

    public Optional<String> optional(String name) {
        return raw(name, LONGEST_TEXT).map(String::strip).filter(stripped -> !stripped.isEmpty());
    }

    private Optional<String> raw(String name, int longest) {
        Object value = body.getValue(name);
        if (value == null) return Optional.empty();
        if (!(value instanceof String text)) throw Problem.invalid(at(name), "not_text", "Must be a text.");
        if (text.length() > longest)
            throw Problem.invalid(at(name), "too_long", String.format(Locale.ROOT, "At most %,d characters.", longest));
        return Optional.of(text);
    }

    public Instant instant(String name) {
        return parse(name, text(name), Input::instantOf, "an instant such as 2026-11-22T01:00:00Z");
    }

    public Optional<Instant> optionalInstant(String name) {
        return optional(name)
                .map(value -> parse(name, value, Input::instantOf, "an instant such as 2026-11-22T01:00:00Z"));
    }

    public LocalDate date(String name) {
        return parse(name, text(name), Input::dateOf, "a date such as 2026-11-22");
    }

    public Optional<LocalDate> optionalDate(String name) {
        return optional(name).map(value -> parse(name, value, Input::dateOf, "a date such as 2026-11-22"));
    }

    public int integer(String name, int atLeast, int atMost) {
        return optionalInteger(name, atLeast, atMost)
                .orElseThrow(() -> Problem.invalid(at(name), "required", "This number is required."));
    }

    public Optional<Integer> optionalInteger(String name, int atLeast, int atMost) {
        Object value = body.getValue(name);
        if (value == null) return Optional.empty();
        if (!(value instanceof Number number) || number.doubleValue() != Math.rint(number.doubleValue())) {
            throw Problem.invalid(at(name), "not_integer", "Must be a whole number.");
        }
        if (number.doubleValue() < atLeast || number.doubleValue() > atMost) {
            throw Problem.invalid(at(name), "out_of_range", "Must lie between " + atLeast + " and " + atMost + ".");
        }
        return Optional.of(number.intValue());
    }

    public boolean flag(String name) {
        Object value = body.getValue(name);
        if (value == null) return false;
        if (!(value instanceof Boolean flag)) throw Problem.invalid(at(name), "not_boolean", "Must be true or false.");
        return flag;
    }

    /** One of an enum's names, in lower case on the wire. */
    public <E extends Enum<E>> E choice(String name, Class<E> type) {
        return optionalChoice(name, type)
                .orElseThrow(() -> Problem.invalid(at(name), "required", "One of " + choices(type) + "."));
    }

    public <E extends Enum<E>> Optional<E> optionalChoice(String name, Class<E> type) {
        return optional(name).map(value -> {
            for (E constant : type.getEnumConstants()) {
                if (constant.name().equalsIgnoreCase(value)) return constant;
            }
            throw Problem.invalid(at(name), "not_a_choice", "One of " + choices(type) + ".");
        });
    }

    public List<String> texts(String name, int atMost) {
        List<String> texts = new ArrayList<>();
        for (Object value : array(name, atMost)) {
            if (!(value instanceof String text) || text.length() > LONGEST_TEXT) {
                throw Problem.invalid(at(name), "not_text", "Must be a list of texts.");
            }
            texts.add(text.strip());
        }
        return texts;
    }

    /** Each object of a list, read by the function; complaints inside name the place, such as {@code agenda[2].title}. */
    public <T> List<T> list(String name, int atMost, Function<Input, T> read) {
        List<T> items = new ArrayList<>();
        int place = 0;
        for (Object value : array(name, atMost)) {
            String here = at(name) + "[" + place++ + "]";
            if (!(value instanceof JsonObject object)) throw Problem.invalid(here, "not_object", "Must be an object.");
            items.add(read.apply(new Input(ctx, object, here + ".")));
        }
        return items;
    }

    public Optional<Input> object(String name) {
        Object value = body.getValue(name);
        if (value == null) return Optional.empty();
        if (!(value instanceof JsonObject object)) throw Problem.invalid(at(name), "not_object", "Must be an object.");
        return Optional.of(new Input(ctx, object, at(name) + "."));
    }

    /** An object that came inside a text of the body, read by the same rules. */
    public Input inside(String name, JsonObject object) {
        return new Input(ctx, object, at(name) + ".");
    }

    public boolean has(String name) {
        return body.containsKey(name);
    }

    private JsonArray array(String name, int atMost) {
        Object value = body.getValue(name);
        if (value == null) return new JsonArray();
        if (!(value instanceof JsonArray array)) throw Problem.invalid(at(name), "not_list", "Must be a list.");
        if (array.size() > atMost) throw Problem.invalid(at(name), "too_many", "At most " + atMost + " entries.");
        return array;
    }

    private <T> T parse(String name, String value, Function<String, T> parse, String expected) {
        try {
            return parse.apply(value);
        } catch (DateTimeParseException | NumberFormatException failure) {
            throw Problem.invalid(at(name), "malformed", "Must be " + expected + ".");
        }
    }

    /** Years that a calendar of people and meetings can mean; what lies outside would overflow further in. */
    private static Instant instantOf(String value) {
        Instant instant = Instant.parse(value);
        near(instant.atOffset(ZoneOffset.UTC).getYear(), value);
        return instant;
    }

    private static LocalDate dateOf(String value) {
        LocalDate date = LocalDate.parse(value);
        near(date.getYear(), value);
        return date;
    }

    private static void near(int year, String value) {
        if (year < 1800 || year > 2999) throw new DateTimeParseException("far away", value, 0);
    }

    private static <E extends Enum<E>> String choices(Class<E> type) {
        List<String> names = new ArrayList<>();
        for (E constant : type.getEnumConstants()) names.add(constant.name().toLowerCase(Locale.ROOT));
        return String.join(", ", names);
    }

    private String at(String name) {
        return prefix + name;
    }
}
