package vn.diemcau.identity;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import vn.diemcau.access.Grant;
import vn.diemcau.http.SignedIn;
import vn.diemcau.people.People;

/** What the page must know of who is signed in. */
final class Myself {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final People people;
    private final InstantSource clock;

    Myself(People people, InstantSource clock) {
        this.people = people;
        this.clock = clock;
    }

    Future<JsonObject> of(SignedIn signedIn) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        return people.tree().compose(tree -> {
            JsonArray grants = new JsonArray();
            for (Grant grant : signedIn.grants()) {
                JsonObject json = new JsonObject().put("role", grant.role().wire());
                if (grant.session() != null)
                    json.put("session", grant.session()).put("site", grant.site());
                if (!grant.unitPath().isEmpty()) {
                    String unit = grant.unitPath().replaceAll("^.*/([^/]+)/$", "$1");
                    boolean former = tree.lastPath(unit, today)
                            .filter(path -> !path.equals(grant.unitPath()))
                            .isPresent();
                    if (former) continue;
                    json.put("unitPath", grant.unitPath()).put("unit", unit);
                    if (!unit.equals("/")) json.put("unitName", tree.fullName(unit, today));
                }
                grants.add(json);
            }
            JsonArray due = new JsonArray();
            signedIn.due().forEach(each -> due.add(each.name().toLowerCase(Locale.ROOT)));
            JsonObject me = new JsonObject()
                    .put(
                            "account",
                            new JsonObject().put("id", signedIn.account()).put("name", signedIn.name()))
                    .put("grants", grants)
                    .put("due", due)
                    .put("byPin", signedIn.device() != null)
                    .put("csrf", signedIn.csrf());
            if (signedIn.person() == null) return Future.succeededFuture(me);
            return people.person(signedIn.person()).map(found -> {
                found.ifPresent(person -> me.put(
                        "person",
                        new JsonObject()
                                .put("id", person.id())
                                .put("name", person.name())
                                .put("birthYear", person.birthYear().orElse(null))
                                .put("unit", person.unit())
                                .put("unitName", tree.fullName(person.unit(), today))));
                return me;
            });
        });
    }
}
