package vn.diemcau.schedule;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diemcau.http.Input;
import vn.diemcau.people.UnitTree;
import vn.diemcau.problem.Problem;

/** Plans on the wire. The meeting room's name is never there: who may join gets it at the click. */
final class PlanJson {
    private PlanJson() {}

    static JsonObject programme(Programme programme, UnitTree tree, boolean mayPlan) {
        JsonObject json = new JsonObject()
                .put("id", programme.id())
                .put("kind", lower(programme.kind()))
                .put("title", programme.title())
                .put("unit", programme.unit())
                .put("unitName", unitName(tree, programme.unit()))
                .put("mode", lower(programme.mode()))
                .put("state", lower(programme.state()))
                .put("policy", programme.policy())
                .put("rehearsal", programme.rehearsal())
                .put("sessions", programme.sessions())
                .put("createdAt", programme.createdAt().toString())
                .put("rev", programme.rev())
                .put("mayPlan", mayPlan);
        put(json, "campaign", programme.campaign());
        if (programme.training() != null) json.put("training", lower(programme.training()));
        put(json, "startsAt", programme.startsAt());
        put(json, "endsAt", programme.endsAt());
        return json;
    }

    /** The session as a row of a list. */
    static JsonObject brief(Session session, UnitTree tree) {
        JsonObject json = new JsonObject()
                .put("id", session.id())
                .put("programme", session.programme())
                .put("kind", lower(session.kind()))
                .put("title", session.title())
                .put("unit", session.unit())
                .put("unitName", unitName(tree, session.unit()))
                .put("number", session.number())
                .put("periods", session.periods())
                .put("startsAt", session.startsAt().toString())
                .put("endsAt", session.endsAt().toString())
                .put("mode", lower(session.mode()))
                .put("state", lower(session.state()))
                .put("rehearsal", session.rehearsal())
                .put("sequence", session.sequence())
                .put("ownSites", session.ownSites())
                .put("siteCount", session.sites().size())
                .put("agendaCount", session.agenda().size())
                .put("rev", session.rev());
        put(json, "topic", session.topic());
        put(json, "lecturer", session.lecturer());
        return json;
    }

    /** The session with agenda and sites. */
    static JsonObject session(Session session, UnitTree tree, boolean mayPlan) {
        JsonObject json = brief(session, tree)
                .put("policy", session.policy())
                .put("agenda", agenda(session.agenda()))
                .put("sites", sites(session.sites(), tree, mayPlan))
                .put("mayPlan", mayPlan);
        return json;
    }

    static JsonArray agenda(List<AgendaItem> items) {
        JsonArray array = new JsonArray();
        for (AgendaItem item : items) {
            JsonObject json = new JsonObject().put("topic", item.topic());
            put(json, "at", item.at());
            put(json, "presenter", item.presenter());
            array.add(json);
        }
        return array;
    }

    /** @param phones whether the reader may see contacts' phones */
    static JsonArray sites(List<Site> sites, UnitTree tree, boolean phones) {
        JsonArray array = new JsonArray();
        for (Site site : sites) {
            JsonArray units = new JsonArray();
            for (String unit : site.units()) {
                units.add(new JsonObject().put("id", unit).put("name", unitName(tree, unit)));
            }
            JsonObject json = new JsonObject()
                    .put("id", site.id())
                    .put("kind", lower(site.kind()))
                    .put("name", site.name())
                    .put("seats", site.seats())
                    .put("units", units);
            put(json, "place", site.place());
            put(json, "address", site.address());
            put(json, "contactName", site.contactName());
            if (phones) put(json, "contactPhone", site.contactPhone());
            array.add(json);
        }
        return array;
    }

    /** Units come as ids. Fails with INVALID at the field at fault. */
    static List<Site> readSites(Input in) {
        return in.list(
                "sites",
                AssignSites.MOST,
                site -> new Site(
                        id(site, "id"),
                        site.choice("kind", Site.Kind.class),
                        site.text("name"),
                        site.optional("place").orElse(null),
                        site.optional("address").orElse(null),
                        site.optionalInteger("seats", 0, 100_000).orElse(0),
                        site.optional("contactName").orElse(null),
                        site.optional("contactPhone").orElse(null),
                        site.texts("units", 5_000)));
    }

    static List<AgendaItem> readAgenda(Input in) {
        return in.list(
                "agenda",
                200,
                item -> new AgendaItem(
                        item.optionalInstant("at").orElse(null),
                        item.text("topic"),
                        item.optional("presenter").orElse(null)));
    }

    static JsonObject place(Place place, UnitTree tree, boolean mayPlan) {
        JsonObject json = new JsonObject()
                .put("id", place.id())
                .put("name", place.name())
                .put("seats", place.seats())
                .put("unit", place.unit())
                .put("unitName", unitName(tree, place.unit()))
                .put("rev", place.rev())
                .put("mayPlan", mayPlan);
        put(json, "address", place.address());
        put(json, "contactName", place.contactName());
        put(json, "contactPhone", place.contactPhone());
        return json;
    }

    static JsonObject clash(Clash clash, UnitTree tree) {
        JsonObject json = new JsonObject()
                .put("kind", lower(clash.kind()))
                .put("session", clash.session())
                .put("subject", clash.subject());
        put(json, "site", clash.site());
        if (clash.kind() == Clash.Kind.SEATS)
            json.put("expected", clash.expected()).put("seats", clash.seats());
        Session other = clash.other();
        if (other != null) {
            JsonObject brief = new JsonObject()
                    .put("title", other.title())
                    .put("unitName", unitName(tree, other.unit()))
                    .put("startsAt", other.startsAt().toString())
                    .put("endsAt", other.endsAt().toString());
            put(brief, "topic", other.topic());
            json.put("other", brief);
        }
        return json;
    }

    static JsonArray faults(List<Fault> faults) {
        JsonArray array = new JsonArray();
        for (Fault fault : faults) {
            array.add(new JsonObject()
                    .put("field", fault.field())
                    .put("code", fault.code())
                    .put("blocking", fault.blocking()));
        }
        return array;
    }

    static JsonObject slot(Slot slot) {
        return new JsonObject()
                .put("startsAt", slot.startsAt().toString())
                .put("endsAt", slot.endsAt().toString())
                .put("periods", slot.periods());
    }

    /** An id made by the sender: letters, digits, dashes, underscores, at most 64. */
    static String id(Input in, String field) {
        return checked(field, in.text(field));
    }

    static String checked(String field, String id) {
        if (!id.matches("[A-Za-z0-9_-]{1,64}")) {
            throw Problem.invalid(field, "malformed", "At most 64 letters, digits, dashes and underscores.");
        }
        return id;
    }

    static Optional<Long> rev(Input in) {
        return in.optionalInteger("rev", 0, Integer.MAX_VALUE).map(Integer::longValue);
    }

    private static String unitName(UnitTree tree, String unit) {
        return tree.unit(unit).map(vn.diemcau.people.Unit::name).orElse(unit);
    }

    private static void put(JsonObject json, String name, @Nullable Object value) {
        if (value != null) json.put(name, value.toString());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
