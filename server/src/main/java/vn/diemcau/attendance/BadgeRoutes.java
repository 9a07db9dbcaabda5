package vn.diemcau.attendance;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.diemcau.access.Action;
import vn.diemcau.audit.Audit;
import vn.diemcau.http.Api;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;
import vn.diemcau.paper.Pdf;
import vn.diemcau.people.People;
import vn.diemcau.people.Person;
import vn.diemcau.people.UnitTree;
import vn.diemcau.problem.Problem;

/** Badges: one's own, a unit's cards, and revocation; decides nothing. */
final class BadgeRoutes {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int MOST = 600;

    private final Badges badges;
    private final People people;
    private final Pdf pdf;
    private final Audit audit;
    private final InstantSource clock;

    BadgeRoutes(Badges badges, People people, Pdf pdf, Audit audit, InstantSource clock) {
        this.badges = badges;
        this.people = people;
        this.pdf = pdf;
        this.audit = audit;
        this.clock = clock;
    }

    void mount(Api api) {
        api.get("/my/badge", Action.OWN, this::mine);
        api.post("/units/{unit}/badges", Action.MANAGE_ACCOUNTS, this::print);
        api.post("/badges/{number}/revocation", Action.MANAGE_ACCOUNTS, this::revoke);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    private Future<JsonObject> mine(RoutingContext ctx) {
        String id = SignedIn.of(ctx).requirePerson();
        return people.person(id).compose(found -> {
            Person person = found.orElseThrow(() -> Problem.missing("no_person", "The roster lacks this person."));
            return people.tree().compose(tree -> badges.of(List.of(id)).map(byPerson -> {
                BadgeStore.Badge badge = byPerson.get(id);
                if (badge == null) throw Problem.unavailable("no_badge_yet", "The badge could not be made; try again.");
                JsonObject json = new JsonObject()
                        .put("number", badge.number())
                        .put("digits", badge.digits())
                        .put("short", badge.shortCode())
                        .put("name", person.name())
                        .put("unitName", tree.fullName(person.unit(), today()));
                person.birthYear().ifPresent(year -> json.put("birthYear", year));
                return json;
            }));
        });
    }

    private Future<Api.Reply> print(RoutingContext ctx) {
        SignedIn caller = SignedIn.of(ctx);
        String unit = Input.of(ctx).path("unit");
        List<Person> persons = new ArrayList<>();
        return people.tree().compose(tree -> {
            caller.require(Action.MANAGE_ACCOUNTS, tree.path(unit, today()).orElse(""));
            return people.eachWithin(unit, today(), person -> {
                        if (persons.size() <= MOST) persons.add(person);
                    })
                    .compose(read -> {
                        if (persons.size() > MOST) {
                            throw Problem.refused("too_many_people", "At most 600 cards at once; print unit by unit.");
                        }
                        return badges.of(persons.stream().map(Person::id).toList());
                    })
                    .compose(byPerson -> pdf.of(Sheets.badges(cards(tree, persons, byPerson))))
                    .compose(made -> audit.add(
                                    caller.account(),
                                    "badges_printed",
                                    "unit/" + unit,
                                    caller.did(new JsonObject().put("people", persons.size())))
                            .map(new Api.Reply(200, "application/pdf", made)));
        });
    }

    private List<Sheets.Card> cards(
            UnitTree tree, List<Person> persons, java.util.Map<String, BadgeStore.Badge> byPerson) {
        List<Sheets.Card> cards = new ArrayList<>();
        persons.stream()
                .sorted(Comparator.comparing(Person::unit).thenComparing(Person::sortKey))
                .forEach(person -> {
                    BadgeStore.Badge badge = byPerson.get(person.id());
                    if (badge == null) return;
                    cards.add(new Sheets.Card(
                            person.name(),
                            person.birthYear().map(String::valueOf).orElse(""),
                            tree.fullName(person.unit(), today()),
                            badge.digits(),
                            badge.shortCode()));
                });
        return cards;
    }

    /** Whoever manages the unit of the badge's owner; others learn nothing, not even whether there is such a badge. */
    private Future<Void> revoke(RoutingContext ctx) {
        SignedIn caller = SignedIn.of(ctx);
        String number = Input.of(ctx).path("number");
        return badges.find(number).compose(found -> {
            BadgeStore.Badge badge = found.orElseThrow(() -> Problem.missing("not_found", "There is no such badge."));
            return Future.all(people.person(badge.person()), people.tree())
                    .compose(both -> {
                        java.util.Optional<Person> person = both.resultAt(0);
                        UnitTree tree = both.resultAt(1);
                        String path = person.flatMap(one -> tree.lastPath(one.unit(), today()))
                                .orElse("");
                        caller.require(Action.MANAGE_ACCOUNTS, path);
                        return badges.revoke(badge.number());
                    })
                    .compose(done ->
                            audit.add(caller.account(), "badge_revoked", "badge/" + badge.number(), caller.did()));
        });
    }
}
