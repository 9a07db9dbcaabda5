package vn.diemcau.people;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** People and units as they go over the wire. */
final class PersonJson {
    private PersonJson() {}

    /** A person as of a day, in lists. */
    static JsonObject row(Person person, UnitTree tree, LocalDate on) {
        JsonArray posts = new JsonArray();
        for (Person.Post post : person.posts()) {
            posts.add(new JsonObject()
                    .put("unit", post.unit())
                    .put("unitName", tree.unit(post.unit()).map(Unit::name).orElse(post.unit()))
                    .put("title", post.title())
                    .put("tree", PersonDocument.code(post.tree())));
        }
        JsonObject json = new JsonObject()
                .put("id", person.id())
                .put("name", person.name())
                .put("sortKey", person.sortKey())
                .put("status", PersonDocument.code(person.status()))
                .put("unit", person.unit())
                .put("unitName", tree.fullName(person.unit(), on))
                .put("posts", posts)
                .put("rev", person.rev());
        person.birthYear().ifPresent(year -> json.put("birthYear", year));
        put(json, "card", person.card());
        put(json, "phone", person.phone());
        put(json, "category", person.category());
        return json;
    }

    /** Everything kept, without names of units. */
    static JsonObject dossier(Dossier dossier) {
        Details details = dossier.details();
        JsonObject json = new JsonObject().put("name", details.name());
        if (details.sex() != null) json.put("sex", PersonDocument.code(details.sex()));
        if (details.birth() != null) json.put("birth", details.birth().text());
        put(json, "card", details.card());
        put(json, "cardTyped", details.cardTyped());
        put(json, "phone", details.phone());
        put(json, "phoneTyped", details.phoneTyped());
        put(json, "category", details.category());
        put(json, "joined", details.joined());
        JsonArray memberships = new JsonArray();
        for (Membership membership : dossier.memberships()) {
            memberships.add(
                    period(new JsonObject().put("unit", membership.unit()), membership.from(), membership.to()));
        }
        JsonArray statuses = new JsonArray();
        for (DatedStatus dated : dossier.statuses()) {
            statuses.add(
                    period(new JsonObject().put("status", PersonDocument.code(dated.status())), dated.from(), null));
        }
        JsonArray posts = new JsonArray();
        for (HeldPost post : dossier.posts()) {
            JsonObject one = new JsonObject()
                    .put("unit", post.unit())
                    .put("title", post.title())
                    .put("tree", PersonDocument.code(post.tree()));
            posts.add(period(one, post.from(), post.to()));
        }
        return json.put("memberships", memberships).put("statuses", statuses).put("posts", posts);
    }

    /** Everything kept, with names of units, as of today. */
    static JsonObject whole(Dossier dossier, UnitTree tree, LocalDate today) {
        JsonObject json = dossier(dossier);
        for (String list : new String[] {"memberships", "posts"}) {
            for (Object each : json.getJsonArray(list)) {
                JsonObject one = (JsonObject) each;
                LocalDate on = one.getString("to") == null ? today : LocalDate.parse(one.getString("to"));
                one.put("unitName", tree.fullName(one.getString("unit"), on));
            }
        }
        String unit = dossier.unitNear(today);
        return json.put("id", dossier.id())
                .put("rev", dossier.rev())
                .put("status", PersonDocument.code(dossier.statusOn(today)))
                .put("unit", unit)
                .put("unitName", tree.fullName(unit, today))
                .put("belongs", dossier.unitOn(today).isPresent());
    }

    /** A unit in lists. */
    static JsonObject unit(Unit unit, UnitTree tree, LocalDate on) {
        JsonObject json = new JsonObject()
                .put("id", unit.id())
                .put("name", unit.name())
                .put("tree", PersonDocument.code(unit.tree()))
                .put("type", unit.type())
                .put("level", unit.level())
                .put("children", tree.children(unit.id(), on).size());
        tree.path(unit.id(), on).ifPresent(path -> json.put("path", path));
        return json.put("fullName", tree.fullName(unit.id(), on));
    }

    /** The way down to the unit, from the root, the unit included. */
    static JsonArray way(Unit unit, UnitTree tree, LocalDate on) {
        Deque<JsonObject> way = new ArrayDeque<>();
        tree.lastPath(unit.id(), on).ifPresent(path -> {
            for (String id : path.split("/")) {
                tree.unit(id)
                        .ifPresent(one ->
                                way.add(new JsonObject().put("id", one.id()).put("name", one.name())));
            }
        });
        return new JsonArray(way.stream().toList());
    }

    private static JsonObject period(JsonObject json, LocalDate from, @Nullable LocalDate to) {
        if (!from.equals(Membership.BEGINNING)) json.put("from", from.toString());
        if (to != null) json.put("to", to.toString());
        return json;
    }

    private static void put(JsonObject json, String field, @Nullable Object value) {
        if (value != null) json.put(field, value.toString());
    }
}
