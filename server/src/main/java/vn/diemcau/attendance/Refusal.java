package vn.diemcau.attendance;

import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** An attempt that was refused, kept with its reason. */
record Refusal(
        String id,
        String session,
        @Nullable String site,
        @Nullable String person,
        String kind,
        Cause cause,
        String by,
        Instant seenAt,
        Instant receivedAt) {
    /** The closed list of reasons; the client has a sentence and an advice for each. */
    enum Cause {
        NOT_SUMMONED,
        BADGE_REVOKED,
        BADGE_UNKNOWN,
        BADGE_FORGED,
        CODE_EXPIRED,
        CODE_WRONG,
        CODE_EARLY,
        SESSION_CLOSED,
        SITE_CLOSED,
        SESSION_NOT_OPEN,
        OTHER_SITE,
        UNKNOWN_PERSON,
        NOTHING_TO_UNDO,
        UNKNOWN_WALK_IN,
        /** The device that signed it was revoked: somebody looks at it first. */
        DEVICE_REVOKED,
        /** Not signed by the device it says it comes from. */
        SEAL_WRONG,
        /** From a device that signs, and not signed. */
        SEAL_MISSING,
        /** The device at the door takes badges that come in and nothing else. */
        NOT_AT_THE_DOOR,
        MALFORMED;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Document document() {
        return new Document("_id", session + "|" + id + "|" + cause.wire())
                .append("session", session)
                .append("site", site)
                .append("person", person)
                .append("kind", kind)
                .append("cause", cause.wire())
                .append("by", by)
                .append("seenAt", Date.from(seenAt))
                .append("receivedAt", Date.from(receivedAt));
    }
}
