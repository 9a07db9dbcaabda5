package vn.diemcau.letterhead;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.LocalDate;
import vn.diemcau.audit.Audit;
import vn.diemcau.http.Api;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.paper.Letterhead;
import vn.diemcau.people.People;

/** Letterheads: what offices keep, and what the tree says where they keep nothing. */
public final class LetterheadFeature {
    private final LetterheadStore store;
    private final People people;
    private final LetterheadRoutes routes;

    public LetterheadFeature(Mongo mongo, People people, Audit audit, InstantSource clock) {
        this.store = new LetterheadStore(mongo);
        this.people = people;
        this.routes = new LetterheadRoutes(store, people, audit, clock);
    }

    public void mount(Api api) {
        routes.mount(api);
    }

    public Letterheads letterheads() {
        return this::of;
    }

    private Future<Letterhead> of(String unit, LocalDate on) {
        return store.find(unit)
                .compose(kept -> kept.isPresent()
                        ? Future.succeededFuture(kept.get().letterhead())
                        : people.tree().map(tree -> Letterheads.byTree(tree, unit, on)));
    }
}
