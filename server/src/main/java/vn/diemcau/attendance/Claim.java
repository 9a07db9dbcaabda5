package vn.diemcau.attendance;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Evidence as it arrives, before it is judged.
 *
 * @param subject a person, {@code walk:ID} or {@code site:ID}; null when only a badge or an undo says whose it is
 * @param badge what was scanned or typed, or null
 * @param refused a reason found before this, or null
 */
record Claim(
        String id,
        String session,
        @Nullable String subject,
        @Nullable String badge,
        Evidence.Kind kind,
        Evidence.Source source,
        Evidence.@Nullable Method method,
        @Nullable String site,
        String by,
        @Nullable String device,
        Instant seenAt,
        int boundSeconds,
        Evidence.Detail detail,
        Refusal.@Nullable Cause refused) {
    Claim of(String whom) {
        return new Claim(
                id,
                session,
                whom,
                badge,
                kind,
                source,
                method,
                site,
                by,
                device,
                seenAt,
                boundSeconds,
                detail,
                refused);
    }

    Claim undoing(Evidence undone) {
        String other = undone.detail().person();
        Evidence.Detail both =
                new Evidence.Detail(undone.id(), other, null, null, null, null, detail.text(), detail.clock());
        return new Claim(
                id,
                session,
                undone.subject(),
                badge,
                kind,
                source,
                method,
                undone.site() == null ? site : undone.site(),
                by,
                device,
                seenAt,
                boundSeconds,
                both,
                refused);
    }

    Claim refused(Refusal.Cause cause) {
        return new Claim(
                id,
                session,
                subject,
                badge,
                kind,
                source,
                method,
                site,
                by,
                device,
                seenAt,
                boundSeconds,
                detail,
                cause);
    }

    /** To the millisecond, as the store keeps it: what is answered now and what is read later are the same. */
    Evidence evidence(Instant receivedAt) {
        return new Evidence(
                id,
                session,
                subject == null ? "" : subject,
                kind,
                source,
                method,
                site,
                by,
                device,
                seenAt.truncatedTo(ChronoUnit.MILLIS),
                receivedAt.truncatedTo(ChronoUnit.MILLIS),
                boundSeconds,
                detail.toMillis());
    }
}
