package vn.diemcau.schedule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what a plan asks of one lecturer, place or contact twice at a time, and sites with fewer seats than people. */
final class Clashes {
    private Clashes() {}

    /**
     * @param mine the sessions that are asked about
     * @param others sessions that may overlap them; those of {@code mine} among them are left out
     * @param expected for each session the people expected at each site, as far as known
     */
    static List<Clash> of(List<Session> mine, List<Session> others, Map<String, Map<String, Integer>> expected) {
        List<Clash> clashes = new ArrayList<>();
        for (int i = 0; i < mine.size(); i++) {
            Session session = mine.get(i);
            if (!held(session)) continue;
            seats(session, expected.getOrDefault(session.id(), Map.of()), clashes);
            for (int j = 0; j < i; j++) {
                Session earlier = mine.get(j);
                if (!overlap(session, earlier)) continue;
                if (session.programme().equals(earlier.programme())) {
                    clashes.add(new Clash(Clash.Kind.SESSIONS, session.id(), earlier, null, "", 0, 0));
                }
                pair(session, earlier, clashes);
            }
            for (Session other : others) {
                boolean own = mine.stream().anyMatch(one -> one.id().equals(other.id()));
                if (!own && overlap(session, other)) pair(session, other, clashes);
            }
        }
        return clashes;
    }

    private static boolean held(Session session) {
        return switch (session.state()) {
            case DRAFT, ISSUED, ENDED -> true;
            case POSTPONED, CANCELLED -> false;
        };
    }

    private static boolean overlap(Session one, Session other) {
        return held(other)
                && one.startsAt().isBefore(other.endsAt())
                && other.startsAt().isBefore(one.endsAt());
    }

    private static void pair(Session session, Session other, List<Clash> clashes) {
        String lecturer = key(session.lecturer());
        if (lecturer != null && lecturer.equals(key(other.lecturer()))) {
            clashes.add(new Clash(Clash.Kind.LECTURER, session.id(), other, null, said(session.lecturer()), 0, 0));
        }
        Map<String, Site> places = new HashMap<>();
        Map<String, Site> contacts = new HashMap<>();
        for (Site site : other.sites()) {
            put(places, placeKey(site), site);
            put(contacts, contactKey(site), site);
        }
        for (Site site : session.sites()) {
            Site place = get(places, placeKey(site));
            if (place != null) {
                clashes.add(new Clash(Clash.Kind.PLACE, session.id(), other, site.id(), site.name(), 0, 0));
            }
            Site contact = get(contacts, contactKey(site));
            if (contact != null && place == null) {
                String who = said(site.contactName()).isEmpty() ? said(site.contactPhone()) : said(site.contactName());
                clashes.add(new Clash(Clash.Kind.CONTACT, session.id(), other, site.id(), who, 0, 0));
            }
        }
    }

    private static void seats(Session session, Map<String, Integer> expected, List<Clash> clashes) {
        for (Site site : session.sites()) {
            int people = expected.getOrDefault(site.id(), 0);
            if (site.seats() > 0 && people > site.seats()) {
                clashes.add(
                        new Clash(Clash.Kind.SEATS, session.id(), null, site.id(), site.name(), people, site.seats()));
            }
        }
    }

    private static @Nullable String placeKey(Site site) {
        if (site.place() != null) return site.place();
        return site.address() == null ? null : key(site.name() + " " + site.address());
    }

    /** A phone tells people apart; a name without one is taken as it stands. */
    private static @Nullable String contactKey(Site site) {
        return key(site.contactPhone() != null ? site.contactPhone() : site.contactName());
    }

    private static @Nullable String key(@Nullable String text) {
        if (text == null || text.isBlank()) return null;
        return Folded.of(text);
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static void put(Map<String, Site> sites, @Nullable String key, Site site) {
        if (key != null) sites.putIfAbsent(key, site);
    }

    private static @Nullable Site get(Map<String, Site> sites, @Nullable String key) {
        return key == null ? null : sites.get(key);
    }
}
