package vn.diemcau.campaign;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import vn.diemcau.access.Action;
import vn.diemcau.campaign.ReadProgress.Visits;
import vn.diemcau.http.SignedIn;
import vn.diemcau.people.Unit;
import vn.diemcau.people.UnitTree;

/** Campaigns as they go over the wire. */
final class CampaignJson {
    private static final int MOST_REMINDERS = 200;

    private CampaignJson() {}

    static JsonObject campaign(Campaign one, UnitTree tree, LeadingUnits lead, SignedIn by) {
        JsonObject json = new JsonObject()
                .put("id", one.id())
                .put("kind", one.kind().name().toLowerCase(Locale.ROOT))
                .put("title", one.title())
                .put("unit", one.unit())
                .put("unitName", tree.fullName(one.unit(), lead.day()))
                .put("from", one.from().toString())
                .put("to", one.to().toString())
                .put("target", one.target())
                .put("quota", one.quota())
                .put("persons", new JsonArray(one.persons()))
                .put("note", one.note())
                .put("mayPlan", lead.may(by, Action.PLAN))
                .put("rev", one.rev());
        if (one.remindOn() != null) json.put("remindOn", one.remindOn().toString());
        if (one.remindedOn() != null) json.put("remindedOn", one.remindedOn().toString());
        return json;
    }

    /** Those that the caller may see. */
    static JsonArray reminders(List<Reminder> reminders, UnitTree tree, LocalDate today, SignedIn by) {
        JsonArray items = new JsonArray();
        reminders.stream()
                .filter(each -> by.may(Action.READ_PROGRAMMES, each.path()))
                .limit(MOST_REMINDERS)
                .forEach(each -> items.add(new JsonObject()
                        .put("unit", each.unit())
                        .put("unitName", tree.fullName(each.unit(), today))
                        .put("by", each.by())
                        .put("at", each.at().toString())
                        .put("text", each.text())));
        return items;
    }

    static JsonObject part(String id, String name, int children, Progress.Part part, int target, boolean lags) {
        return new JsonObject()
                .put("id", id)
                .put("name", name)
                .put("children", children)
                .put("members", part.members())
                .put("persons", part.persons())
                .put("turnsRequired", part.turnsRequired())
                .put("turnsPresent", part.turnsPresent())
                .put("others", part.others())
                .put("held", part.held())
                .put("collectives", part.collectives())
                .put("reached", part.reached())
                .put("met", part.atLeast(target))
                .put("lags", lags);
    }

    static JsonObject unit(Unit unit) {
        return new JsonObject().put("id", unit.id()).put("name", unit.name());
    }

    static JsonArray visits(List<Visits> found, UnitTree tree, LocalDate today, int quota) {
        JsonArray all = new JsonArray();
        found.stream()
                .sorted(Comparator.comparing(each -> each.person().sortKey()))
                .forEach(each -> {
                    JsonObject row = new JsonObject()
                            .put("id", each.person().id())
                            .put("name", each.person().name())
                            .put("unitName", tree.fullName(each.person().unit(), today))
                            .put("visits", each.cells())
                            .put("turns", each.turns())
                            .put("met", each.cells() >= quota);
                    each.person().birthYear().ifPresent(year -> row.put("birthYear", year));
                    all.add(row);
                });
        return all;
    }
}
