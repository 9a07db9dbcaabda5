package vn.diemcau.embedded;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Tests of a single value, as the operators of a query ask them. */
final class Values {

    private Values() {}

    static Predicate<@Nullable Object> equal(@Nullable Object operand) {
        if (operand instanceof String text) {
            return value -> text.equals(value);
        }
        int kind = Key.kind(operand);
        byte[] key = Key.of(operand);
        return value -> Key.kind(value) == kind && Arrays.equals(key, Key.of(value));
    }

    static Predicate<@Nullable Object> comparison(String operator, @Nullable Object operand) {
        if (operator.equals("$eq")) {
            return equal(operand);
        }
        if (operand instanceof BsonRegularExpression) {
            throw Refusal.badValue("cannot have a regex as argument of " + operator);
        }
        int kind = Key.kind(operand);
        boolean everyKind = kind == Key.MIN || kind == Key.MAX;
        return value -> {
            if (!everyKind && Key.kind(value) != kind) {
                return false;
            }
            int order = Key.compare(value, operand);
            return switch (operator) {
                case "$gt" -> order > 0;
                case "$gte" -> order >= 0;
                case "$lt" -> order < 0;
                default -> order <= 0;
            };
        };
    }

    static Predicate<@Nullable Object> oneOf(@Nullable Object operand) {
        if (!(operand instanceof Collection<?> list)) {
            throw Refusal.badValue("$in needs an array");
        }
        var keys = new HashSet<ByteBuffer>();
        List<Predicate<@Nullable Object>> patterns = new ArrayList<>();
        for (Object option : list) {
            if (option instanceof BsonRegularExpression regex) {
                patterns.add(matching(regex));
            }
            keys.add(ByteBuffer.wrap(Key.of(option)));
        }
        return value -> keys.contains(ByteBuffer.wrap(Key.of(value)))
                || patterns.stream().anyMatch(pattern -> pattern.test(value));
    }

    static BsonRegularExpression regex(@Nullable Object pattern, @Nullable Object options) {
        String more = options == null ? null : options.toString();
        if (pattern instanceof BsonRegularExpression regex) {
            return more == null ? regex : new BsonRegularExpression(regex.getPattern(), more);
        } else if (pattern instanceof String text) {
            return new BsonRegularExpression(text, more == null ? "" : more);
        }
        throw Refusal.badValue("$regex has to be a string");
    }

    static Predicate<@Nullable Object> matching(BsonRegularExpression regex) {
        byte[] key = Key.of(regex);
        Pattern pattern;
        try {
            pattern = regex.matcher("").pattern();
        } catch (PatternSyntaxException e) {
            throw Refusal.badValue("Regular expression is invalid: " + e.getDescription());
        }
        return value -> value instanceof String text
                ? pattern.matcher(new Watched(text)).find()
                : value instanceof BsonRegularExpression && Arrays.equals(key, Key.of(value));
    }

    /** A text that looks at the clock while a pattern walks over it. */
    private static final class Watched implements CharSequence {
        private final String text;
        private int looks;

        Watched(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int at) {
            if ((++looks & 0xFFF) == 0) {
                Effort.look();
            }
            return text.charAt(at);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** The fixed text every match of a pattern begins with; empty when there is none. */
    static String prefix(BsonRegularExpression regex) {
        String pattern = regex.getPattern();
        String options = regex.getOptions();
        if (!pattern.startsWith("^") || options != null && !options.isEmpty() || pattern.contains("|")) {
            return "";
        }
        var text = new StringBuilder();
        int i = 1;
        if (pattern.startsWith("^\\Q")) {
            int end = pattern.indexOf("\\E");
            return end < 0 ? pattern.substring(3) : pattern.substring(3, end);
        }
        while (i < pattern.length()) {
            char c = pattern.charAt(i);
            boolean escaped =
                    c == '\\' && i + 1 < pattern.length() && !Character.isLetterOrDigit(pattern.charAt(i + 1));
            if (!escaped && "\\^$.[]()?*+{}".indexOf(c) >= 0) {
                break;
            }
            text.append(escaped ? pattern.charAt(i + 1) : c);
            i += escaped ? 2 : 1;
        }
        boolean repeated = i < pattern.length() && "?*{".indexOf(pattern.charAt(i)) >= 0;
        if (repeated && text.length() > 0) {
            text.setLength(text.length() - 1);
        }
        return text.toString();
    }
}
