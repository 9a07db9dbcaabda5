package vn.diemcau.embedded;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes documents as BSON. */
final class BsonWriter {

    private BsonWriter() {}

    static byte[] write(Document document) {
        var writer = new BsonWriter();
        writer.document(document);
        return Arrays.copyOf(writer.bytes, writer.at);
    }

    /** One field as it stands in a document. */
    static byte[] field(String name, @Nullable Object value) {
        var writer = new BsonWriter();
        writer.value(name, value);
        return Arrays.copyOf(writer.bytes, writer.at);
    }

    private byte[] bytes = new byte[512];
    private int at;

    private void room(int more) {
        if (at + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, at + more));
        }
    }

    private void octet(int value) {
        room(1);
        bytes[at++] = (byte) value;
    }

    private void number(int value) {
        room(4);
        Bson.INT.set(bytes, at, value);
        at += 4;
    }

    private void large(long value) {
        room(8);
        Bson.LONG.set(bytes, at, value);
        at += 8;
    }

    private void put(byte[] data) {
        room(data.length);
        System.arraycopy(data, 0, bytes, at, data.length);
        at += data.length;
    }

    private void name(String name) {
        put(name.getBytes(StandardCharsets.UTF_8));
        octet(0);
    }

    private void text(String text) {
        byte[] data = text.getBytes(StandardCharsets.UTF_8);
        number(data.length + 1);
        put(data);
        octet(0);
    }

    private int open() {
        number(0);
        return at - 4;
    }

    private void close(int start) {
        octet(0);
        Bson.INT.set(bytes, start, at - start);
    }

    private void document(Map<?, ?> document) {
        int start = open();
        for (Map.Entry<?, ?> entry : document.entrySet()) {
            value((String) entry.getKey(), entry.getValue());
        }
        close(start);
    }

    private void field(int type, String name) {
        octet(type);
        name(name);
    }

    private void value(String name, @Nullable Object value) {
        if (value == null) {
            field(0x0A, name);
        } else if (value instanceof String text) {
            field(0x02, name);
            text(text);
        } else if (value instanceof Integer number) {
            field(0x10, name);
            number(number);
        } else if (value instanceof Long number) {
            field(0x12, name);
            large(number);
        } else if (value instanceof Double number) {
            field(0x01, name);
            large(Double.doubleToRawLongBits(number));
        } else if (value instanceof Boolean flag) {
            field(0x08, name);
            octet(flag ? 1 : 0);
        } else if (value instanceof Instant instant) {
            field(0x09, name);
            large(instant.toEpochMilli());
        } else if (value instanceof Map<?, ?> map) {
            field(0x03, name);
            document(map);
        } else if (value instanceof Collection<?> list) {
            field(0x04, name);
            int start = open();
            int i = 0;
            for (Object element : list) {
                value(Integer.toString(i++), element);
            }
            close(start);
        } else {
            rare(name, value);
        }
    }

    private void rare(String name, Object value) {
        if (value instanceof ObjectId id) {
            field(0x07, name);
            put(id.toByteArray());
        } else if (value instanceof BinData data) {
            binary(name, 0, data.getData());
        } else if (value instanceof Bson.Binary binary) {
            binary(name, binary.subtype(), binary.data());
        } else if (value instanceof UUID id) {
            binary(name, 4, new byte[0]);
            Bson.INT.set(bytes, at - 5, 16);
            large(Long.reverseBytes(id.getMostSignificantBits()));
            large(Long.reverseBytes(id.getLeastSignificantBits()));
        } else if (value instanceof LegacyUUID id) {
            binary(name, 3, new byte[0]);
            Bson.INT.set(bytes, at - 5, 16);
            large(id.getUuid().getMostSignificantBits());
            large(id.getUuid().getLeastSignificantBits());
        } else if (value instanceof BsonTimestamp time) {
            field(0x11, name);
            large(time.getValue());
        } else if (value instanceof Decimal128 decimal) {
            field(0x13, name);
            large(decimal.getLow());
            large(decimal.getHigh());
        } else if (value instanceof BsonRegularExpression regex) {
            field(0x0B, name);
            name(regex.getPattern());
            name(regex.getOptions() == null ? "" : regex.getOptions());
        } else if (value instanceof BsonJavaScript code) {
            field(0x0D, name);
            text(code.getCode());
        } else if (value instanceof MinKey) {
            field(0xFF, name);
        } else if (value instanceof MaxKey) {
            field(0x7F, name);
        } else {
            throw Bson.invalid("a value of type " + value.getClass().getSimpleName() + " cannot be stored");
        }
    }

    private void binary(String name, int subtype, byte[] data) {
        field(0x05, name);
        number(data.length);
        octet(subtype);
        put(data);
    }
}
