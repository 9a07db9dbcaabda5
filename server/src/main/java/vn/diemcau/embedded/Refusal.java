package vn.diemcau.embedded;

import de.bwaldvogel.mongo.exception.MongoServerError;

/** The errors this store answers with, under MongoDB's own codes. */
final class Refusal {

    private Refusal() {}

    static MongoServerError badValue(String why) {
        return new MongoServerError(2, "BadValue", why);
    }

    static MongoServerError failedToParse(String why) {
        return new MongoServerError(9, "FailedToParse", why);
    }

    /** For what a MongoDB server can do and this store cannot: said, never ignored. */
    static MongoServerError unsupported(String what) {
        return new MongoServerError(238, "NotImplemented", what + " is not supported by the embedded store");
    }

    static MongoServerError timeLimit() {
        return new MongoServerError(50, "MaxTimeMSExpired", "operation exceeded time limit");
    }

    static MongoServerError memoryLimit(String what) {
        return new MongoServerError(
                292,
                "QueryExceededMemoryLimitNoDiskUseAllowed",
                what + " exceeds the memory limit of the embedded store; narrow the query or add an index");
    }

    static MongoServerError unauthorized() {
        return new MongoServerError(13, "Unauthorized", "command requires authentication");
    }

    static MongoServerError missing(String namespace) {
        return new MongoServerError(26, "NamespaceNotFound", "ns not found: " + namespace);
    }

    static MongoServerError duplicate(String namespace, String index, String keyText) {
        return new MongoServerError(
                11000,
                "DuplicateKey",
                "E11000 duplicate key error collection: " + namespace + " index: " + index + " dup key: " + keyText);
    }
}
