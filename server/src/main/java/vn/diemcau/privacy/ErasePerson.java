package vn.diemcau.privacy;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static java.util.Comparator.comparingInt;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import vn.diemcau.audit.Audit;
import vn.diemcau.http.SignedIn;
import vn.diemcau.mongo.Forgetting;
import vn.diemcau.mongo.Holding;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.people.People;
import vn.diemcau.problem.Problem;

/**
 * Forgets a person who belongs nowhere any more: what names them goes from everywhere, the turns that figures rest on stay without a
 * name. Whom it was is written beside the store, by id alone, so that it is done again after an older backup was restored.
 */
final class ErasePerson {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Vertx vertx;
    private final Mongo mongo;
    private final List<Holding> holdings;
    private final List<Forgetting> forgetting;
    private final People people;
    private final Audit audit;
    private final InstantSource clock;
    private final Path ledger;

    /** @param data the directory that no backup of the store replaces */
    ErasePerson(
            Vertx vertx,
            Mongo mongo,
            List<Holding> holdings,
            List<Forgetting> forgetting,
            People people,
            Audit audit,
            InstantSource clock,
            Path data) {
        this.vertx = vertx;
        this.mongo = mongo;
        this.holdings = inTurn(holdings);
        this.forgetting = forgetting;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
        ledger = data.resolve("erasures.log");
    }

    /** Fails with MISSING for nobody we know, with CONFLICT still_belongs while the person is in a unit. */
    Future<Void> handle(SignedIn by, String person, String reason) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        return people.person(person)
                .map(found -> found.orElseThrow(() -> Problem.missing("not_found", "There is no such person.")))
                .compose(known -> people.unitsOn(List.of(person), today))
                .compose(units -> {
                    if (!units.isEmpty())
                        return Future.failedFuture(Problem.conflict(
                                "still_belongs", "The person belongs to a unit; record the departure first."));
                    return vertx.<Void>executeBlocking(() -> {
                        write(person);
                        return null;
                    });
                })
                .compose(written -> forget(person))
                .compose(done -> audit.add(
                        by.account(),
                        "person_erased",
                        "person/" + person,
                        by.did(new JsonObject().put("reason", reason))));
    }

    /** Forgets again whoever stands in the ledger and is known by name: an older backup was restored. How many that were. */
    Future<Integer> again() {
        return vertx.executeBlocking(this::read).compose(all -> {
            if (all.isEmpty()) return Future.succeededFuture(0);
            return Mongo.all(mongo.collection("persons")
                            .find(and(in("_id", all), ne("name", Forgetting.NOBODY)))
                            .batchSize(Mongo.BATCH))
                    .compose(named -> {
                        Future<Void> chain = Future.succeededFuture();
                        for (Document each : named) chain = chain.compose(done -> forget(each.getString("_id")));
                        return chain.map(named.size());
                    });
        });
    }

    /** The name goes last and the account just before: by them an erasure that broke off is found and done again wholly. */
    static List<Holding> inTurn(List<Holding> holdings) {
        return holdings.stream().sorted(comparingInt(ErasePerson::turn)).toList();
    }

    private static int turn(Holding holding) {
        return switch (holding.collection()) {
            case "persons" -> 2;
            case "accounts" -> 1;
            default -> 0;
        };
    }

    private Future<Void> forget(String person) {
        return Mongo.all(mongo.collection("accounts").find(eq("person", person)).batchSize(1))
                .compose(accounts -> {
                    List<String> ids =
                            accounts.stream().map(each -> each.getString("_id")).toList();
                    Future<Void> chain = Future.succeededFuture();
                    for (Forgetting each : forgetting) chain = chain.compose(done -> each.forget(person, ids));
                    for (Holding holding : holdings) chain = chain.compose(done -> forget(holding, person, ids));
                    return chain;
                });
    }

    private Future<Void> forget(Holding holding, String person, List<String> accounts) {
        Bson whose =
                switch (holding.of()) {
                    case PERSON -> eq(holding.field(), person);
                    case ACCOUNT -> in(holding.field(), accounts);
                };
        return switch (holding.erasing()) {
            case DELETE ->
                Mongo.one(mongo.collection(holding.collection()).deleteMany(whose))
                        .mapEmpty();
            case BLANK ->
                holding.names().isEmpty()
                        ? Future.succeededFuture()
                        : Mongo.one(mongo.collection(holding.collection()).updateMany(whose, blank(holding.names())))
                                .mapEmpty();
        };
    }

    private static Bson blank(List<String> names) {
        List<Bson> changes = new ArrayList<>();
        for (String name : names) {
            changes.add(
                    switch (name) {
                        case "name", "personName" -> set(name, Forgetting.NOBODY);
                        case "sortKey", "folded", "reason", "note" -> set(name, "");
                        case "words" -> set(name, List.of());
                        default -> unset(name);
                    });
        }
        return combine(changes);
    }

    private void write(String person) throws IOException {
        Files.writeString(
                ledger,
                person + " " + clock.instant() + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND,
                StandardOpenOption.SYNC);
    }

    private Set<String> read() throws IOException {
        Set<String> all = new LinkedHashSet<>();
        if (!Files.exists(ledger)) return all;
        for (String line : Files.readAllLines(ledger, StandardCharsets.UTF_8)) {
            if (!line.isBlank()) all.add(line.split(" ", 2)[0]);
        }
        return all;
    }
}
