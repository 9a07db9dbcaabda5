package vn.diemcau.attendance;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes attendance from a file of another system, as evidence that says so; whoever calls has judged who may, and has shown it before. */
public interface SheetIntake {
    /**
     * What a file says of one person at a session.
     *
     * @param site where, or null: remote when present
     * @param arrived null where the file does not say
     * @param left null where the file does not say
     * @param decided whether somebody decided that it stands against what was known: it becomes a correction
     */
    record Mark(
            String person,
            Standing standing,
            @Nullable String site,
            @Nullable Instant arrived,
            @Nullable Instant left,
            @Nullable String reason,
            boolean decided) {}

    /**
     * What became of them.
     *
     * @param written persons of whom something new was kept
     * @param already persons of whom all of it was kept before
     * @param refused persons of whom something was refused, as at any door
     */
    record Taken(int written, int already, int refused) {}

    /** Completes when all of it is kept durably; the same again changes nothing. */
    Future<Taken> take(String session, Instant startsAt, List<Mark> marks, String by);
}
