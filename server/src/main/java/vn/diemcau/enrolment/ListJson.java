package vn.diemcau.enrolment;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.diemcau.people.UnitTree;

/** Lists, previews and clashes on the wire. */
final class ListJson {
    private ListJson() {}

    static JsonObject entry(Entry entry) {
        Required required = entry.required();
        return new JsonObject()
                .put("person", person(required))
                .put("standing", ScopeJson.lower(required.standing()))
                .put("unit", required.unit())
                .put("capacity", required.capacity())
                .put("otherCapacities", new JsonArray(entry.otherCapacities()))
                .put("receiving", entry.receiving())
                .put("reason", required.reason())
                .put("site", required.site())
                .put("phone", required.phone())
                .put("reply", ScopeJson.lower(required.reply()));
    }

    static JsonObject person(Required required) {
        return new JsonObject()
                .put("id", required.person())
                .put("name", required.name())
                .put("birthYear", required.birthYear())
                .put("unitName", required.unitName());
    }

    static JsonObject preview(Preview preview, List<PersonClash> clashes, UnitTree tree, LocalDate day) {
        JsonArray units = new JsonArray();
        for (Preview.OfUnit unit : preview.units()) {
            units.add(new JsonObject()
                    .put("unit", unit.unit())
                    .put(
                            "unitName",
                            tree.unit(unit.unit()).map(known -> known.name()).orElse(unit.unit()))
                    .put("required", unit.required())
                    .put("fallenOut", unit.fallenOut())
                    .put("apart", unit.apart()));
        }
        return new JsonObject()
                .put("standings", standings(preview.standings()))
                .put("units", units)
                .put("sites", sites(preview))
                .put("withoutSite", preview.withoutSite())
                .put("fallenOut", entries(preview.fallenOut()))
                .put("clashes", clashes(clashes, tree, day));
    }

    static JsonArray sites(Preview preview) {
        JsonArray sites = new JsonArray();
        for (Preview.OfSite site : preview.sites()) {
            sites.add(new JsonObject()
                    .put("id", site.site().id())
                    .put("name", site.site().name())
                    .put("kind", ScopeJson.lower(site.site().kind()))
                    .put("seats", site.site().seats())
                    .put("expected", site.expected())
                    .put("remote", site.remote())
                    .put("answered", site.answered())
                    .put("overflow", site.overflow()));
        }
        return sites;
    }

    static JsonArray entries(Collection<Entry> entries) {
        JsonArray items = new JsonArray();
        entries.forEach(entry -> items.add(entry(entry)));
        return items;
    }

    static JsonObject standings(Map<Required.Standing, Integer> standings) {
        JsonObject counts = new JsonObject();
        for (Required.Standing standing : Required.Standing.values()) {
            counts.put(ScopeJson.lower(standing), standings.getOrDefault(standing, 0));
        }
        return counts;
    }

    private static JsonArray clashes(List<PersonClash> clashes, UnitTree tree, LocalDate day) {
        JsonArray items = new JsonArray();
        for (PersonClash clash : clashes) {
            JsonArray some = new JsonArray();
            clash.some().forEach(entry -> some.add(person(entry.required())));
            items.add(new JsonObject()
                    .put("session", clash.other().id())
                    .put("programme", clash.other().programme())
                    .put("title", clash.other().title())
                    .put("unitName", tree.fullName(clash.other().unit(), day))
                    .put("startsAt", clash.other().startsAt())
                    .put("endsAt", clash.other().endsAt())
                    .put("persons", clash.persons())
                    .put("some", some)
                    .put("weight", ScopeJson.lower(clash.weight())));
        }
        return items;
    }

    static JsonObject state(String session, @Nullable ListState state) {
        JsonArray history = new JsonArray();
        if (state != null) {
            for (ListState.Change change : state.history()) {
                history.add(new JsonObject()
                        .put("version", change.version())
                        .put("at", change.at())
                        .put("by", change.by())
                        .put("reason", change.reason())
                        .put("added", change.added())
                        .put("removed", change.removed())
                        .put("changed", change.changed())
                        .put("standings", standings(change.standings())));
            }
        }
        return new JsonObject()
                .put("session", session)
                .put("version", state == null ? 0 : state.version())
                .put("frozen", state != null && state.frozen())
                .put("refreshedAt", state == null ? null : state.refreshedAt())
                .put("history", history);
    }
}
