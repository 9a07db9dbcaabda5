package vn.diemcau.enrolment;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.diemcau.http.Input;
import vn.diemcau.people.Person;
import vn.diemcau.problem.Problem;

/** Scopes and groups on the wire. */
final class ScopeJson {
    private static final int RULES = 50;
    private static final int NAMES = 5000;
    private static final int GUESTS = 500;

    private ScopeJson() {}

    static Scope read(Input in) {
        return new Scope(
                in.list("rules", RULES, ScopeJson::rule),
                in.list("guests", GUESTS, ScopeJson::guest),
                in.list("adjustments", NAMES, ScopeJson::adjustment));
    }

    private static Scope.Rule rule(Input in) {
        Scope.Rule rule = new Scope.Rule(
                in.choice("kind", Scope.Kind.class),
                in.texts("units", NAMES),
                in.texts("posts", NAMES),
                statuses(in.texts("statuses", Person.Status.values().length)),
                in.flag("others"),
                in.texts("groups", RULES),
                in.texts("persons", NAMES),
                in.optional("capacity").orElse(null),
                in.flag("invited"),
                in.optionalDate("from").orElse(null));
        boolean empty =
                switch (rule.kind()) {
                    case UNITS -> rule.units().isEmpty();
                    case POSTS -> rule.posts().isEmpty();
                    case GROUPS -> rule.groups().isEmpty();
                    case PERSONS -> rule.persons().isEmpty();
                };
        if (empty) throw Problem.invalid("rules", "rule_empty", "A rule must name what it summons.");
        return rule;
    }

    private static List<Person.Status> statuses(List<String> names) {
        List<Person.Status> statuses = new ArrayList<>();
        for (String name : names) {
            Optional<Person.Status> known = java.util.Arrays.stream(Person.Status.values())
                    .filter(status -> status.name().equalsIgnoreCase(name))
                    .findFirst();
            statuses.add(known.orElseThrow(
                    () -> Problem.invalid("rules.statuses", "not_a_choice", "Not a status of a member.")));
        }
        return statuses;
    }

    private static Scope.Guest guest(Input in) {
        return new Scope.Guest(
                in.text("id"),
                in.text("name"),
                in.optionalInteger("birthYear", 1900, 2100).orElse(null),
                in.optional("from").orElse(null),
                in.optional("site").orElse(null));
    }

    private static Scope.Adjustment adjustment(Input in) {
        Required.Standing standing =
                in.optionalChoice("standing", Required.Standing.class).orElse(null);
        if (standing != null && in.optional("reason").isEmpty()) {
            throw Problem.invalid("adjustments.reason", "required", "Say why.");
        }
        return new Scope.Adjustment(
                in.text("person"),
                standing,
                in.optional("reason").orElse(null),
                in.optional("site").orElse(null));
    }

    static JsonObject write(Scope scope) {
        JsonArray rules = new JsonArray();
        for (Scope.Rule rule : scope.rules()) {
            rules.add(new JsonObject()
                    .put("kind", lower(rule.kind()))
                    .put("units", new JsonArray(rule.units()))
                    .put("posts", new JsonArray(rule.posts()))
                    .put(
                            "statuses",
                            new JsonArray(rule.statuses().stream()
                                    .map(ScopeJson::lower)
                                    .toList()))
                    .put("others", rule.others())
                    .put("groups", new JsonArray(rule.groups()))
                    .put("persons", new JsonArray(rule.persons()))
                    .put("capacity", rule.capacity())
                    .put("invited", rule.invited())
                    .put("from", rule.from() == null ? null : rule.from().toString()));
        }
        JsonArray guests = new JsonArray();
        for (Scope.Guest guest : scope.guests()) {
            guests.add(new JsonObject()
                    .put("id", guest.id())
                    .put("name", guest.name())
                    .put("birthYear", guest.birthYear())
                    .put("from", guest.from())
                    .put("site", guest.site()));
        }
        JsonArray adjustments = new JsonArray();
        for (Scope.Adjustment adjustment : scope.adjustments()) {
            adjustments.add(new JsonObject()
                    .put("person", adjustment.person())
                    .put("standing", adjustment.standing() == null ? null : lower(adjustment.standing()))
                    .put("reason", adjustment.reason())
                    .put("site", adjustment.site()));
        }
        return new JsonObject().put("rules", rules).put("guests", guests).put("adjustments", adjustments);
    }

    static JsonObject group(Group group) {
        return new JsonObject()
                .put("id", group.id())
                .put("name", group.name())
                .put("unit", group.unit())
                .put("persons", new JsonArray(group.persons()))
                .put("rev", group.rev());
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
