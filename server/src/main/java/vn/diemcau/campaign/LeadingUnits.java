package vn.diemcau.campaign;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import vn.diemcau.access.Action;
import vn.diemcau.http.SignedIn;
import vn.diemcau.people.Unit;
import vn.diemcau.people.UnitTree;

/**
 * Who leads a campaign: the unit that began it, or, when that ended while the campaign ran, what followed it; and the day as of which
 * its units and members are taken: today, the last day of the campaign, or the last day there was anybody to lead it.
 *
 * @param paths of the units that lead, by their ids, as they stand on the day; several when the unit was divided
 */
record LeadingUnits(LocalDate day, Map<String, String> paths) {
    static LeadingUnits of(Campaign campaign, UnitTree tree, LocalDate today) {
        LocalDate day = campaign.to().isBefore(today) ? campaign.to() : today;
        List<Unit> standing = tree.standing(campaign.unit(), day);
        if (standing.isEmpty()) {
            LocalDate last = tree.unit(campaign.unit()).stream()
                    .flatMap(unit -> unit.placements().stream())
                    .map(Unit.Placement::to)
                    .filter(Objects::nonNull)
                    .filter(to -> to.isBefore(today))
                    .max(Comparator.naturalOrder())
                    .orElse(day);
            return new LeadingUnits(
                    last,
                    Map.of(campaign.unit(), tree.path(campaign.unit(), last).orElse(campaign.unitPath())));
        }
        Map<String, String> paths = new LinkedHashMap<>();
        standing.stream()
                .sorted(Comparator.comparing(Unit::sortKey).thenComparing(Unit::id))
                .forEach(unit -> paths.put(unit.id(), tree.path(unit.id(), day).orElse("/" + unit.id() + "/")));
        return new LeadingUnits(day, paths);
    }

    Set<String> units() {
        return paths.keySet();
    }

    /** Whether what has this path takes part. */
    boolean covers(String path) {
        return paths.values().stream().anyMatch(path::startsWith);
    }

    /** Whether the caller may do this with the whole of it. */
    boolean may(SignedIn by, Action action) {
        return paths.values().stream().allMatch(path -> by.may(action, path));
    }

    /** A campaign of a unit above or below the caller's concerns the caller. */
    boolean concerns(SignedIn by, Action action) {
        List<String> own = new ArrayList<>();
        by.grants().stream()
                .filter(grant -> action.roles().contains(grant.role())
                        && !grant.unitPath().isEmpty())
                .forEach(grant -> own.add(grant.unitPath()));
        return paths.values().stream()
                .anyMatch(path -> own.stream().anyMatch(mine -> path.startsWith(mine) || mine.startsWith(path)));
    }
}
