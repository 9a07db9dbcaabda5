package vn.diemcau.attendance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diemcau.attendance.Evidence.Kind;
import vn.diemcau.attendance.Reason.Weight;
import vn.diemcau.attendance.Reason.Why;

/**
 * Turns evidence into an outcome: pure, whatever the order and however often each piece is given. A correction outweighs presence,
 * presence outweighs a substitute, a substitute an excuse, and an excuse silence.
 */
final class Reckoning {
    private final Case given;
    private final List<Reason> because = new ArrayList<>();

    private Reckoning(Case given) {
        this.given = given;
    }

    static Outcome of(Case given) {
        return new Reckoning(given).outcome();
    }

    /** Each piece once, in the order of (seenAt, id), without what an undo takes back; the undone are noted as lost. */
    private List<Evidence> effective() {
        Map<String, Evidence> once = new LinkedHashMap<>();
        given.evidence().stream()
                .sorted(Comparator.comparing(Evidence::seenAt).thenComparing(Evidence::id))
                .forEach(each -> once.putIfAbsent(each.id(), each));
        Map<String, String> undone = new LinkedHashMap<>();
        for (Evidence each : once.values()) {
            String target = each.detail().undoes();
            if (each.kind() == Kind.UNDO && target != null) undone.putIfAbsent(target, each.id());
        }
        List<Evidence> effective = new ArrayList<>();
        for (Evidence each : once.values()) {
            if (each.kind() == Kind.UNDO) continue;
            if (!undone.containsKey(each.id())) {
                effective.add(each);
            } else if (concerns(each)) {
                because.add(new Reason(each.id(), Weight.LOST, Why.UNDONE));
                because.add(new Reason(Objects.requireNonNull(undone.get(each.id())), Weight.WON, Why.UNDOES));
            }
        }
        return effective;
    }

    private boolean concerns(Evidence each) {
        return each.subject().equals(given.person())
                || given.person().equals(each.detail().person());
    }

    private Outcome outcome() {
        List<Evidence> effective = effective();
        Optional<Evidence> merged = effective.stream()
                .filter(each -> each.kind() == Kind.MERGE && each.subject().equals(given.person()))
                .findFirst();
        if (merged.isPresent()) {
            because.add(new Reason(merged.get().id(), Weight.WON, Why.MERGED_INTO_PERSON));
            return nothing(Standing.UNDETERMINED, Set.of());
        }
        Presence presence = Presence.of(given, own(effective));
        boolean counts = counts(presence);
        List<Evidence> corrections = effective.stream()
                .filter(each -> each.kind() == Kind.CORRECTION && each.subject().equals(given.person()))
                .sorted(Comparator.comparing(Evidence::receivedAt).thenComparing(Evidence::id))
                .toList();
        if (corrections.isEmpty()) {
            return counts ? present(presence, effective) : absent(presence, effective);
        }
        return corrected(corrections, counts ? presence : null, effective);
    }

    /** The person's own evidence and that of walk-ins that turned out to be this person. */
    private List<Evidence> own(List<Evidence> effective) {
        Set<String> subjects = new HashSet<>(Set.of(given.person()));
        for (Evidence each : effective) {
            if (each.kind() == Kind.MERGE && given.person().equals(each.detail().person())) {
                if (subjects.add(each.subject())) {
                    because.add(new Reason(each.id(), Weight.WON, Why.WALK_IN_OF_THIS_PERSON));
                }
            }
        }
        return effective.stream()
                .filter(each -> subjects.contains(each.subject()))
                .toList();
    }

    /** Whether the presence is enough to be present: any in a room; remote, the policy's share once the roll is closed. */
    private boolean counts(Presence presence) {
        if (presence.inRoom() || !presence.anywhere()) return presence.inRoom();
        return !given.closed() || enough(presence.seconds(null), presence.lastedSeconds());
    }

    private boolean enough(long seconds, long lasted) {
        return seconds > 0 && seconds * 100 >= lasted * given.policy().remotePercent();
    }

    private Outcome present(Presence presence, List<Evidence> effective) {
        because.addAll(presence.reasons());
        remoteReasons(effective, Weight.WON, given.closed() ? Why.CONNECTED : Why.CONNECTED_SO_FAR);
        for (Evidence each : effective) {
            if (each.subject().equals(given.person())
                    && (each.kind() == Kind.EXCUSE || each.kind() == Kind.SUBSTITUTE)) {
                because.add(new Reason(each.id(), Weight.LOST, Why.PRESENCE_OUTWEIGHS));
            }
        }
        Set<Flag> flags = flags(presence);
        String site = presence.mostAt();
        List<Presence.Stay> stays = presence.stays();
        Instant left = stays.stream().allMatch(Presence.Stay::ended)
                ? stays.stream()
                        .map(stay -> stay.span().to())
                        .max(Comparator.naturalOrder())
                        .orElse(null)
                : null;
        return new Outcome(
                Standing.PRESENT,
                flags,
                given.mode(site),
                site,
                (int) (presence.seconds() / 60),
                certainty(presence),
                stays.get(0).span().from(),
                left,
                because);
    }

    private Set<Flag> flags(Presence presence) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        if (presence.late(0)) flags.add(Flag.LATE);
        if (presence.leftEarly(0)) flags.add(Flag.LEFT_EARLY);
        if (presence.twoSitesAtOnce()) flags.add(Flag.TWO_SITES);
        if (presence.pageOnly()) flags.add(Flag.PAGE_ONLY);
        if (presence.observedOnly()) flags.add(Flag.OBSERVED_ONLY);
        String site = presence.mostAt();
        if (site != null && given.site() != null && !site.equals(given.site())) flags.add(Flag.OTHER_SITE);
        return flags;
    }

    private Certainty certainty(Presence presence) {
        boolean sure = presence.late(-1) == presence.late(1)
                && presence.leftEarly(-1) == presence.leftEarly(1)
                && presence.stays().stream().anyMatch(stay -> !stay.doubtful())
                && !presence.twoSitesAtOnce()
                && presence.sureWhere()
                && (presence.inRoom() || !given.closed() || sureRemote(presence));
        return sure ? Certainty.SURE : Certainty.UNCERTAIN;
    }

    private boolean sureRemote(Presence presence) {
        long slack = presence.slack(null);
        long seconds = presence.seconds(null);
        long lasted = presence.lastedSeconds();
        return enough(Math.max(0, seconds - slack), lasted) == enough(seconds + slack, lasted);
    }

    private Outcome absent(Presence presence, List<Evidence> effective) {
        boolean tooShort = presence.anywhere();
        if (tooShort) remoteReasons(effective, Weight.LOST, Why.CONNECTED_TOO_SHORT);
        Set<Flag> flags = madeUp(effective) ? Set.of(Flag.MADE_UP) : Set.of();
        Outcome outcome = nothing(standingOfAbsent(effective), flags);
        if (!tooShort) return outcome;
        return new Outcome(
                outcome.standing(),
                flags,
                null,
                null,
                (int) (presence.seconds() / 60),
                sureRemote(presence) ? Certainty.SURE : Certainty.UNCERTAIN,
                null,
                null,
                because);
    }

    private Standing standingOfAbsent(List<Evidence> effective) {
        Standing standing = null;
        for (Evidence each : effective) {
            if (!each.subject().equals(given.person())) continue;
            if (each.kind() == Kind.SUBSTITUTE) {
                boolean came = substituteCame(each, effective);
                because.add(new Reason(each.id(), Weight.WON, came ? Why.SUBSTITUTE_CAME : Why.SUBSTITUTE_NOT_YET));
                if (came) standing = Standing.SUBSTITUTED;
                else if (standing == null) standing = Standing.EXCUSED;
            } else if (each.kind() == Kind.EXCUSE) {
                because.add(new Reason(each.id(), Weight.WON, Why.EXCUSE_APPROVED));
                if (standing == null) standing = Standing.EXCUSED;
            }
        }
        if (standing != null) return standing;
        Why why = !given.closed() ? Why.NOTHING_YET : given.named() ? Why.NOTHING_AND_CLOSED : Why.ROLL_NOT_TAKEN;
        because.add(new Reason("", Weight.WON, why));
        return given.closed() && given.named() ? Standing.UNEXCUSED : Standing.UNDETERMINED;
    }

    private boolean substituteCame(Evidence substitute, List<Evidence> effective) {
        String who = substitute.detail().person();
        List<Evidence> theirs =
                effective.stream().filter(each -> each.subject().equals(who)).toList();
        return counts(Presence.of(given, theirs));
    }

    private boolean madeUp(List<Evidence> effective) {
        boolean enough = false;
        for (Evidence each : effective) {
            if (each.kind() != Kind.WATCHED || !each.subject().equals(given.person())) continue;
            Integer minutes = each.detail().minutes();
            long lasted = Span.seconds(List.of(given.times().span(null)));
            boolean sufficient = minutes != null && enough(minutes * 60L, lasted);
            because.add(new Reason(
                    each.id(),
                    sufficient ? Weight.WON : Weight.LOST,
                    sufficient ? Why.WATCHED_ENOUGH : Why.WATCHED_TOO_LITTLE));
            enough |= sufficient;
        }
        return enough;
    }

    private Outcome corrected(List<Evidence> corrections, @Nullable Presence presence, List<Evidence> effective) {
        Evidence last = corrections.get(corrections.size() - 1);
        Outcome without =
                presence != null ? present(presence, effective) : absent(Presence.of(given, own(effective)), effective);
        List<Reason> reasons = new ArrayList<>();
        reasons.add(new Reason(last.id(), Weight.WON, Why.CORRECTED));
        for (Evidence earlier : corrections.subList(0, corrections.size() - 1)) {
            reasons.add(new Reason(earlier.id(), Weight.LOST, Why.LATER_CORRECTION));
        }
        for (Reason reason : without.because()) {
            boolean decided =
                    reason.weight() == Weight.WON && !reason.evidence().isEmpty();
            if (decided) reasons.add(new Reason(reason.evidence(), Weight.LOST, Why.CORRECTION_OUTWEIGHS));
            else if (!reason.evidence().isEmpty()) reasons.add(reason);
        }
        Standing standing = last.detail().standing() == null
                ? without.standing()
                : last.detail().standing();
        boolean here = standing == Standing.PRESENT;
        Set<Flag> flags = EnumSet.of(Flag.CORRECTED);
        for (Flag flag : without.flags()) {
            if ((flag == Flag.MADE_UP) != here) flags.add(flag);
        }
        Integer minutes = last.detail().minutes();
        String site = without.present() ? without.site() : given.site();
        boolean remote = without.present() && without.mode() == PresenceMode.REMOTE;
        return new Outcome(
                standing,
                flags,
                !here ? null : remote ? PresenceMode.REMOTE : site == null ? PresenceMode.MAIN_HALL : given.mode(site),
                here ? site : null,
                minutes != null ? minutes : here == without.present() ? without.minutes() : 0,
                Certainty.SURE,
                here ? without.arrived() : null,
                here ? without.left() : null,
                reasons);
    }

    /** One reason for each connection or page, not one for each beat. */
    private void remoteReasons(List<Evidence> effective, Weight weight, Why why) {
        Set<String> devices = new HashSet<>();
        for (Evidence each : effective) {
            if (!each.subject().equals(given.person())) continue;
            boolean connection = each.kind() == Kind.CONNECTED || each.kind() == Kind.BEAT;
            if (connection && devices.add(String.valueOf(each.device()))) {
                because.add(new Reason(each.id(), weight, why));
            }
        }
    }

    private Outcome nothing(Standing standing, Set<Flag> flags) {
        return new Outcome(standing, flags, null, null, 0, Certainty.SURE, null, null, because);
    }
}
