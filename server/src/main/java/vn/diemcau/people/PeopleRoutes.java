package vn.diemcau.people;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diemcau.access.Action;
import vn.diemcau.http.Api;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;
import vn.diemcau.people.Person.Sex;
import vn.diemcau.problem.Problem;

/** HTTP of people. Whoever reads or changes a person must hold the right over the unit where the person belongs. */
final class PeopleRoutes {
    private final PersonStore persons;
    private final StoredPeople people;
    private final ListPeople listPeople;
    private final CorrectPeople correct;

    PeopleRoutes(PersonStore persons, StoredPeople people, ListPeople listPeople, CorrectPeople correct) {
        this.persons = persons;
        this.people = people;
        this.listPeople = listPeople;
        this.correct = correct;
    }

    void mount(Api api) {
        api.get("/units/{unit}/people", Action.READ_PEOPLE, this::list);
        api.post("/person-searches", Action.READ_PEOPLE, this::search);
        api.get("/persons/{person}", Action.READ_PEOPLE, this::read);
        api.put("/persons/{person}", Action.EDIT_PEOPLE, this::add);
        api.patch("/persons/{person}", Action.EDIT_PEOPLE, this::details);
        api.post("/persons/{person}/moves", Action.EDIT_PEOPLE, this::move);
        api.post("/persons/{person}/stays", Action.EDIT_PEOPLE, this::stay);
        api.post("/persons/{person}/departures", Action.EDIT_PEOPLE, this::leave);
        api.post("/persons/{person}/statuses", Action.EDIT_PEOPLE, this::status);
        api.post("/persons/{person}/posts", Action.EDIT_PEOPLE, this::givePost);
        api.post("/persons/{person}/post-endings", Action.EDIT_PEOPLE, this::endPost);
    }

    private Future<JsonObject> list(RoutingContext ctx) {
        Input in = Input.of(ctx);
        String unit = in.path("unit");
        LocalDate on = in.queryDate("on", people.today());
        int limit = Math.max(1, in.queryInt("limit", 100, 500));
        return people.tree().compose(tree -> {
            SignedIn.of(ctx).require(Action.READ_PEOPLE, path(tree, unit));
            return listPeople
                    .within(tree, unit, on, in.query("after").orElse(null), limit)
                    .map(page -> {
                        JsonArray items = new JsonArray();
                        for (Person person : page.people()) items.add(PersonJson.row(person, tree, on));
                        JsonObject json = new JsonObject().put("items", items);
                        if (page.next() != null) json.put("next", page.next());
                        return json;
                    });
        });
    }

    private Future<JsonObject> search(RoutingContext ctx) {
        Input in = Input.of(ctx);
        String text = in.text("text");
        int limit = in.optionalInteger("limit", 1, 50).orElse(20);
        SignedIn signedIn = SignedIn.of(ctx);
        return people.tree().compose(tree -> {
            List<String> within = in.optional("unit")
                    .map(List::of)
                    .orElseGet(() -> UnitRoutes.tops(signedIn, Action.READ_PEOPLE, tree, people.today()));
            within.forEach(unit -> signedIn.require(Action.READ_PEOPLE, path(tree, unit)));
            return Future.all(within.stream()
                            .map(unit -> people.search(text, unit, limit))
                            .toList())
                    .map(found -> {
                        JsonArray items = new JsonArray();
                        List<List<Person>> lists = found.list();
                        lists.stream()
                                .flatMap(List::stream)
                                .distinct()
                                .limit(limit)
                                .forEach(person -> items.add(PersonJson.row(person, tree, people.today())));
                        return new JsonObject().put("items", items);
                    });
        });
    }

    private Future<JsonObject> read(RoutingContext ctx) {
        return of(ctx, Action.READ_PEOPLE).compose(this::shown);
    }

    private Future<JsonObject> add(RoutingContext ctx) {
        Input in = Input.of(ctx);
        String id = in.path("person");
        if (!id.matches("[0-9a-f-]{36}")) throw Problem.invalid("person", "malformed", "Must be a UUID.");
        String unit = in.text("unit");
        Person.Status status = in.choice("status", Person.Status.class);
        LocalDate from = in.optionalDate("from").orElse(people.today());
        Details details = detailsOf(in, null);
        if (status == Person.Status.NON_MEMBER && details.card() != null) {
            throw Problem.invalid("card", "not_a_choice", "A non-member has no card.");
        }
        return people.tree().compose(tree -> {
            SignedIn.of(ctx).require(Action.EDIT_PEOPLE, path(tree, unit));
            return correct.add(id, details, unit, status, from, SignedIn.of(ctx))
                    .compose(this::shown);
        });
    }

    private Future<JsonObject> details(RoutingContext ctx) {
        Input in = Input.of(ctx);
        return of(ctx, Action.EDIT_PEOPLE)
                .compose(before ->
                        correct.details(before.id(), rev(in), detailsOf(in, before.details()), SignedIn.of(ctx)))
                .compose(this::shown);
    }

    private Future<JsonObject> move(RoutingContext ctx) {
        Input in = Input.of(ctx);
        String unit = in.text("unit");
        LocalDate from = in.date("from");
        return of(ctx, Action.EDIT_PEOPLE)
                .compose(before -> people.tree().map(tree -> {
                    SignedIn.of(ctx).require(Action.EDIT_PEOPLE, path(tree, unit));
                    return before;
                }))
                .compose(before -> correct.move(before.id(), rev(in), unit, from, SignedIn.of(ctx)))
                .compose(this::shown);
    }

    /** Whoever sends somebody holds the right over both units. */
    private Future<JsonObject> stay(RoutingContext ctx) {
        Input in = Input.of(ctx);
        String unit = in.text("unit");
        LocalDate from = in.date("from");
        LocalDate to = until(in, from);
        return of(ctx, Action.EDIT_PEOPLE)
                .compose(before -> people.tree().map(tree -> {
                    SignedIn.of(ctx).require(Action.EDIT_PEOPLE, path(tree, unit));
                    return before;
                }))
                .compose(before -> correct.stay(before.id(), rev(in), unit, from, to, SignedIn.of(ctx)))
                .compose(this::shown);
    }

    /** The last day, if one is named. */
    private static @Nullable LocalDate until(Input in, LocalDate from) {
        LocalDate to = in.optionalDate("to").orElse(null);
        if (to != null && to.isBefore(from))
            throw Problem.invalid("to", "period_backwards", "It ends before it begins.");
        return to;
    }

    private Future<JsonObject> leave(RoutingContext ctx) {
        Input in = Input.of(ctx);
        LocalDate lastDay = in.date("lastDay");
        return of(ctx, Action.EDIT_PEOPLE)
                .compose(before -> correct.leave(before.id(), rev(in), lastDay, SignedIn.of(ctx)))
                .compose(this::shown);
    }

    private Future<JsonObject> status(RoutingContext ctx) {
        Input in = Input.of(ctx);
        Person.Status status = in.choice("status", Person.Status.class);
        LocalDate from = in.date("from");
        LocalDate to = until(in, from);
        return of(ctx, Action.EDIT_PEOPLE)
                .compose(before -> correct.status(before.id(), rev(in), status, from, to, SignedIn.of(ctx)))
                .compose(this::shown);
    }

    private Future<JsonObject> givePost(RoutingContext ctx) {
        Input in = Input.of(ctx);
        String unit = in.text("unit");
        String title = Names.tidy(in.text("title"));
        LocalDate from = in.date("from");
        LocalDate to = until(in, from);
        return of(ctx, Action.EDIT_PEOPLE)
                .compose(before -> correct.givePost(before.id(), rev(in), unit, title, from, to, SignedIn.of(ctx)))
                .compose(this::shown);
    }

    private Future<JsonObject> endPost(RoutingContext ctx) {
        Input in = Input.of(ctx);
        String unit = in.text("unit");
        String title = in.text("title");
        LocalDate lastDay = in.date("lastDay");
        return of(ctx, Action.EDIT_PEOPLE)
                .compose(before -> correct.endPost(before.id(), rev(in), unit, title, lastDay, SignedIn.of(ctx)))
                .compose(this::shown);
    }

    /** What the form says; a field that is not sent stays as it was. */
    private static Details detailsOf(Input in, @Nullable Details before) {
        String name = in.has("name") || before == null ? Names.tidy(in.text("name")) : before.name();
        if (name.codePoints().filter(Character::isLetter).count() < 2) {
            throw Problem.invalid("name", "malformed", "A name has at least two letters.");
        }
        Sex sex = in.has("sex") || before == null
                ? in.optionalChoice("sex", Sex.class).orElse(null)
                : before.sex();
        BirthDate birth = in.has("birth") || before == null
                ? in.optional("birth").map(PeopleRoutes::birth).orElse(null)
                : before.birth();
        String card = in.has("card") || before == null
                ? in.optional("card").map(PeopleRoutes::card).orElse(null)
                : before.card();
        Optional<Phones.Phone> phone = in.optional("phone").map(PeopleRoutes::phone);
        Details stays = in.has("phone") ? null : before;
        LocalDate joined =
                in.has("joined") || before == null ? in.optionalDate("joined").orElse(null) : before.joined();
        return new Details(
                name,
                sex,
                birth,
                card,
                before == null ? null : before.cardTyped(),
                stays != null ? stays.phone() : phone.map(Phones.Phone::number).orElse(null),
                stays != null
                        ? stays.phoneTyped()
                        : phone.map(Phones.Phone::typed).orElse(null),
                in.has("category") || before == null ? in.optional("category").orElse(null) : before.category(),
                joined);
    }

    private static BirthDate birth(String text) {
        return BirthDate.parse(text)
                .filter(birth -> birth.year() >= 1900 && birth.year() <= 2100)
                .orElseThrow(() -> Problem.invalid("birth", "malformed", "A day such as 1984-05-02, or a year."));
    }

    private static String card(String text) {
        String digits = text.replaceAll("[ .]", "");
        if (!digits.matches("\\d{5,12}")) throw Problem.invalid("card", "malformed", "Up to twelve digits.");
        return "0".repeat(12 - digits.length()) + digits;
    }

    private static Phones.Phone phone(String text) {
        return Phones.read(text)
                .orElseThrow(() -> Problem.invalid("phone", "malformed", "Ten digits, or the same after +84."));
    }

    private static long rev(Input in) {
        return in.integer("rev", 0, Integer.MAX_VALUE);
    }

    private Future<Dossier> of(RoutingContext ctx, Action action) {
        return people.tree()
                .compose(tree -> persons.find(Input.of(ctx).path("person")).map(found -> {
                    Dossier dossier = found.orElseThrow(CorrectPeople::nobody);
                    SignedIn.of(ctx).require(action, path(tree, dossier.unitNear(people.today())));
                    return dossier;
                }));
    }

    private Future<JsonObject> shown(Dossier dossier) {
        return people.tree().map(tree -> PersonJson.whole(dossier, tree, people.today()));
    }

    private String path(UnitTree tree, String unit) {
        return tree.lastPath(unit, people.today())
                .orElseThrow(() -> Problem.missing("not_found", "There is no such thing here for you."));
    }
}
