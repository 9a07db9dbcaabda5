package vn.diemcau.enrolment;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

/** Use case: tell the listeners of a list that came into force, and keep telling until all have it durably. */
final class TellList {
    private final ListStore lists;
    private final List<Enrolments.ListChanged> listeners = new ArrayList<>();

    TellList(ListStore lists) {
        this.lists = lists;
    }

    void add(Enrolments.ListChanged listener) {
        listeners.add(listener);
    }

    /** Completes when nothing is left to tell of this session. */
    Future<Void> handle(String session) {
        return lists.state(session).compose(state -> {
            Integer version = state.map(ListState::unannounced).orElse(null);
            if (version == null) return Future.succeededFuture();
            List<String> persons = new ArrayList<>();
            return lists.each(
                            session,
                            version,
                            entry -> persons.add(entry.required().person()))
                    .compose(read -> tellAll(session, version, List.copyOf(persons)))
                    .compose(told -> lists.announced(session, version));
        });
    }

    private Future<Void> tellAll(String session, int version, List<String> persons) {
        Future<Void> chain = Future.succeededFuture();
        for (Enrolments.ListChanged listener : listeners) {
            chain = chain.compose(done -> listener.changed(session, version, persons));
        }
        return chain;
    }
}
