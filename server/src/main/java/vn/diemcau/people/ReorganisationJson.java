package vn.diemcau.people;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diemcau.people.Affected.Effect;
import vn.diemcau.people.Affected.Touch;
import vn.diemcau.people.PlanReorganisation.Preview;
import vn.diemcau.people.Reorganisation.Fault;
import vn.diemcau.people.Reorganisation.Hand;
import vn.diemcau.people.Reorganisation.Wish;

/** Reorganisations as they go over the wire; long lists come cut, with their count. */
final class ReorganisationJson {
    private static final int MOST_PEOPLE = 500;
    private static final int MOST_PARTS = 2_000;
    private static final int MOST_TOUCHED = 200;

    /** What somebody has to decide comes before what goes by itself, and is not cut off. */
    private static final Comparator<Touch> WAITING_FIRST =
            Comparator.comparing(one -> one.effect() != Effect.OPEN && one.effect() != Effect.CHANGED);

    private ReorganisationJson() {}

    /**
     * As a row of a list.
     *
     * @param undone what an UNDO takes back, whose units it names then
     */
    static JsonObject brief(Reorganisation one, UnitTree tree, @Nullable Wish undone) {
        return brief(one, tree, undone, Map.of());
    }

    private static JsonObject brief(
            Reorganisation one, UnitTree tree, @Nullable Wish undone, Map<String, Dossier> people) {
        Wish wish = one.wish();
        Wish about = undone == null ? wish : undone;
        JsonObject json = new JsonObject()
                .put("id", one.id())
                .put("kind", PersonDocument.code(wish.kind()))
                .put("date", wish.date().toString())
                .put("decision", wish.decision())
                .put("state", PersonDocument.code(one.state()))
                .put("units", named(about.units(), tree, about.eve()))
                .put("fresh", fresh(wish))
                .put("stuck", faults(one.stuck(), tree, people))
                .put("drafted", hand(one.drafted()))
                .put("rev", one.rev());
        if (wish.into() != null) json.put("into", named(wish.into(), tree, wish.date()));
        put(json, "name", wish.name());
        put(json, "undoes", wish.undoes());
        if (one.approved() != null) json.put("approved", hand(one.approved()));
        put(json, "appliedAt", one.appliedAt());
        return json;
    }

    /**
     * The whole, with what it does: as was kept when it was applied, or as it would be now.
     *
     * @param stuck the people among what is stuck
     */
    static JsonObject whole(
            Reorganisation one,
            UnitTree tree,
            @Nullable Wish undone,
            List<Dossier> stuck,
            @Nullable JsonObject preview) {
        Map<String, Dossier> people = new HashMap<>();
        stuck.forEach(person -> people.put(person.id(), person));
        Wish wish = one.wish();
        JsonArray places = new JsonArray();
        wish.places()
                .forEach(place ->
                        places.add(new JsonObject().put("what", place.what()).put("to", place.to())));
        JsonObject json = brief(one, tree, undone, people)
                .put("note", wish.note())
                .put("places", places)
                .put("rightsFollow", wish.rightsFollow());
        put(json, "decidedOn", wish.decidedOn());
        JsonObject does = one.summary() == null ? preview : one.summary();
        if (does != null) json.put("does", does);
        return json;
    }

    static JsonObject preview(Preview preview) {
        Consequence does = preview.consequence();
        UnitTree tree = preview.tree();
        LocalDate eve = does.date().minusDays(1);
        Map<String, Dossier> people = new HashMap<>();
        preview.people().forEach(person -> people.put(person.id(), person));
        JsonArray births = new JsonArray();
        Map<String, String> freshNames = new HashMap<>();
        for (Unit unit : does.births()) {
            freshNames.put(unit.id(), unit.name());
            String parent = unit.placements().get(0).parent();
            JsonObject one = new JsonObject().put("id", unit.id()).put("name", unit.name());
            if (parent != null) one.put("parent", named(parent, tree, does.date()));
            births.add(one);
        }
        JsonObject json = new JsonObject().put("print", does.print()).put("born", births);
        for (UnitChange.What what : UnitChange.What.values()) {
            if (what != UnitChange.What.BORN)
                json.put(PersonDocument.code(what), changes(does, what, tree, freshNames));
        }
        json.put("moves", moves(does.moves(), people, tree, eve, freshNames))
                .put("postsEnd", postsEnd(does, preview.people(), tree))
                .put("postsReturn", posts(does.posts(), people, tree))
                .put("postsLeft", posts(does.postsLeft(), people, tree))
                .put("members", preview.members())
                .put("parts", parts(does, preview, tree))
                .put("touched", touched(preview.touched(), tree, does.date()))
                .put("faults", faults(does.faults(), tree, people));
        return json;
    }

    private static JsonArray changes(
            Consequence does, UnitChange.What what, UnitTree tree, Map<String, String> freshNames) {
        JsonArray all = new JsonArray();
        for (UnitChange change : does.changes()) {
            if (change.what() != what) continue;
            JsonObject one = named(change.unit(), tree, does.date().minusDays(1));
            boolean name = what == UnitChange.What.RENAMED;
            if (change.before() != null)
                one.put("before", name ? change.before() : name(change.before(), tree, freshNames));
            if (change.after() != null)
                one.put("after", name ? change.after() : name(change.after(), tree, freshNames));
            all.add(one);
        }
        return all;
    }

    private static JsonObject moves(
            List<PersonMove> moves,
            Map<String, Dossier> people,
            UnitTree tree,
            LocalDate eve,
            Map<String, String> freshNames) {
        JsonArray items = new JsonArray();
        for (PersonMove move : moves) {
            Dossier person = people.get(move.person());
            if (person == null || items.size() == MOST_PEOPLE) continue;
            items.add(person(person)
                    .put("from", tree.fullName(move.from(), eve))
                    .put("to", name(move.to(), tree, freshNames)));
        }
        return new JsonObject().put("count", moves.size()).put("items", items);
    }

    private static JsonObject postsEnd(Consequence does, Collection<Dossier> people, UnitTree tree) {
        Map<String, Dossier> byId = new HashMap<>();
        people.forEach(person -> byId.put(person.id(), person));
        return posts(
                does.postsEnding(people).stream()
                        .map(one -> new PostReturn(one.id(), one.from(), one.detail(), one.until()))
                        .toList(),
                byId,
                tree);
    }

    private static JsonObject posts(List<PostReturn> posts, Map<String, Dossier> people, UnitTree tree) {
        JsonArray items = new JsonArray();
        for (PostReturn post : posts) {
            Dossier person = people.get(post.person());
            if (person == null || items.size() == MOST_PEOPLE) continue;
            items.add(person(person).put("title", post.title()).put("unitName", name(post.unit(), tree, Map.of())));
        }
        return new JsonObject().put("count", posts.size()).put("items", items);
    }

    /** What can be told where it goes: the units right below and the people of the units that end or are parted. */
    private static JsonObject parts(Consequence does, Preview preview, UnitTree tree) {
        Set<String> from = new LinkedHashSet<>(does.ended());
        if (from.isEmpty()) from.addAll(preview.parted());
        JsonArray units = new JsonArray();
        JsonArray people = new JsonArray();
        LocalDate eve = does.date().minusDays(1);
        for (String unit : from) {
            for (Unit part : tree.children(unit, eve)) {
                if (units.size() < MOST_PARTS)
                    units.add(named(part.id(), tree, eve).put("from", unit));
            }
        }
        preview.people().stream()
                .sorted(Comparator.comparing((Dossier person) -> Names.sortKey(person.name()))
                        .thenComparing(Dossier::id))
                .forEach(person -> from.stream()
                        .filter(unit -> PersonMove.isIn(person, unit, does.tree(), does.date()))
                        .findFirst()
                        .filter(unit -> people.size() < MOST_PARTS)
                        .ifPresent(unit -> people.add(person(person).put("from", unit))));
        return new JsonObject().put("units", units).put("people", people);
    }

    private static JsonObject touched(List<Touch> touched, UnitTree tree, LocalDate on) {
        JsonObject counts = new JsonObject();
        for (Affected.What what : Affected.What.values()) {
            if (what == Affected.What.POST) continue;
            counts.put(
                    PersonDocument.code(what),
                    touched.stream().filter(one -> one.what() == what).count());
        }
        JsonArray items = new JsonArray();
        touched.stream().sorted(WAITING_FIRST).limit(MOST_TOUCHED).forEach(one -> {
            JsonObject item = new JsonObject()
                    .put("what", PersonDocument.code(one.what()))
                    .put("id", one.id())
                    .put("title", one.title())
                    .put("unitName", tree.fullName(one.unit(), on.minusDays(1)))
                    .put("effect", PersonDocument.code(one.effect()));
            put(item, "at", one.at());
            items.add(item);
        });
        return new JsonObject().put("counts", counts).put("items", items);
    }

    private static JsonArray faults(List<Fault> faults, UnitTree tree, Map<String, Dossier> people) {
        JsonArray all = new JsonArray();
        for (Fault fault : faults) {
            if (all.size() == MOST_TOUCHED) break;
            JsonObject one = new JsonObject().put("why", PersonDocument.code(fault.why()));
            String what = fault.what();
            if (what != null) {
                Dossier person = people.get(what);
                one.put("what", what).put("name", person == null ? name(what, tree, Map.of()) : person.name());
            }
            all.add(one);
        }
        return all;
    }

    private static JsonObject person(Dossier person) {
        JsonObject json = new JsonObject().put("id", person.id()).put("name", person.name());
        BirthDate birth = person.details().birth();
        if (birth != null) json.put("birthYear", birth.year());
        return json;
    }

    private static JsonArray fresh(Wish wish) {
        JsonArray all = new JsonArray();
        wish.fresh().forEach(unit -> {
            JsonObject one = new JsonObject()
                    .put("code", unit.code())
                    .put("name", unit.name())
                    .put("type", unit.type())
                    .put("level", unit.level());
            put(one, "parent", unit.parent());
            all.add(one);
        });
        return all;
    }

    private static JsonObject hand(Hand hand) {
        return new JsonObject().put("name", hand.name()).put("at", hand.at().toString());
    }

    private static JsonArray named(List<String> units, UnitTree tree, LocalDate on) {
        JsonArray all = new JsonArray();
        units.forEach(unit -> all.add(named(unit, tree, on)));
        return all;
    }

    private static JsonObject named(String unit, UnitTree tree, LocalDate on) {
        return new JsonObject()
                .put("id", unit)
                .put("name", name(unit, tree, Map.of()))
                .put("fullName", tree.fullName(unit, on));
    }

    private static String name(String unit, UnitTree tree, Map<String, String> freshNames) {
        return tree.unit(unit).map(Unit::name).orElse(freshNames.getOrDefault(unit, unit));
    }

    private static void put(JsonObject json, String field, @Nullable Object value) {
        if (value != null) json.put(field, value.toString());
    }
}
