package vn.diemcau.attendance;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import vn.diemcau.mongo.Forgetting;

/**
 * Use case: a person is forgotten. What was said of them in words goes from the evidence, also the name they were written down with at a
 * door before somebody said who it was; what the evidence proves stays, because figures rest on it.
 */
final class ForgetPerson implements Forgetting {
    private final EvidenceStore evidence;
    private final ForgetStore store;

    ForgetPerson(EvidenceStore evidence, ForgetStore store) {
        this.evidence = evidence;
        this.store = store;
    }

    @Override
    public Future<Void> forget(String person, List<String> accounts) {
        return store.namesOf(person).compose(names -> {
            Future<Void> chain = Future.succeededFuture();
            for (Map.Entry<String, String> each : names.entrySet())
                chain = chain.compose(done -> forgetAt(each.getKey(), person, each.getValue()));
            return chain;
        });
    }

    private Future<Void> forgetAt(String session, String person, String name) {
        return evidence.of(List.of(EvidenceDocument.subject(session, person)))
                .compose(found -> {
                    Future<Void> chain = Future.succeededFuture();
                    for (EvidenceStore.Kept kept : found) {
                        Evidence one = kept.evidence();
                        if (one.kind() != Evidence.Kind.MERGE
                                || !person.equals(one.detail().person())) continue;
                        chain = chain.compose(done -> forgetWalkIn(session, one, name));
                    }
                    return chain;
                })
                .compose(done -> store.silence(session, person, name));
    }

    /** A merge that was taken back says nothing of the person: who was written down at the door is somebody else. */
    private Future<Void> forgetWalkIn(String session, Evidence merge, String name) {
        return evidence.of(List.of(EvidenceDocument.subject(session, merge.subject())))
                .compose(all -> {
                    boolean undone = all.stream().anyMatch(each -> merge.id()
                            .equals(each.evidence().detail().undoes()));
                    if (undone) return Future.succeededFuture();
                    return store.silence(session, merge.subject(), name)
                            .compose(done -> store.unname(session, merge.subject()));
                });
    }
}
