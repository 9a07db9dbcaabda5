package vn.diemcau.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import java.sql.SQLException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Every failure as a client sees it. */
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    static Document describe(Throwable failure) {
        if (failure instanceof MongoServerError error) {
            return of(error.getCode(), error.getCodeName(), error.getMessageWithoutErrorCode());
        } else if (failure instanceof MongoServerException error) {
            return of(8, "UnknownError", error.getMessageWithoutErrorCode());
        } else if (failure instanceof SQLException sql) {
            LOG.error("the store's file could not serve a command", sql);
            boolean full =
                    sql instanceof SQLiteException sqlite && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_FULL;
            return full
                    ? of(
                            14031,
                            "OutOfDiskSpace",
                            "the disk of the embedded store is full; nothing of this command was kept")
                    : of(8, "UnknownError", "the embedded store could not read or write its file: " + sql.getMessage());
        } else if (failure instanceof ClassCastException
                || failure instanceof IllegalArgumentException
                || failure instanceof NullPointerException) {
            LOG.warn("a malformed command", failure);
            return of(14, "TypeMismatch", "the command has a value of a wrong type: " + failure.getMessage());
        }
        LOG.error("a command failed", failure);
        return of(8, "UnknownError", "the embedded store failed: " + failure);
    }

    private static Document of(int code, String name, String message) {
        return new Document("code", code).append("codeName", name).append("errmsg", message);
    }

    /** Hands over an answer; one that cannot be given is told as a failure, so that nobody waits for ever and its thread lives on. */
    static <T> void tell(
            BiConsumer<@Nullable T, @Nullable Throwable> done, @Nullable T reply, @Nullable Throwable failure) {
        try {
            done.accept(reply, failure);
        } catch (RuntimeException | Error broken) {
            LOG.error("an answer could not be given", broken);
            try {
                done.accept(null, broken);
            } catch (RuntimeException | Error again) {
                LOG.error("nor could that be told", again);
            }
        }
    }

    static Document reply(Throwable failure) {
        return new Document("ok", 0.0).appendAll(describe(failure));
    }
}
