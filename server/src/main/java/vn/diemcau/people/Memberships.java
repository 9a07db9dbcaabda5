package vn.diemcau.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules by which dated memberships change; what they answer is disjoint and in order. */
final class Memberships {
    private Memberships() {}

    /** Somebody is in the unit as of the day: nothing changes if so already, otherwise a move on that day. Empty if later records stand in the way. */
    static Optional<List<Membership>> asOf(List<Membership> known, String unit, LocalDate day) {
        if (known.isEmpty()) return Optional.of(List.of(new Membership(unit, Membership.BEGINNING, null, true)));
        boolean there = known.stream().anyMatch(m -> m.on(day) && m.unit().equals(unit));
        return there ? Optional.of(known) : moved(known, unit, day);
    }

    /** From the day on in the unit. Empty if a record that begins later stands in the way. */
    static Optional<List<Membership>> moved(List<Membership> known, String unit, LocalDate day) {
        List<Membership> moved = new ArrayList<>();
        for (Membership m : known) {
            if (m.from().isAfter(day)) return Optional.empty();
            if (m.from().equals(day)) continue;
            moved.add(m.on(day) ? m.endedOn(day.minusDays(1)) : m);
        }
        moved.add(new Membership(unit, day, null, false));
        return Optional.of(moved);
    }

    /**
     * For a time in another unit (sinh hoạt tạm thời), then back; without a last day until further notice. Empty if the person belonged
     * nowhere or there already on the first day, or if a record that begins later stands in the way.
     */
    static Optional<List<Membership>> stay(
            List<Membership> known, String unit, LocalDate from, @Nullable LocalDate to) {
        Optional<Membership> home = known.stream().filter(m -> m.on(from)).findFirst();
        boolean possible = home.isPresent()
                && !home.get().unit().equals(unit)
                && known.stream().noneMatch(m -> m.from().isAfter(from))
                && (to == null || !to.isBefore(from));
        if (!possible) return Optional.empty();
        List<Membership> stays = new ArrayList<>();
        for (Membership m : known) {
            if (!m.on(from)) stays.add(m);
            else if (m.from().isBefore(from)) stays.add(m.endedOn(from.minusDays(1)));
        }
        stays.add(new Membership(unit, from, to, false));
        LocalDate last = home.get().to();
        if (to != null && (last == null || last.isAfter(to)))
            stays.add(new Membership(home.get().unit(), to.plusDays(1), last, false));
        return Optional.of(stays);
    }

    /** Without the return with which a stay of the day ends: the last record, of the unit before the stay, from the day after it. */
    static List<Membership> withoutReturn(List<Membership> known, LocalDate day) {
        int last = known.size() - 1;
        if (last < 2) return known;
        Membership home = known.get(last - 2);
        Membership stay = known.get(last - 1);
        Membership back = known.get(last);
        boolean only = stay.on(day)
                && back.unit().equals(home.unit())
                && stay.from().minusDays(1).equals(home.to())
                && back.from().minusDays(1).equals(stay.to());
        return only ? List.copyOf(known.subList(0, last)) : known;
    }

    /** The last day of belonging anywhere. Empty if the person belonged nowhere that day or a record begins later. */
    static Optional<List<Membership>> ended(List<Membership> known, LocalDate lastDay) {
        if (known.stream().noneMatch(m -> m.on(lastDay))) return Optional.empty();
        if (known.stream().anyMatch(m -> m.from().isAfter(lastDay))) return Optional.empty();
        return Optional.of(
                known.stream().map(m -> m.on(lastDay) ? m.endedOn(lastDay) : m).toList());
    }

    /**
     * A dated record is taken in. What was assumed keeps only what comes after it; a record still open that began earlier ends the day
     * before; a record of the same unit and first day is replaced. Empty if it overlaps another dated record in any other way.
     */
    static Optional<List<Membership>> stated(List<Membership> known, Membership record) {
        List<Membership> kept = new ArrayList<>();
        for (Membership m : known) {
            if (m.assumed()) {
                remainder(m, record).ifPresent(kept::add);
            } else if (m.unit().equals(record.unit()) && m.from().equals(record.from())) {
                continue;
            } else if (!m.overlaps(record)) {
                kept.add(m);
            } else if (m.to() == null && m.from().isBefore(record.from())) {
                kept.add(m.endedOn(record.from().minusDays(1)));
            } else {
                return Optional.empty();
            }
        }
        kept.add(record);
        kept.sort(Comparator.comparing(Membership::from));
        return Optional.of(kept);
    }

    private static Optional<Membership> remainder(Membership assumed, Membership record) {
        if (!assumed.overlaps(record)) return Optional.of(assumed);
        if (record.to() == null) return Optional.empty();
        LocalDate next = record.to().plusDays(1);
        boolean nothingLeft = assumed.to() != null && assumed.to().isBefore(next);
        return nothingLeft ? Optional.empty() : Optional.of(new Membership(assumed.unit(), next, assumed.to(), true));
    }
}
