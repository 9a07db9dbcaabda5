package vn.diemcau.enrolment;

import java.util.List;

/**
 * A person on a list, with the other capacities the scope found them in: listed, not counted.
 *
 * @param receiving the unit that gets the summons for this person: the one right below the holder on the person's path
 */
record Entry(Required required, List<String> otherCapacities, String receiving) {
    Entry {
        otherCapacities = List.copyOf(otherCapacities);
    }

    /** Whether both say the same about the person, whatever their versions and replies. */
    boolean saysTheSameAs(Entry other) {
        return otherCapacities.equals(other.otherCapacities)
                && receiving.equals(other.receiving)
                && required.equals(other.at(required.version(), required.reply()).required);
    }

    Entry at(int version, Required.Reply reply) {
        Required r = required;
        return with(new Required(
                r.session(),
                r.person(),
                version,
                r.standing(),
                r.name(),
                r.sortKey(),
                r.folded(),
                r.birthYear(),
                r.unit(),
                r.unitName(),
                r.paths(),
                r.capacity(),
                r.reason(),
                r.site(),
                r.phone(),
                reply));
    }

    Entry withStanding(Required.Standing standing, @org.jspecify.annotations.Nullable String reason) {
        Required r = required;
        return with(new Required(
                r.session(),
                r.person(),
                r.version(),
                standing,
                r.name(),
                r.sortKey(),
                r.folded(),
                r.birthYear(),
                r.unit(),
                r.unitName(),
                r.paths(),
                r.capacity(),
                reason,
                r.site(),
                r.phone(),
                r.reply()));
    }

    Entry withSite(@org.jspecify.annotations.Nullable String site) {
        Required r = required;
        return with(new Required(
                r.session(),
                r.person(),
                r.version(),
                r.standing(),
                r.name(),
                r.sortKey(),
                r.folded(),
                r.birthYear(),
                r.unit(),
                r.unitName(),
                r.paths(),
                r.capacity(),
                r.reason(),
                site,
                r.phone(),
                r.reply()));
    }

    private Entry with(Required changed) {
        return new Entry(changed, otherCapacities, receiving);
    }
}
