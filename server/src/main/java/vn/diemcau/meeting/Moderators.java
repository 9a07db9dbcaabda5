package vn.diemcau.meeting;

import java.text.Normalizer;
import java.util.Locale;
import vn.diemcau.access.Action;
import vn.diemcau.access.Grant;
import vn.diemcau.http.SignedIn;
import vn.diemcau.schedule.AgendaItem;
import vn.diemcau.schedule.Session;

/**
 * Who moderates a session's meeting and may record it: whoever runs it, by what the plan knows. That is who plans for the very unit that
 * holds the session (its trainers, the secretary who chairs, its administrators), and who plans above it and is named in the plan as
 * lecturer or presenter. Others above come in as anybody else.
 */
final class Moderators {
    private Moderators() {}

    static boolean include(SignedIn by, Session session) {
        boolean named = isNamed(by.name(), session);
        return by.grants().stream()
                .filter(grant -> Action.PLAN.roles().contains(grant.role()) && grant.covers(session.unitPath()))
                .anyMatch(grant -> named || isOf(grant, session.unitPath()));
    }

    /** Of the very unit; everything is the unit at the top. */
    private static boolean isOf(Grant grant, String unitPath) {
        boolean top = unitPath.indexOf('/', 1) == unitPath.length() - 1;
        return grant.unitPath().equals(unitPath) || (top && grant.unitPath().equals("/"));
    }

    /** Texts of the plan name people with their titles: "TS. Nguyễn Văn An, Trường Chính trị". */
    private static boolean isNamed(String name, Session session) {
        String person = words(name);
        // one word is no whole name
        if (person.strip().indexOf(' ') < 0) return false;
        if (session.lecturer() != null && words(session.lecturer()).contains(person)) return true;
        return session.agenda().stream()
                .map(AgendaItem::presenter)
                .anyMatch(presenter -> presenter != null && words(presenter).contains(person));
    }

    private static String words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return " " + plain.replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
    }
}
