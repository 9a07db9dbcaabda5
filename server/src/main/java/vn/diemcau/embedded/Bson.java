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
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Documents as bytes and back, nothing changed on the way; what cannot be kept is refused. */
final class Bson {

    private static final int DEEPEST = 180;
    static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Binary data of a kind the library has no type for. */
    record Binary(int subtype, byte[] data) implements de.bwaldvogel.mongo.bson.Bson {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Binary binary && binary.subtype == subtype && Arrays.equals(binary.data, data);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(data) + subtype;
        }
    }

    private Bson() {}

    static Document decode(byte[] bytes) {
        return new Reader(bytes, 0).document(0);
    }

    /** Only these of the document's own fields. */
    static Document pick(byte[] bytes, Set<String> names) {
        return new Reader(bytes, 0).some(names);
    }

    static byte[] encode(Document document) {
        return BsonWriter.write(document);
    }

    /** Where the value that begins here ends. */
    static int end(byte[] bytes, int type, int at) {
        return switch (type) {
            case 0x01, 0x09, 0x11, 0x12 -> at + 8;
            case 0x02, 0x0D -> at + 4 + (int) INT.get(bytes, at);
            case 0x03, 0x04 -> at + (int) INT.get(bytes, at);
            case 0x05 -> at + 5 + (int) INT.get(bytes, at);
            case 0x07 -> at + 12;
            case 0x08 -> at + 1;
            case 0x0B -> zero(bytes, zero(bytes, at));
            case 0x10 -> at + 4;
            case 0x13 -> at + 16;
            default -> at;
        };
    }

    private static int zero(byte[] bytes, int from) {
        int at = from;
        while (bytes[at] != 0) {
            at++;
        }
        return at + 1;
    }

    static MongoServerError invalid(String why) {
        return new MongoServerError(22, "InvalidBSON", why);
    }

    /** Reads from bytes at a position, which moves on. */
    static final class Reader {
        private final byte[] bytes;
        private int at;

        Reader(byte[] bytes, int at) {
            this.bytes = bytes;
            this.at = at;
        }

        int at() {
            return at;
        }

        int number() {
            at += 4;
            return (int) INT.get(bytes, at - 4);
        }

        private long large() {
            at += 8;
            return (long) LONG.get(bytes, at - 8);
        }

        int octet() {
            return bytes[at++];
        }

        String name() {
            int start = at;
            while (bytes[at] != 0) {
                at++;
            }
            return new String(bytes, start, at++ - start, StandardCharsets.UTF_8);
        }

        private String text() {
            int length = number();
            if (length < 1 || length > bytes.length - at) {
                throw invalid("a string has an impossible length");
            }
            at += length;
            return new String(bytes, at - length, length - 1, StandardCharsets.UTF_8);
        }

        private byte[] take(int length) {
            if (length < 0 || length > bytes.length - at) {
                throw invalid("a value has an impossible length");
            }
            at += length;
            return Arrays.copyOfRange(bytes, at - length, at);
        }

        Document document(int depth) {
            open(depth);
            var document = new Document();
            for (int type = octet(); type != 0; type = octet()) {
                String name = name();
                if (document.containsKey(name)) {
                    throw invalid("a document has the field '" + name + "' twice");
                }
                document.put(name, value(type, depth));
            }
            return document;
        }

        private Document some(Set<String> names) {
            open(0);
            var document = new Document();
            for (int type = octet(); type != 0; type = octet()) {
                String name = name();
                if (names.contains(name)) {
                    document.put(name, value(type, 0));
                } else {
                    at = end(bytes, type, at);
                }
            }
            return document;
        }

        private List<@Nullable Object> array(int depth) {
            open(depth);
            List<@Nullable Object> list = new ArrayList<>();
            for (int type = octet(); type != 0; type = octet()) {
                while (octet() != 0) {
                    continue;
                }
                list.add(value(type, depth));
            }
            return list;
        }

        private void open(int depth) {
            int length = number();
            if (depth > DEEPEST) {
                throw invalid("a document is nested deeper than " + DEEPEST);
            } else if (length < 5 || length - 4 > bytes.length - at) {
                throw invalid("a document has an impossible length");
            }
        }

        private @Nullable Object value(int type, int depth) {
            return switch (type) {
                case 0x01 -> Double.longBitsToDouble(large());
                case 0x02 -> text();
                case 0x03 -> document(depth + 1);
                case 0x04 -> array(depth + 1);
                case 0x05 -> binary();
                case 0x07 -> new ObjectId(take(12));
                case 0x08 -> octet() != 0;
                case 0x09 -> Instant.ofEpochMilli(large());
                case 0x0A -> null;
                case 0x0B -> new BsonRegularExpression(name(), name());
                case 0x0D -> new BsonJavaScript(text());
                case 0x10 -> number();
                case 0x11 -> new BsonTimestamp(large());
                case 0x12 -> large();
                case 0x13 -> new Decimal128(large(), large());
                case 0x7F -> MaxKey.getInstance();
                case -1 -> MinKey.getInstance();
                default ->
                    throw invalid("values of BSON type 0x" + Integer.toHexString(type & 0xFF)
                            + " are not supported by the embedded store");
            };
        }

        private Object binary() {
            int length = number();
            int subtype = octet() & 0xFF;
            if (subtype == 4 && length == 16) {
                return new UUID(Long.reverseBytes(large()), Long.reverseBytes(large()));
            } else if (subtype == 3 && length == 16) {
                return new LegacyUUID(large(), large());
            }
            byte[] data = take(length);
            return subtype == 0 ? new BinData(data) : new Binary(subtype, data);
        }
    }
}
