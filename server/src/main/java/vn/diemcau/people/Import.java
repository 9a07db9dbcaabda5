package vn.diemcau.people;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;

/**
 * Files that somebody brings, from the first file to the last row written.
 *
 * @param by the account that brings them; only it sees the import
 * @param files what is known of each: id, name, kind, headings, rows and, once read, what becomes of the rows
 * @param outcome once read the questions; once written the totals
 */
record Import(
        String id,
        String by,
        String byName,
        Instant at,
        Intake.Scope scope,
        State state,
        List<JsonObject> files,
        JsonObject outcome) {
    enum State {
        COLLECTING,
        READING,
        READY,
        WRITING,
        /** The server stopped while writing; confirming again completes it. */
        INTERRUPTED,
        DONE,
        FAILED
    }

    Import in(State next) {
        return new Import(id, by, byName, at, scope, next, files, outcome);
    }

    Import with(List<JsonObject> changed, JsonObject came) {
        return new Import(id, by, byName, at, scope, state, changed, came);
    }

    /** What decisions are kept under: imports over the same part of the tree share them. */
    String office() {
        return String.join("+", scope.paths().stream().sorted().toList());
    }

    JsonObject json() {
        return new JsonObject()
                .put("id", id)
                .put("state", PersonDocument.code(state))
                .put("at", at.toString())
                .put("byName", byName)
                .put("files", new JsonArray(files))
                .put("outcome", outcome);
    }
}
