package vn.diemcau.attendance;

import java.time.Instant;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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
 * When and where somebody was, from effective evidence only. Each coming-in stands for itself until the next going-out at the same
 * site, so that more evidence of presence can only add time.
 */
final class Presence {
    /** How long one beat of a page proves that somebody is there. */
    static final int BEAT_SECONDS = 75;

    /** How far off either end of a page's presence may be: kept by the minute, a few beats lost. */
    static final int BEAT_BOUND = 75;

    /**
     * One stay.
     *
     * @param site null for remote
     * @param bound seconds by which either end may be off
     * @param ended whether something says that it ended; else it lasts as long as the session
     */
    record Stay(@Nullable String site, Span span, int bound, boolean ended, boolean doubtful) {}

    private final Case given;
    private final List<Stay> stays = new ArrayList<>();
    private final List<Reason> reasons = new ArrayList<>();
    private boolean connected;
    private boolean observed;

    private Presence(Case given) {
        this.given = given;
    }

    /** @param evidence effective, without repetitions, in the order of (seenAt, id) */
    static Presence of(Case given, List<Evidence> evidence) {
        Presence presence = new Presence(given);
        Set<String> sites = new HashSet<>();
        for (Evidence each : evidence) {
            String site = each.site();
            if (site != null && inRoom(each.kind()) && sites.add(site)) presence.room(site, evidence);
        }
        presence.remote(evidence);
        presence.stays.sort(Comparator.comparing((Stay stay) -> stay.span().from())
                .thenComparing(stay -> stay.site() == null ? "" : stay.site()));
        return presence;
    }

    private static boolean inRoom(Kind kind) {
        return kind == Kind.IN || kind == Kind.WALK_IN || kind == Kind.OUT;
    }

    private void room(String site, List<Evidence> all) {
        Span span = given.times().span(site);
        List<Evidence> here = all.stream()
                .filter(each -> site.equals(each.site()) && inRoom(each.kind()))
                .toList();
        List<Evidence> outs =
                here.stream().filter(each -> each.kind() == Kind.OUT).toList();
        List<Span> known = new ArrayList<>();
        for (Evidence in : here) {
            if (in.kind() == Kind.OUT) continue;
            Optional<Instant> out = outs.stream()
                    .map(Evidence::seenAt)
                    .filter(at -> at.isAfter(in.seenAt()))
                    .findFirst();
            Instant from = from(in, span);
            Span stay = new Span(from, out.orElse(span.to()));
            boolean afterTheEnd = !from.isBefore(span.to()) && out.isEmpty();
            stays.add(new Stay(site, stay, in.boundSeconds(), out.isPresent(), afterTheEnd));
            boolean nothingNew =
                    !known.isEmpty() && Span.minus(List.of(stay), known).isEmpty();
            known.add(stay);
            if (nothingNew) reasons.add(new Reason(in.id(), Weight.LOST, Why.SAME_AS_EARLIER));
            else reasons.add(new Reason(in.id(), Weight.WON, why(in, afterTheEnd)));
        }
        for (Evidence out : outs) {
            // somebody who goes out again without having been seen to come back was there until then
            boolean after = here.stream().anyMatch(each -> each.kind() != Kind.OUT && isFirstAfter(out, each, outs));
            boolean back = here.stream()
                    .anyMatch(each -> each.kind() != Kind.OUT && !each.seenAt().isBefore(out.seenAt()));
            if (!after) {
                stays.add(new Stay(site, new Span(out.seenAt(), out.seenAt()), out.boundSeconds(), true, true));
                reasons.add(new Reason(out.id(), Weight.WON, Why.OUT_WITHOUT_IN));
            } else {
                reasons.add(new Reason(out.id(), Weight.WON, back ? Why.WENT_OUT_AND_CAME_BACK : Why.WENT_OUT));
            }
        }
    }

    private static boolean isFirstAfter(Evidence out, Evidence in, List<Evidence> outs) {
        return in.seenAt().isBefore(out.seenAt())
                && outs.stream()
                        .noneMatch(other -> other.seenAt().isAfter(in.seenAt())
                                && other.seenAt().isBefore(out.seenAt()));
    }

    /** Since when a coming-in counts: as declared, from the start when called from a list, else as seen. */
    private Instant from(Evidence in, Span span) {
        Instant declared = in.detail().from();
        if (declared != null && declared.isBefore(in.seenAt())) return declared;
        boolean fromTheStart = in.method() == Evidence.Method.PAPER
                || (given.policy().rollCall() && in.method() != Evidence.Method.ROOM_CODE);
        return fromTheStart && in.seenAt().isAfter(span.from()) ? span.from() : in.seenAt();
    }

    private Why why(Evidence in, boolean afterTheEnd) {
        if (afterTheEnd) return Why.AFTER_THE_END;
        if (in.detail().from() != null) return Why.DECLARED_FROM;
        if (in.method() == Evidence.Method.PAPER) return Why.ON_PAPER;
        if (given.site() != null && !given.site().equals(in.site())) return Why.CAME_IN_AT_OTHER_SITE;
        return given.policy().rollCall() ? Why.CALLED_IN_ROLL : Why.CAME_IN;
    }

    /** Beats are kept by the minute of their arrival. */
    static Instant beatAt(Instant received) {
        return Instant.ofEpochSecond(Math.floorDiv(received.getEpochSecond(), 60L) * 60);
    }

    private void remote(List<Evidence> all) {
        Span span = given.times().span(null);
        Map<String, List<Instant>> ends = new HashMap<>();
        for (Evidence each : all) {
            if (each.kind() != Kind.DISCONNECTED) continue;
            ends.computeIfAbsent(String.valueOf(each.device()), device -> new ArrayList<>())
                    .add(each.seenAt());
        }
        for (Evidence each : all) {
            if (each.kind() != Kind.CONNECTED && each.kind() != Kind.BEAT) continue;
            Optional<Instant> gone = ends.getOrDefault(String.valueOf(each.device()), List.of()).stream()
                    .filter(end -> end.isAfter(each.seenAt()))
                    .findFirst();
            boolean beat = each.kind() == Kind.BEAT;
            connected |= !beat && each.source() != Evidence.Source.OBSERVER;
            observed |= each.source() == Evidence.Source.OBSERVER;
            Instant proven = beat ? each.seenAt().plusSeconds(BEAT_SECONDS) : span.to();
            boolean ended = gone.isPresent() && gone.get().isBefore(proven);
            Span stay = new Span(each.seenAt(), ended ? gone.get() : proven);
            stays.add(new Stay(null, stay, each.boundSeconds(), beat ? given.closed() : ended, false));
        }
    }

    boolean inRoom() {
        return stays.stream().anyMatch(stay -> stay.site() != null);
    }

    /** Whether nothing but beats of the session's own page shows the person. */
    boolean pageOnly() {
        return anywhere() && !inRoom() && !connected && !observed;
    }

    /** Whether of meetings only an observer in the room shows the person. */
    boolean observedOnly() {
        return anywhere() && !inRoom() && !connected && observed;
    }

    boolean anywhere() {
        return !stays.isEmpty();
    }

    List<Stay> stays() {
        return stays;
    }

    List<Reason> reasons() {
        return reasons;
    }

    /** Seconds at the site (null: remote) within its times, its pauses left out. */
    long seconds(@Nullable String site) {
        return Span.seconds(spans(site));
    }

    /** Seconds anywhere, overlapping times once. */
    long seconds() {
        List<Span> all = new ArrayList<>();
        stays.stream().map(Stay::site).distinct().forEach(site -> all.addAll(spans(site)));
        return Span.seconds(Span.union(all));
    }

    private List<Span> spans(@Nullable String site) {
        Span frame = given.times().span(site);
        List<Span> clipped = stays.stream()
                .filter(stay -> Objects.equals(stay.site(), site))
                .flatMap(stay -> stay.span().within(frame).stream())
                .toList();
        return Span.minus(clipped, given.times().pauses(site));
    }

    /** How long the session lasted for people who take part remotely. */
    long lastedSeconds() {
        return Span.seconds(
                Span.minus(List.of(given.times().span(null)), given.times().pauses(null)));
    }

    /** Whether nothing shows the person there in time, when every clock is off by so many of its bounds (-1 … 1). */
    boolean late(int bounds) {
        return stays.stream().noneMatch(stay -> !stay.span()
                .from()
                .plusSeconds((long) bounds * stay.bound())
                .isAfter(given.times()
                        .span(stay.site())
                        .from()
                        .plusSeconds(60L * given.policy().lateMinutes())));
    }

    /** Whether every stay ended too soon, when every clock is off by so many of its bounds (-1 … 1). */
    boolean leftEarly(int bounds) {
        return stays.stream()
                .noneMatch(stay -> !stay.ended()
                        || !stay.span()
                                .to()
                                .plusSeconds((long) bounds * stay.bound())
                                .isBefore(given.times()
                                        .span(stay.site())
                                        .to()
                                        .minusSeconds(60L * given.policy().earlyMinutes())));
    }

    boolean twoSitesAtOnce() {
        List<Stay> rooms = stays.stream().filter(stay -> stay.site() != null).toList();
        for (Stay one : rooms) {
            for (Stay other : rooms) {
                if (!Objects.equals(one.site(), other.site()) && one.span().overlaps(other.span())) return true;
            }
        }
        return false;
    }

    /** By how many seconds the time at the site (null: remote) may be off: each separate stretch at both its ends. */
    long slack(@Nullable String site) {
        long slack = 0;
        Instant until = Instant.MIN;
        int bound = 0;
        for (Stay stay : stays) {
            if (!Objects.equals(stay.site(), site)) continue;
            if (stay.span().from().isAfter(until)) {
                slack += 2L * bound;
                bound = 0;
            }
            bound = Math.max(bound, stay.bound());
            if (stay.span().to().isAfter(until)) until = stay.span().to();
        }
        return slack + 2L * bound;
    }

    /** The site, or null for remote, with most minutes; of equals the one where the person came first. */
    @Nullable
    String mostAt() {
        return byTime().get(0).getKey();
    }

    /** Whether no error of the clocks could make another site the one with most minutes. */
    boolean sureWhere() {
        List<Map.Entry<@Nullable String, Long>> most = byTime();
        if (most.size() < 2) return true;
        long slack = most.stream().mapToLong(each -> slack(each.getKey())).sum();
        return most.get(0).getValue() - most.get(1).getValue() > slack;
    }

    private List<Map.Entry<@Nullable String, Long>> byTime() {
        List<Map.Entry<@Nullable String, Long>> sites = new ArrayList<>();
        for (@Nullable
        String site :
                (Iterable<@Nullable String>) stays.stream().map(Stay::site).distinct()::iterator) {
            sites.add(new AbstractMap.SimpleImmutableEntry<>(site, secondsThere(site)));
        }
        sites.sort(Comparator.comparing((Map.Entry<@Nullable String, Long> each) -> -each.getValue()));
        return sites;
    }

    /** Whoever was seen at another site's door is no longer at the first; whoever has a page open in a room is in the room. */
    private long secondsThere(@Nullable String site) {
        if (site == null) {
            List<Span> rooms = stays.stream()
                    .filter(stay -> stay.site() != null)
                    .map(Stay::span)
                    .toList();
            return Span.seconds(Span.minus(spans(null), rooms));
        }
        List<Span> there = new ArrayList<>();
        for (Stay stay : stays) {
            if (!site.equals(stay.site())) continue;
            Instant to = stay.span().to();
            for (Stay other : stays) {
                Instant next = other.span().from();
                boolean elsewhere = other.site() != null && !other.site().equals(site);
                if (elsewhere && next.isAfter(stay.span().from()) && next.isBefore(to)) to = next;
            }
            new Span(stay.span().from(), to).within(given.times().span(site)).ifPresent(there::add);
        }
        return Span.seconds(Span.minus(there, given.times().pauses(site)));
    }
}
