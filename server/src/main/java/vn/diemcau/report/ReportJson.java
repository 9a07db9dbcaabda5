package vn.diemcau.report;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.diemcau.attendance.Attendance;
import vn.diemcau.attendance.Flag;
import vn.diemcau.attendance.Outcome;
import vn.diemcau.attendance.SiteFigures;
import vn.diemcau.people.Unit;
import vn.diemcau.schedule.Session;
import vn.diemcau.schedule.Site;

/** Reports on the wire: whole numbers, and rates as hundredths of a percent so that every reader shows the same. */
final class ReportJson {
    /** How many of the lowest units below a low one are named. */
    private static final int NAMED = 3;

    private ReportJson() {}

    static JsonObject unit(Unit unit) {
        return new JsonObject()
                .put("id", unit.id())
                .put("name", unit.name())
                .put("type", unit.type())
                .put("level", unit.level());
    }

    static JsonObject period(Period period) {
        return new JsonObject()
                .put("from", period.from().toString())
                .put("to", period.to().toString())
                .put("shape", wire(period.shape()));
    }

    static JsonObject figures(Figures figures) {
        JsonObject json = new JsonObject()
                .put("held", figures.held())
                .put("joint", figures.joint())
                .put("counts", new JsonObject(Map.copyOf(figures.counts().asMap())))
                .put("provisional", figures.provisional());
        rate(json, figures.rate());
        return json.put("below", figures.below(UnitFigures.THRESHOLD));
    }

    /** {@code rate} in hundredths of a percent, and the exact fraction it comes from. */
    private static void rate(JsonObject json, Rate rate) {
        json.put("ratePresent", rate.present()).put("rateRequired", rate.required());
        rate.hundredths().ifPresent(hundredths -> json.put("rate", hundredths));
        json.put("below", rate.below(UnitFigures.THRESHOLD));
    }

    private static JsonObject compared(Figures now, Figures before) {
        return figures(now)
                .put("ratePresentBefore", before.rate().present())
                .put("rateRequiredBefore", before.rate().required());
    }

    static JsonObject of(UnitFigures figures, Part part, List<Unit> above, Instant asOf) {
        JsonArray lines = new JsonArray();
        for (UnitFigures.Line line : figures.lines()) {
            lines.add(compared(line.now(), line.before()).put("unit", unit(line.unit())));
        }
        JsonArray trend = new JsonArray();
        for (UnitFigures.Point point : figures.trend()) {
            trend.add(figures(point.figures()).put("period", period(point.period())));
        }
        JsonArray changes = new JsonArray();
        for (UnitFigures.Change change : figures.changes()) {
            JsonObject json = new JsonObject().put("unit", unit(change.unit()));
            if (change.from() != null) json.put("from", change.from().toString());
            if (change.to() != null) json.put("to", change.to().toString());
            changes.add(json);
        }
        JsonArray way = new JsonArray();
        above.forEach(unit -> way.add(unit(unit)));
        JsonObject json = new JsonObject()
                .put("unit", unit(figures.unit()))
                .put("above", way)
                .put("period", period(figures.period()))
                .put("yearBefore", period(figures.period().yearBefore()))
                .put("asOf", asOf.toString())
                .put("threshold", UnitFigures.THRESHOLD)
                .put("total", compared(figures.total(), figures.before()))
                .put("before", figures(figures.before()))
                .put("reported", figures.reported())
                .put("reporting", figures.reporting())
                .put("below", figures.below())
                .put("lines", lines)
                .put("trend", trend)
                .put("changes", changes)
                .put("reconciles", figures.faults().isEmpty());
        moving(json, figures.faults());
        JsonObject narrowed = part.json();
        if (narrowed != null) json.put("part", narrowed);
        if (figures.own() != null) {
            json.put("own", compared(figures.own().now(), figures.own().before()));
        }
        UnitFigures.Restated restated = figures.restated();
        if (restated != null) {
            json.put("treeDate", restated.day().toString());
            UnitFigures.Line lost = restated.lost();
            if (lost != null) json.put("lost", compared(lost.now(), lost.before()));
        }
        return json;
    }

    /** Sums on their way up do not agree for a moment: no fault. */
    private static void moving(JsonObject json, List<String> faults) {
        json.put("moving", faults.equals(List.of(Figures.MOVING)));
    }

    static JsonObject of(ReadWorst.Worst worst) {
        JsonArray items = new JsonArray();
        for (ReadWorst.Low low : worst.low()) {
            JsonArray kinds = new JsonArray();
            low.line()
                    .byKind()
                    .forEach((kind, figures) -> kinds.add(figures(figures).put("kind", wire(kind))));
            JsonArray lowest = new JsonArray();
            low.own().lines().stream()
                    .filter(line -> line.now().below(UnitFigures.THRESHOLD))
                    .limit(NAMED)
                    .forEach(line -> lowest.add(figures(line.now()).put("unit", unit(line.unit()))));
            items.add(compared(low.line().now(), low.line().before())
                    .put("unit", unit(low.line().unit()))
                    .put("byKind", kinds)
                    .put("unitsBelow", low.own().below())
                    .put("units", low.own().reporting())
                    .put("lowest", lowest));
        }
        return new JsonObject()
                .put("unit", unit(worst.figures().unit()))
                .put("threshold", UnitFigures.THRESHOLD)
                .put("total", figures(worst.figures().total()))
                .put("of", worst.of())
                .put("items", items);
    }

    static JsonObject of(PeopleFigures figures, Instant asOf) {
        JsonArray posts = new JsonArray();
        for (PeopleFigures.Post post : figures.posts()) {
            posts.add(figures(post.figures()).put("title", post.title()).put("persons", post.persons()));
        }
        return new JsonObject()
                .put("asOf", asOf.toString())
                .put("required", figures.required())
                .put("always", figures.always())
                .put("sometimes", figures.sometimes())
                .put("never", figures.never())
                .put("unknown", figures.unknown())
                .put("others", figures.others())
                .put("posts", posts);
    }

    static JsonObject person(PersonFigures one) {
        Attendance latest = one.latest();
        JsonObject person = new JsonObject()
                .put("id", latest.person())
                .put("name", latest.name())
                .put("sortKey", latest.sortKey())
                .put("unitName", latest.unitName());
        if (latest.birthYear() != null) person.put("birthYear", latest.birthYear());
        return figures(one.figures()).put("person", person).put("entry", wire(latest.entry()));
    }

    static JsonObject session(Session session) {
        JsonObject json = new JsonObject()
                .put("id", session.id())
                .put("programme", session.programme())
                .put("kind", wire(session.kind()))
                .put("title", session.title())
                .put("number", session.number())
                .put("startsAt", session.startsAt().toString())
                .put("endsAt", session.endsAt().toString())
                .put("state", wire(session.state()));
        if (session.topic() != null) json.put("topic", session.topic());
        return json;
    }

    /** One person's record at a session. */
    static JsonObject record(Attendance one, @Nullable Session session) {
        Outcome outcome = one.outcome();
        JsonArray flags = new JsonArray();
        outcome.flags().stream().sorted().map(Flag::wire).forEach(flags::add);
        JsonObject json = new JsonObject()
                .put("session", one.session())
                .put("startsAt", one.startsAt().toString())
                .put("kind", wire(one.kind()))
                .put("entry", wire(one.entry()))
                .put("standing", outcome.standing().wire())
                .put("flags", flags)
                .put("minutes", outcome.minutes());
        if (outcome.mode() != null) json.put("mode", outcome.mode().wire());
        if (session != null) json.put("about", session(session));
        return json;
    }

    static JsonObject of(SessionFigures figures) {
        JsonObject json = session(figures.session())
                .put("counts", new JsonObject(Map.copyOf(figures.counts().asMap())))
                .put("reported", figures.reported())
                .put("reporting", figures.sites().size())
                .put("provisional", figures.provisional())
                .put("reconciles", figures.faults().isEmpty());
        moving(json, figures.faults());
        rate(json, figures.rate());
        if (figures.provisional()) json.put("below", false);
        if (figures.closedAt() != null) json.put("closedAt", figures.closedAt().toString());
        return json;
    }

    static JsonObject site(Site site, SiteFigures figures) {
        JsonObject json = new JsonObject()
                .put("id", site.id())
                .put("name", site.name())
                .put("kind", wire(site.kind()))
                .put("state", wire(figures.state()))
                .put("counts", new JsonObject(Map.copyOf(figures.counts().asMap())))
                .put("visiting", figures.visiting())
                .put("reported", figures.reported());
        if (figures.headCount() != null) json.put("headCount", figures.headCount());
        if (figures.reportedAt() != null)
            json.put("reportedAt", figures.reportedAt().toString());
        if (figures.reported()) {
            rate(json, new Rate(figures.counts().present(), figures.counts().required()));
        }
        return json;
    }

    static JsonObject of(ProgrammeFigures figures, Instant asOf) {
        JsonArray sessions = new JsonArray();
        for (SessionFigures session : figures.sessions()) {
            JsonArray sites = new JsonArray();
            for (Site site : session.session().sites()) {
                session.site(site.id()).ifPresent(found -> sites.add(site(site, found)));
            }
            JsonObject json = of(session).put("sites", sites);
            Figures elsewhere = session.elsewhere();
            if (elsewhere != null) json.put("elsewhere", figures(elsewhere));
            sessions.add(json);
        }
        JsonArray lines = new JsonArray();
        for (ProgrammeFigures.Line line : figures.lines()) {
            lines.add(figures(line.figures()).put("unit", unit(line.unit())));
        }
        JsonObject json = new JsonObject()
                .put("programme", programme(figures))
                .put("asOf", asOf.toString())
                .put("total", figures(figures.total()))
                .put("provisional", figures.provisional())
                .put("sessions", sessions)
                .put("lines", lines)
                .put("reconciles", figures.faults().isEmpty());
        moving(json, figures.faults());
        if (figures.unplaced() != null) json.put("unplaced", figures(figures.unplaced()));
        return json;
    }

    private static JsonObject programme(ProgrammeFigures figures) {
        return new JsonObject()
                .put("id", figures.programme().id())
                .put("title", figures.programme().title())
                .put("kind", wire(figures.programme().kind()))
                .put("state", wire(figures.programme().state()))
                .put("rehearsal", figures.programme().rehearsal());
    }

    static String wire(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
