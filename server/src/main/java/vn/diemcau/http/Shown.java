package vn.diemcau.http;

import io.vertx.ext.web.RoutingContext;
import java.util.Collection;
import java.util.Set;

/** Whose records an answer shows, told by its handler where the path does not say it; whoever keeps the record of readings asks. */
public final class Shown {
    private static final String PERSONS = "diemcau.shown.persons";
    private static final String SESSIONS = "diemcau.shown.sessions";

    private Shown() {}

    /** Records of these persons. */
    public static void persons(RoutingContext ctx, Collection<String> persons) {
        ctx.put(PERSONS, Set.copyOf(persons));
    }

    /** Whoever is on the lists of these sessions. */
    public static void sessions(RoutingContext ctx, Collection<String> sessions) {
        ctx.put(SESSIONS, Set.copyOf(sessions));
    }

    public static Set<String> persons(RoutingContext ctx) {
        return ctx.get(PERSONS, Set.of());
    }

    public static Set<String> sessions(RoutingContext ctx) {
        return ctx.get(SESSIONS, Set.of());
    }
}
