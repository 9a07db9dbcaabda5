package vn.diemcau.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.diemcau.attendance.Evidence.Detail;
import vn.diemcau.attendance.Evidence.Kind;
import vn.diemcau.attendance.Evidence.Method;
import vn.diemcau.attendance.Reason.Weight;
import vn.diemcau.attendance.Reason.Why;
import vn.diemcau.schedule.Site;

class ReckoningTest {
    @Test
    void missingIsNotAbsentUntilTheRollIsClosed() {
        assertThat(Reckoning.of(Make.open()).standing()).isEqualTo(Standing.UNDETERMINED);
        assertThat(Reckoning.of(Make.closed()).standing()).isEqualTo(Standing.UNEXCUSED);
    }

    @Test
    void whoComesInStaysUntilTheEnd() {
        Outcome outcome = Reckoning.of(Make.open(Make.in("1", "a", 30)));
        assertThat(outcome.standing()).isEqualTo(Standing.PRESENT);
        assertThat(outcome.minutes()).isEqualTo(90);
        assertThat(outcome.flags()).containsExactly(Flag.LATE);
        assertThat(outcome.mode()).isEqualTo(PresenceMode.MAIN_HALL);
    }

    @Test
    void exactlyTheGraceIsNotLate() {
        assertThat(Reckoning.of(Make.open(Make.in("1", "a", 15))).flags()).isEmpty();
        assertThat(Reckoning.of(Make.open(Make.in("1", "a", 15.1))).flags()).containsExactly(Flag.LATE);
    }

    @Test
    void lateAndLeftEarlyMayBothHold() {
        Outcome outcome = Reckoning.of(Make.open(Make.in("1", "a", 20), Make.out("2", "a", 60)));
        assertThat(outcome.flags()).containsExactlyInAnyOrder(Flag.LATE, Flag.LEFT_EARLY);
        assertThat(outcome.minutes()).isEqualTo(40);
    }

    @Test
    void steppingOutCountsTheTimeInsideOnly() {
        Outcome outcome = Reckoning.of(Make.open(Make.in("1", "a", 0), Make.out("2", "a", 30), Make.in("3", "a", 45)));
        assertThat(outcome.minutes()).isEqualTo(105);
        assertThat(outcome.flags()).isEmpty();
        assertThat(outcome.because()).contains(new Reason("2", Weight.WON, Why.WENT_OUT_AND_CAME_BACK));
    }

    @Test
    void twoScansOfOneArrivalAreOneStay() {
        Outcome outcome = Reckoning.of(Make.open(Make.in("1", "a", 0), Make.in("2", "a", 1)));
        assertThat(outcome.minutes()).isEqualTo(120);
        assertThat(outcome.because())
                .containsExactly(
                        new Reason("1", Weight.WON, Why.CAME_IN), new Reason("2", Weight.LOST, Why.SAME_AS_EARLIER));
    }

    @Test
    void anotherSiteIsAcceptedAndTheModeIsTheOneWithMostMinutes() {
        Outcome outcome = Reckoning.of(Make.open(Make.in("1", "a", 0), Make.out("2", "a", 20), Make.in("3", "b", 25)));
        assertThat(outcome.site()).isEqualTo("b");
        assertThat(outcome.mode()).isEqualTo(PresenceMode.LINKED);
        assertThat(outcome.flags()).containsExactly(Flag.OTHER_SITE);
        assertThat(outcome.minutes()).isEqualTo(115);
    }

    @Test
    void overlappingSitesAreKeptAndFlagged() {
        Outcome outcome = Reckoning.of(Make.open(Make.in("1", "a", 0), Make.in("2", "b", 60)));
        assertThat(outcome.flags()).contains(Flag.TWO_SITES);
        assertThat(outcome.minutes()).isEqualTo(120);
    }

    @Test
    void anUndoneScanProvesNothing() {
        Outcome outcome = Reckoning.of(Make.open(Make.in("1", "a", 0), Make.undo("2", "1", 1)));
        assertThat(outcome.standing()).isEqualTo(Standing.UNDETERMINED);
        assertThat(outcome.because())
                .contains(new Reason("1", Weight.LOST, Why.UNDONE), new Reason("2", Weight.WON, Why.UNDOES));
    }

    @Test
    void remotePresenceCountsSoFarAndByTheShareOnceClosed() {
        Evidence[] half = {Make.connected("1", "t", 0), Make.disconnected("2", "t", 60)};
        assertThat(Reckoning.of(Make.open(half)).standing()).isEqualTo(Standing.PRESENT);
        assertThat(Reckoning.of(Make.closed(half)).standing()).isEqualTo(Standing.UNEXCUSED);
        Outcome enough = Reckoning.of(Make.closed(Make.connected("1", "t", 0), Make.disconnected("2", "t", 84)));
        assertThat(enough.standing()).isEqualTo(Standing.PRESENT);
        assertThat(enough.mode()).isEqualTo(PresenceMode.REMOTE);
        Outcome justNot = Reckoning.of(Make.closed(Make.connected("1", "t", 0), Make.disconnected("2", "t", 83.9)));
        assertThat(justNot.standing()).isEqualTo(Standing.UNEXCUSED);
    }

    @Test
    void twoTabsAreCountedOnce() {
        Outcome outcome = Reckoning.of(Make.closed(
                Make.connected("1", "t1", 0),
                Make.connected("2", "t2", 10),
                Make.disconnected("3", "t1", 60),
                Make.disconnected("4", "t2", 100)));
        assertThat(outcome.minutes()).isEqualTo(100);
    }

    @Test
    void beatsProveTheMinuteThatFollows() {
        List<Evidence> beats = new ArrayList<>();
        for (int minute = 0; minute < 100; minute++) {
            beats.add(Make.evidence("b" + minute, Kind.BEAT, "p", null, "page", Method.TICK, minute, 20, Detail.NONE));
        }
        Outcome outcome = Reckoning.of(Make.of(Policy.DEFAULT, true, beats));
        assertThat(outcome.standing()).isEqualTo(Standing.PRESENT);
        assertThat(outcome.minutes()).isEqualTo(100);
        assertThat(outcome.because()).hasSize(1);
        assertThat(outcome.flags()).containsExactlyInAnyOrder(Flag.LEFT_EARLY, Flag.PAGE_ONLY);
    }

    @Test
    void withinTheBoundOfAThresholdTheOutcomeIsUncertain() {
        Evidence scan = Make.evidence("1", Kind.IN, "p", "a", "d", Method.BADGE, 16, 120, Detail.NONE);
        Outcome outcome = Reckoning.of(Make.open(scan));
        assertThat(outcome.flags()).containsExactly(Flag.LATE);
        assertThat(outcome.certainty()).isEqualTo(Certainty.UNCERTAIN);
        Evidence clear = Make.evidence("1", Kind.IN, "p", "a", "d", Method.BADGE, 12, 120, Detail.NONE);
        assertThat(Reckoning.of(Make.open(clear)).certainty()).isEqualTo(Certainty.SURE);
    }

    @Test
    void aRollCalledInACellMeansThereFromTheStart() {
        Evidence tick = Make.evidence("1", Kind.IN, "p", "a", "d", Method.TICK, 90, 0, Detail.NONE);
        Outcome outcome = Reckoning.of(Make.of(Policy.CELL, false, List.of(tick)));
        assertThat(outcome.flags()).isEmpty();
        assertThat(outcome.minutes()).isEqualTo(120);
    }

    @Test
    void paperAndDeclaredPresenceReachBack() {
        Evidence paper = Make.evidence("1", Kind.IN, "p", "a", "d", Method.PAPER, 600, 0, Detail.NONE);
        assertThat(Reckoning.of(Make.open(paper)).minutes()).isEqualTo(120);
        Evidence declared = Make.evidence("1", Kind.IN, "p", "a", 60, Detail.NONE.since(Make.START.plusSeconds(300)));
        Outcome outcome = Reckoning.of(Make.open(declared));
        assertThat(outcome.minutes()).isEqualTo(115);
        assertThat(outcome.because()).containsExactly(new Reason("1", Weight.WON, Why.DECLARED_FROM));
    }

    @Test
    void presenceOutweighsAnExcuseAndAnExcuseOutweighsSilence() {
        Evidence excuse = Make.evidence("e", Kind.EXCUSE, "p", null, -600, Detail.saying("ốm"));
        assertThat(Reckoning.of(Make.closed(excuse)).standing()).isEqualTo(Standing.EXCUSED);
        Outcome came = Reckoning.of(Make.closed(excuse, Make.in("1", "a", 0)));
        assertThat(came.standing()).isEqualTo(Standing.PRESENT);
        assertThat(came.because()).contains(new Reason("e", Weight.LOST, Why.PRESENCE_OUTWEIGHS));
    }

    @Test
    void aSubstituteCountsOnlyWhenThereAndNeverAsPresent() {
        Evidence approved = Make.evidence("e", Kind.SUBSTITUTE, "p", null, -600, Detail.naming("q", "bận"));
        Evidence came = Make.evidence("1", Kind.IN, "q", "a", 0, Detail.NONE);
        assertThat(Reckoning.of(Make.closed(approved)).standing()).isEqualTo(Standing.EXCUSED);
        assertThat(Reckoning.of(Make.closed(approved, came)).standing()).isEqualTo(Standing.SUBSTITUTED);
    }

    @Test
    void theLatestCorrectionOutweighsAndTheEvidenceStaysVisible() {
        Outcome outcome = Reckoning.of(Make.closed(
                Make.in("1", "a", 0),
                Make.correction("c1", Standing.UNEXCUSED, 130),
                Make.correction("c2", Standing.EXCUSED, 140)));
        assertThat(outcome.standing()).isEqualTo(Standing.EXCUSED);
        assertThat(outcome.flags()).containsExactly(Flag.CORRECTED);
        assertThat(outcome.because())
                .containsExactly(
                        new Reason("c2", Weight.WON, Why.CORRECTED),
                        new Reason("c1", Weight.LOST, Why.LATER_CORRECTION),
                        new Reason("1", Weight.LOST, Why.CORRECTION_OUTWEIGHS));
    }

    @Test
    void anUndoneCorrectionGivesTheEvidenceItsWordBack() {
        Outcome outcome = Reckoning.of(Make.closed(
                Make.in("1", "a", 0), Make.correction("c", Standing.UNEXCUSED, 130), Make.undo("u", "c", 140)));
        assertThat(outcome.standing()).isEqualTo(Standing.PRESENT);
    }

    @Test
    void aMergedWalkInIsThePersonAndNobodyElse() {
        Evidence walkIn = Make.evidence("w", Kind.WALK_IN, "walk:w", "a", 5, Detail.saying("Nông Văn Tú"));
        Evidence merge = Make.evidence("m", Kind.MERGE, "walk:w", "a", 50, Detail.naming("p", null));
        Outcome person = Reckoning.of(Make.open(walkIn, merge));
        assertThat(person.standing()).isEqualTo(Standing.PRESENT);
        assertThat(person.minutes()).isEqualTo(115);
        Case asWalkIn = new Case(
                "walk:w",
                null,
                Map.of(),
                ActualTimes.planned(Make.START, Make.END),
                Policy.DEFAULT,
                false,
                true,
                List.of(walkIn, merge));
        assertThat(Reckoning.of(asWalkIn).standing()).isEqualTo(Standing.UNDETERMINED);
    }

    @Test
    void whatOnlyThePageSaysIsMarkedWeakerThanAMeetingsWord() {
        Evidence beat = Make.evidence("b", Kind.BEAT, "p", null, 5, Detail.NONE);
        Evidence meeting = Make.connected("c", "d1", 6);
        assertThat(Reckoning.of(Make.open(beat)).flags()).contains(Flag.PAGE_ONLY);
        assertThat(Reckoning.of(Make.open(beat, meeting)).flags()).doesNotContain(Flag.PAGE_ONLY);
        assertThat(Reckoning.of(Make.open(beat, Make.in("i", "a", 5))).flags()).doesNotContain(Flag.PAGE_ONLY);
    }

    @Test
    void whereNoRollByNameWasTakenNobodyIsAbsent() {
        Case silent = new Case(
                "p",
                "a",
                Map.of("a", Site.Kind.MAIN),
                ActualTimes.planned(Make.START, Make.END),
                Policy.DEFAULT,
                true,
                false,
                List.of());
        Outcome outcome = Reckoning.of(silent);
        assertThat(outcome.standing()).isEqualTo(Standing.UNDETERMINED);
        assertThat(outcome.because()).extracting(Reason::why).containsExactly(Reason.Why.ROLL_NOT_TAKEN);
    }

    @Test
    void watchingTheRecordingIsMadeUpAndStaysAnAbsence() {
        Evidence watched = Make.evidence(
                "r", Kind.WATCHED, "p", null, 2000, new Detail(null, null, null, null, 100, null, null, null));
        Outcome outcome = Reckoning.of(Make.closed(watched));
        assertThat(outcome.standing()).isEqualTo(Standing.UNEXCUSED);
        assertThat(outcome.flags()).containsExactly(Flag.MADE_UP);
    }

    @Test
    void aSiteThatOpensLateIsMeasuredByItsOwnTimes() {
        ActualTimes times = new ActualTimes(
                Make.START,
                Make.END,
                List.of(),
                Map.of("a", new ActualTimes.Own(Make.START.plusSeconds(1800), null, List.of())));
        Outcome outcome = Reckoning.of(new Case(
                "p",
                "a",
                Map.of("a", Site.Kind.MAIN),
                times,
                Policy.DEFAULT,
                false,
                true,
                List.of(Make.in("1", "a", 40))));
        assertThat(outcome.flags()).isEmpty();
        assertThat(outcome.minutes()).isEqualTo(80);
    }

    @Test
    void pausesAreNobodysMinutes() {
        ActualTimes times = new ActualTimes(
                Make.START,
                Make.END,
                List.of(new Span(Make.START.plusSeconds(1800), Make.START.plusSeconds(3600))),
                Map.of());
        Outcome outcome = Reckoning.of(
                new Case("p", "a", Map.of(), times, Policy.DEFAULT, false, true, List.of(Make.in("1", "a", 0))));
        assertThat(outcome.minutes()).isEqualTo(90);
    }

    @Test
    void aHeadCountIsNeverAPersonsPresence() {
        Evidence count = Make.evidence("n", Kind.COUNT, "site:a", "a", 10, Detail.counting(60, null));
        assertThat(Reckoning.of(Make.closed(count)).standing()).isEqualTo(Standing.UNEXCUSED);
        SiteStanding site = SiteStanding.of(List.of(count, count));
        assertThat(site.headCounts()).hasSize(1);
        assertThat(site.state(false)).isEqualTo(SiteFigures.State.FILLING);
    }

    @Test
    void theLinkOfASiteTakesNobodysPresence() {
        Evidence down = Make.evidence("l", Kind.LINK_DOWN, "site:a", "a", 10, Detail.NONE);
        Outcome outcome = Reckoning.of(Make.open(Make.in("1", "a", 0), down));
        assertThat(outcome.minutes()).isEqualTo(120);
        assertThat(SiteStanding.of(List.of(down)).state(true)).isEqualTo(SiteFigures.State.LINK_DOWN);
        Evidence up = Make.evidence("m", Kind.LINK_UP, "site:a", "a", 20, Detail.NONE);
        assertThat(SiteStanding.of(List.of(up, down)).state(true)).isEqualTo(SiteFigures.State.FILLING);
    }

    @Test
    void scannedAfterTheEndIsPresentLateAndUncertain() {
        Outcome outcome = Reckoning.of(Make.closed(Make.in("1", "a", 130)));
        assertThat(outcome.standing()).isEqualTo(Standing.PRESENT);
        assertThat(outcome.certainty()).isEqualTo(Certainty.UNCERTAIN);
        assertThat(outcome.flags()).isEqualTo(Set.of(Flag.LATE));
    }
}
