package vn.diemcau.privacy;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import vn.diemcau.access.Action;
import vn.diemcau.access.Grant;
import vn.diemcau.audit.Audit;
import vn.diemcau.http.SignedIn;
import vn.diemcau.people.People;
import vn.diemcau.problem.Problem;

/** Use cases of requests about one's own data: filed by the person, answered by whoever keeps the person's unit. */
final class AnswerRequests {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final RequestStore store;
    private final People people;
    private final Audit audit;
    private final InstantSource clock;

    AnswerRequests(RequestStore store, People people, Audit audit, InstantSource clock) {
        this.store = store;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** Keeps the request; the same id twice is once. */
    Future<JsonObject> file(SignedIn by, String id, DataRequest.Kind kind, String text) {
        String person = by.requirePerson();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        return people.person(person)
                .compose(found -> people.tree()
                        .map(tree -> new DataRequest(
                                id,
                                person,
                                by.name(),
                                found.flatMap(known -> tree.path(known.unit(), today))
                                        .orElse("/"),
                                kind,
                                text,
                                clock.instant(),
                                DataRequest.State.FILED,
                                null,
                                null,
                                null)))
                .compose(request -> store.insert(request).compose(done -> store.of(id)))
                .map(kept -> kept.filter(request -> request.person().equals(person))
                        .orElseThrow(() -> Problem.conflict("id_reused", "This id stands for something else.")))
                .compose(request -> audit.add(
                                by.account(),
                                "data_request_filed",
                                "data_request/" + id,
                                by.did(new JsonObject().put("kind", kind.name())))
                        .map(done -> json(request)));
    }

    Future<JsonObject> own(SignedIn by) {
        return store.ofPerson(by.requirePerson()).map(AnswerRequests::items);
    }

    /** Those that wait in all subtrees that the caller keeps. */
    Future<JsonObject> open(SignedIn by) {
        JsonArray all = new JsonArray();
        Future<Void> chain = Future.succeededFuture();
        for (Grant grant : by.grants()) {
            if (!Action.MANAGE_ACCOUNTS.roles().contains(grant.role())
                    || grant.unitPath().isEmpty()) continue;
            chain = chain.compose(done -> store.open(grant.unitPath())).map(found -> {
                found.forEach(request -> all.add(json(request)));
                return null;
            });
        }
        return chain.map(done -> new JsonObject().put("items", all));
    }

    /** Fails with MISSING outside the caller's subtree, with CONFLICT changed_meanwhile when it was answered already. */
    Future<JsonObject> answer(SignedIn by, String id, DataRequest.State state, String answer) {
        return store.of(id)
                .map(found -> found.filter(request -> by.may(Action.MANAGE_ACCOUNTS, request.unitPath()))
                        .orElseThrow(() -> Problem.missing("not_found", "There is no such request here for you.")))
                .compose(request -> store.answer(id, state, answer, by.name(), clock.instant())
                        .compose(done -> {
                            if (!done)
                                return Future.failedFuture(
                                        Problem.conflict("changed_meanwhile", "Somebody answered it meanwhile."));
                            JsonObject change = new JsonObject()
                                    .put("before", request.state().name())
                                    .put("after", state.name());
                            return audit.add(
                                    by.account(), "data_request_answered", "data_request/" + id, by.did(change));
                        }))
                .compose(done -> store.of(id))
                .map(found -> json(found.orElseThrow()));
    }

    private static JsonObject items(List<DataRequest> requests) {
        JsonArray items = new JsonArray();
        requests.forEach(request -> items.add(json(request)));
        return new JsonObject().put("items", items);
    }

    private static JsonObject json(DataRequest request) {
        return new JsonObject()
                .put("id", request.id())
                .put("person", request.person())
                .put("name", request.name())
                .put("kind", request.kind().name().toLowerCase(Locale.ROOT))
                .put("text", request.text())
                .put("filedAt", request.filedAt().toString())
                .put("acknowledgeBy", request.acknowledgeBy().toString())
                .put("answerBy", request.answerBy().toString())
                .put("state", request.state().name().toLowerCase(Locale.ROOT))
                .put("answer", request.answer())
                .put("by", request.by())
                .put(
                        "answeredAt",
                        request.answeredAt() == null
                                ? null
                                : request.answeredAt().toString());
    }
}
