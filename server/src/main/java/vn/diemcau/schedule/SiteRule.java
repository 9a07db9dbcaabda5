package vn.diemcau.schedule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who goes to which site: the site that names the person's unit, or else the nearest unit above it. */
public final class SiteRule {
    private final Map<String, Site> siteOfUnit = new HashMap<>();

    /** When two sites name the same unit, the first of the list has it. */
    public SiteRule(List<Site> sites) {
        for (Site site : sites) {
            for (String unit : site.units()) siteOfUnit.putIfAbsent(unit, site);
        }
    }

    /**
     * The site for somebody of the unit with this path; empty if no site names a unit on it.
     *
     * @param unitPath such as {@code /T19/T19-05443/}, with or without the name of its tree in front
     */
    public Optional<Site> siteFor(String unitPath) {
        String[] way = unitPath.substring(unitPath.indexOf('/') + 1).split("/");
        for (int i = way.length - 1; i >= 0; i--) {
            Site site = siteOfUnit.get(way[i]);
            if (site != null) return Optional.of(site);
        }
        return Optional.empty();
    }
}
