package vn.diemcau.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the fields of a command, and refuses the ones nobody here would honour. */
final class Arguments {

    /** Fields any command may have; none of them changes what this store does. */
    private static final Set<String> GENERAL = Set.of(
            "$db",
            "lsid",
            "$readPreference",
            "readConcern",
            "writeConcern",
            "comment",
            "maxTimeMS",
            "$clusterTime",
            "apiVersion",
            "apiStrict",
            "apiDeprecationErrors",
            "let",
            "bypassDocumentValidation",
            "ordered",
            "txnNumber",
            "autocommit",
            "startTransaction",
            "collation",
            "$audit",
            "$client",
            "allowDiskUse",
            "hint");

    private Arguments() {}

    static Document known(String command, Document fields, Set<String> allowed) {
        for (var field : fields.entrySet()) {
            String name = field.getKey();
            boolean transaction =
                    name.equals("startTransaction") || name.equals("autocommit") || name.equals("txnNumber");
            if (transaction) {
                throw new MongoServerError(
                        20,
                        "IllegalOperation",
                        "Transaction numbers are only allowed on a replica set member or mongos");
            } else if ((name.equals("collation") || name.equals("let"))
                    && field.getValue() instanceof Document given
                    && !given.isEmpty()) {
                throw Refusal.unsupported(name);
            } else if (!allowed.contains(name) && !GENERAL.contains(name)) {
                throw new MongoServerError(
                        40415,
                        "BSON field '" + command + "." + name
                                + "' is an unknown field or not supported by the embedded store.");
            }
        }
        return fields;
    }

    static String collection(Document command, String name) {
        if (command.get(name) instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw new MongoServerError(73, "InvalidNamespace", "collection name has invalid type or is empty");
    }

    static Document document(Document from, String name) {
        Object value = from.get(name);
        if (value == null) {
            return new Document();
        } else if (value instanceof Document document) {
            return document;
        }
        throw new MongoServerError(14, "TypeMismatch", "BSON field '" + name + "' must be an object");
    }

    static List<Document> documents(Document from, String name) {
        if (!(from.get(name) instanceof List<?> list)) {
            throw new MongoServerError(14, "TypeMismatch", "BSON field '" + name + "' must be an array");
        }
        List<Document> documents = new ArrayList<>(list.size());
        for (Object value : list) {
            if (!(value instanceof Document document)) {
                throw new MongoServerError(14, "TypeMismatch", "elements of '" + name + "' must be objects");
            }
            documents.add(document);
        }
        return documents;
    }

    static int number(Document from, String name, int otherwise) {
        Object value = from.get(name);
        if (value == null) {
            return otherwise;
        } else if (value instanceof Number number) {
            return (int) Math.min(Integer.MAX_VALUE, Math.max(Integer.MIN_VALUE, number.longValue()));
        }
        throw new MongoServerError(14, "TypeMismatch", "BSON field '" + name + "' must be a number");
    }
}
