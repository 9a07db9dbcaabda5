package vn.diemcau.embedded;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one order of all values: bytes that compare, unsigned, as MongoDB compares the values they were made from. Every
 * index, sort, range and equality goes through these bytes, so they cannot disagree. No encoded value is the beginning
 * of another, so encoded values may be joined.
 */
final class Key {

    static final int MIN = 0x10;
    /** An array without elements, where an index or a sort looks at its elements. */
    static final int EMPTY = 0x18;

    static final int NULL = 0x20;
    static final int NUMBER = 0x30;
    static final int STRING = 0x40;
    static final int OBJECT = 0x50;
    static final int ARRAY = 0x58;
    static final int BINARY = 0x60;
    static final int OBJECT_ID = 0x68;
    static final int BOOLEAN = 0x70;
    static final int DATE = 0x78;
    static final int TIMESTAMP = 0x80;
    static final int REGEX = 0x88;
    static final int CODE = 0x90;
    static final int MAX = 0xE0;

    private static final byte[] END = {(byte) 0xFF};

    private Key() {}

    /** Null and missing are one. */
    static byte[] of(@Nullable Object value) {
        var out = new ByteArrayOutputStream(32);
        write(value, out);
        return out.toByteArray();
    }

    /** The kind of a value: its first byte; ranges never leave it. */
    static int kind(@Nullable Object value) {
        if (value instanceof String) {
            return STRING;
        } else if (value == null || value instanceof Missing) {
            return NULL;
        } else if (value instanceof Number) {
            return NUMBER;
        } else if (value instanceof Map) {
            return OBJECT;
        } else if (value instanceof Collection) {
            return ARRAY;
        } else if (value instanceof Instant) {
            return DATE;
        } else if (value instanceof Boolean) {
            return BOOLEAN;
        } else if (value instanceof ObjectId) {
            return OBJECT_ID;
        } else if (value instanceof BinData
                || value instanceof Bson.Binary
                || value instanceof UUID
                || value instanceof LegacyUUID) {
            return BINARY;
        } else if (value instanceof BsonTimestamp) {
            return TIMESTAMP;
        } else if (value instanceof BsonRegularExpression) {
            return REGEX;
        } else if (value instanceof BsonJavaScript) {
            return CODE;
        } else if (value instanceof MinKey) {
            return MIN;
        } else if (value instanceof MaxKey) {
            return MAX;
        }
        throw Refusal.badValue(
                "cannot compare a value of type " + value.getClass().getSimpleName());
    }

    static void write(@Nullable Object value, ByteArrayOutputStream out) {
        int kind = kind(value);
        out.write(kind);
        if (value instanceof String text) {
            writeText(text, out);
        } else if (value instanceof Number number) {
            writeNumber(number, out);
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((name, inner) -> {
                out.write(kind(inner));
                writeText((String) name, out);
                write(inner, out);
            });
            out.write(0);
        } else if (value instanceof Collection<?> list) {
            list.forEach(inner -> write(inner, out));
            out.write(0);
        } else if (value instanceof Instant instant) {
            writeLong(instant.toEpochMilli() ^ Long.MIN_VALUE, out);
        } else if (value instanceof Boolean flag) {
            out.write(flag ? 1 : 0);
        } else if (value instanceof ObjectId id) {
            out.writeBytes(id.toByteArray());
        } else if (value instanceof BinData data) {
            writeBinary(0, data.getData(), out);
        } else if (value instanceof Bson.Binary binary) {
            writeBinary(binary.subtype(), binary.data(), out);
        } else if (value instanceof UUID id) {
            writeBinary(4, bytes(id), out);
        } else if (value instanceof LegacyUUID id) {
            writeBinary(3, bytes(id.getUuid()), out);
        } else if (value instanceof BsonTimestamp time) {
            writeLong(time.getValue(), out);
        } else if (value instanceof BsonRegularExpression regex) {
            writeText(regex.getPattern(), out);
            writeText(String.valueOf(regex.getOptions()), out);
        } else if (value instanceof BsonJavaScript code) {
            writeText(code.getCode(), out);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static void writeBinary(int subtype, byte[] data, ByteArrayOutputStream out) {
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.write(subtype);
        out.writeBytes(data);
    }

    private static void writeLong(long bits, ByteArrayOutputStream out) {
        out.writeBytes(ByteBuffer.allocate(8).putLong(bits).array());
    }

    private static void writeText(String text, ByteArrayOutputStream out) {
        writeTextOpen(text, out);
        out.write(0);
        out.write(0);
    }

    private static void writeTextOpen(String text, ByteArrayOutputStream out) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (text.indexOf(0) < 0) {
            out.writeBytes(bytes);
            return;
        }
        for (byte b : bytes) {
            out.write(b);
            if (b == 0) {
                out.write(0xFF);
            }
        }
    }

    /** What every string beginning with this text begins with. */
    static byte[] prefix(String text) {
        var out = new ByteArrayOutputStream();
        out.write(STRING);
        writeTextOpen(text, out);
        return out.toByteArray();
    }

    /** Exact across int, long, double and decimal: sign, decimal exponent, digits in pairs. */
    private static void writeNumber(Number number, ByteArrayOutputStream out) {
        if (number instanceof Double d && !Double.isFinite(d)) {
            out.write(Double.isNaN(d) ? 0 : d < 0 ? 1 : 5);
            return;
        }
        if (number instanceof Decimal128 decimal && !finite(decimal)) {
            out.write(decimal.equals(Decimal128.NaN) ? 0 : decimal.equals(Decimal128.NEGATIVE_INFINITY) ? 1 : 5);
            return;
        }
        String digits;
        int exponent;
        boolean negative;
        if (number instanceof Integer || number instanceof Long) {
            long value = number.longValue();
            negative = value < 0;
            digits = Long.toString(value);
            digits = negative ? digits.substring(1) : digits;
            exponent = digits.length();
        } else {
            BigDecimal value =
                    number instanceof Decimal128 decimal ? exact(decimal) : new BigDecimal(number.doubleValue());
            negative = value.signum() < 0;
            digits = value.unscaledValue().abs().toString();
            exponent = digits.length() - value.scale();
        }
        int end = digits.length();
        while (end > 0 && digits.charAt(end - 1) == '0') {
            end--;
        }
        if (end == 0) {
            out.write(3);
            return;
        }
        int flip = negative ? 0xFF : 0;
        out.write(negative ? 2 : 4);
        int shifted = exponent + 0x4000;
        out.write((shifted >> 8) ^ flip);
        out.write((shifted & 0xFF) ^ flip);
        for (int i = 0; i < end; i += 2) {
            int pair = (digits.charAt(i) - '0') * 10 + (i + 1 < end ? digits.charAt(i + 1) - '0' : 0);
            out.write((pair + 1) ^ flip);
        }
        out.write(flip);
    }

    private static boolean finite(Decimal128 decimal) {
        return (decimal.getHigh() & 0x7800_0000_0000_0000L) != 0x7800_0000_0000_0000L;
    }

    private static BigDecimal exact(Decimal128 decimal) {
        boolean zero = decimal.equals(Decimal128.NEGATIVE_ZERO);
        return zero ? BigDecimal.ZERO : decimal.toBigDecimal();
    }

    static byte[] inverted(byte[] bytes) {
        byte[] result = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            result[i] = (byte) ~bytes[i];
        }
        return result;
    }

    static byte[] joined(byte[] first, byte[] second) {
        byte[] result = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, result, first.length, second.length);
        return result;
    }

    /** The least bytes greater than everything that begins with these. */
    static byte[] after(byte[] prefix) {
        for (int i = prefix.length - 1; i >= 0; i--) {
            if (prefix[i] != (byte) 0xFF) {
                byte[] result = Arrays.copyOf(prefix, i + 1);
                result[i]++;
                return result;
            }
        }
        return END;
    }

    static int compare(byte[] a, byte[] b) {
        return Arrays.compareUnsigned(a, b);
    }

    /** Compares two values as MongoDB sorts them. */
    static int compare(@Nullable Object a, @Nullable Object b) {
        if (a instanceof String s && b instanceof String t && ascii(s) && ascii(t)) {
            return s.compareTo(t);
        }
        return compare(of(a), of(b));
    }

    static boolean same(@Nullable Object a, @Nullable Object b) {
        if (a instanceof String || b instanceof String) {
            return a instanceof String && a.equals(b);
        }
        return kind(a) == kind(b) && Arrays.equals(of(a), of(b));
    }

    private static boolean ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
