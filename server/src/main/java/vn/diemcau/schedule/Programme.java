package vn.diemcau.schedule;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A class, conference, seminar, study or cell meeting: what sessions belong to and inherit from.
 *
 * @param unit who holds it
 * @param unitPath that unit's path when the programme was made: rights are judged by it
 * @param campaign the campaign it belongs to, or null
 * @param policy id of the attendance policy
 * @param rehearsal a trial run (chạy thử): real pages, out of every figure
 * @param sites what sessions inherit unless they have their own
 * @param startsAt of its first session that was not cancelled; null while it has none
 * @param endsAt of its last session that was not cancelled; null while it has none
 * @param sessions how many it has, cancelled ones left out
 * @param training for a class what kind of training it is, or null while nobody has said
 */
public record Programme(
        String id,
        ProgrammeKind kind,
        String title,
        String unit,
        String unitPath,
        @Nullable String campaign,
        Mode mode,
        State state,
        String policy,
        boolean rehearsal,
        List<Site> sites,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        int sessions,
        Instant createdAt,
        long rev,
        @Nullable Training training) {
    /** A class of a kind of training; other programmes are of none. */
    Programme trainedAs(@Nullable Training newTraining) {
        return new Programme(
                id,
                kind,
                title,
                unit,
                unitPath,
                campaign,
                mode,
                state,
                policy,
                rehearsal,
                sites,
                startsAt,
                endsAt,
                sessions,
                createdAt,
                rev,
                kind == ProgrammeKind.CLASS ? newTraining : null);
    }

    Programme withTexts(
            ProgrammeKind newKind, String newTitle, @Nullable String newCampaign, Mode newMode, String newPolicy) {
        return new Programme(
                id,
                newKind,
                newTitle,
                unit,
                unitPath,
                newCampaign,
                newMode,
                state,
                newPolicy,
                rehearsal,
                sites,
                startsAt,
                endsAt,
                sessions,
                createdAt,
                rev,
                training);
    }

    Programme withState(State newState) {
        return new Programme(
                id, kind, title, unit, unitPath, campaign, mode, newState, policy, rehearsal, sites, startsAt, endsAt,
                sessions, createdAt, rev, training);
    }

    Programme withSites(List<Site> newSites) {
        return new Programme(
                id, kind, title, unit, unitPath, campaign, mode, state, policy, rehearsal, newSites, startsAt, endsAt,
                sessions, createdAt, rev, training);
    }

    Programme withSpan(@Nullable Instant newStart, @Nullable Instant newEnd, int newSessions) {
        return new Programme(
                id,
                kind,
                title,
                unit,
                unitPath,
                campaign,
                mode,
                state,
                policy,
                rehearsal,
                sites,
                newStart,
                newEnd,
                newSessions,
                createdAt,
                rev,
                training);
    }

    /** Held by another unit, or by the same in another place. */
    Programme heldBy(String newUnit, String newPath) {
        return new Programme(
                id, kind, title, newUnit, newPath, campaign, mode, state, policy, rehearsal, sites, startsAt, endsAt,
                sessions, createdAt, rev, training);
    }
}
