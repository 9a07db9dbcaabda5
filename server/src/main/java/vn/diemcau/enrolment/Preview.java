package vn.diemcau.enrolment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.diemcau.schedule.Session;
import vn.diemcau.schedule.Site;

/** What a list would mean, in numbers: by standing, by receiving unit, by site with what does not fit. Pure. */
record Preview(
        Map<Required.Standing, Integer> standings,
        List<OfUnit> units,
        List<OfSite> sites,
        int withoutSite,
        List<Entry> fallenOut) {
    private static final int SHOWN = 200;

    /** One receiving unit. */
    record OfUnit(String unit, int required, int fallenOut, int apart) {}

    /**
     * One site.
     *
     * @param expected whoever comes to the room: required, invited and guests, less those who answered that they join remotely
     * @param remote answered that they join remotely
     * @param answered answered at all
     */
    record OfSite(Site site, int expected, int remote, int answered) {
        /** How many more are expected than there are seats; 0 if the number of seats is not known. */
        int overflow() {
            return site.seats() == 0 ? 0 : Math.max(0, expected - site.seats());
        }
    }

    static Preview of(Session session, Collection<Entry> entries) {
        Map<Required.Standing, Integer> standings = new EnumMap<>(Required.Standing.class);
        Map<String, int[]> units = new LinkedHashMap<>();
        Map<String, int[]> sites = new LinkedHashMap<>();
        List<Entry> fallenOut = new ArrayList<>();
        session.sites().forEach(site -> sites.put(site.id(), new int[3]));
        int withoutSite = 0;
        for (Entry entry : entries) {
            Required required = entry.required();
            standings.merge(required.standing(), 1, Integer::sum);
            int[] ofUnit = units.computeIfAbsent(entry.receiving(), key -> new int[3]);
            switch (required.standing()) {
                case REQUIRED -> ofUnit[0]++;
                case EXEMPT, SUSPENDED, ON_DUTY -> {
                    ofUnit[1]++;
                    if (fallenOut.size() < SHOWN) fallenOut.add(entry);
                    continue;
                }
                case GUEST, INVITED -> ofUnit[2]++;
            }
            int[] ofSite = site(sites, required.site());
            if (ofSite == null) {
                withoutSite++;
                continue;
            }
            switch (required.reply()) {
                case NONE -> ofSite[0]++;
                case ROOM -> {
                    ofSite[0]++;
                    ofSite[2]++;
                }
                case REMOTE -> {
                    ofSite[1]++;
                    ofSite[2]++;
                }
            }
        }
        return new Preview(standings, ofUnits(units), ofSites(session, sites), withoutSite, fallenOut);
    }

    private static int @Nullable [] site(Map<String, int[]> sites, @Nullable String site) {
        return site == null ? null : sites.get(site);
    }

    private static List<OfUnit> ofUnits(Map<String, int[]> units) {
        List<OfUnit> found = new ArrayList<>();
        units.forEach((unit, counts) -> found.add(new OfUnit(unit, counts[0], counts[1], counts[2])));
        found.sort(Comparator.comparing(OfUnit::unit));
        return found;
    }

    private static List<OfSite> ofSites(Session session, Map<String, int[]> sites) {
        List<OfSite> found = new ArrayList<>();
        for (Site site : session.sites()) {
            int[] counts = sites.getOrDefault(site.id(), new int[3]);
            found.add(new OfSite(site, counts[0], counts[1], counts[2]));
        }
        return found;
    }
}
