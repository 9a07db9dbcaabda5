package vn.diemcau.people;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.diemcau.audit.Audit;
import vn.diemcau.http.Api;
import vn.diemcau.http.Live;
import vn.diemcau.mongo.Holding;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/** Units and people, put together: what Platform makes of this feature. */
public final class Directory {
    private static final Logger LOG = LoggerFactory.getLogger(Directory.class);
    private static final long DUE_MILLIS = 60_000;

    private final StoredPeople people;
    private final Imports imports;
    private final UnitRoutes unitRoutes;
    private final PeopleRoutes peopleRoutes;
    private final RosterRoutes rosterRoutes;
    private final ImportRoutes importRoutes;
    private final ReorganisationRoutes reorganisationRoutes;
    private final ApplyReorganisation apply;
    private final List<Affected> affected = new ArrayList<>();
    private final Vertx vertx;

    /** @param data the directory that holds everything this installation knows; uploaded files lie in it until they are written */
    public Directory(Vertx vertx, Mongo mongo, Audit audit, Live live, InstantSource clock, Path data) {
        this.vertx = vertx;
        PersonStore persons = new PersonStore(mongo);
        UnitStore units = new UnitStore(mongo);
        people = new StoredPeople(persons, units, clock);
        imports = new Imports(
                vertx,
                new ImportStore(mongo),
                persons,
                units,
                people,
                new ImportFiles(data),
                audit,
                clock,
                id -> live.nudge(ImportRoutes.topic(id)));
        unitRoutes = new UnitRoutes(units, people, new CorrectUnits(units, people, audit));
        peopleRoutes =
                new PeopleRoutes(persons, people, new ListPeople(persons), new CorrectPeople(persons, people, audit));
        importRoutes = new ImportRoutes(imports, live);
        rosterRoutes = new RosterRoutes(vertx, people, audit);
        ReorganisationStore reorganisations = new ReorganisationStore(mongo);
        PlanReorganisation plan = new PlanReorganisation(reorganisations, persons, people, affected, audit, clock);
        apply = new ApplyReorganisation(reorganisations, plan, units, persons, people, affected, audit, clock);
        reorganisationRoutes = new ReorganisationRoutes(plan, apply, people);
    }

    /** What is held about people here. */
    public static List<Holding> holdings() {
        return List.of(Holding.blanked(
                "persons",
                "_id",
                "name",
                "sortKey",
                "folded",
                "words",
                "sex",
                "birth",
                "card",
                "cardTyped",
                "phone",
                "phoneTyped",
                "category",
                "joined",
                "posts",
                "rowKeys"));
    }

    /** The indexes of its collections. */
    public static List<Index> indexes() {
        List<Index> indexes = new ArrayList<>();
        indexes.addAll(PersonStore.INDEXES);
        indexes.addAll(UnitStore.INDEXES);
        indexes.addAll(ImportStore.INDEXES);
        indexes.addAll(ReorganisationStore.INDEXES);
        return indexes;
    }

    public People people() {
        return people;
    }

    public void mount(Api api) {
        unitRoutes.mount(api);
        peopleRoutes.mount(api);
        rosterRoutes.mount(api);
        importRoutes.mount(api);
        reorganisationRoutes.mount(api);
    }

    /** Whoever must follow when the organisation changes; before {@link #start}, in the order of the flow. */
    public void whenReorganised(Affected one) {
        affected.add(one);
    }

    /** Begins the periodic work: reorganisations are applied on their day. */
    public void start() {
        due();
        vertx.setPeriodic(DUE_MILLIS, timer -> due());
    }

    private void due() {
        apply.due().onFailure(failure -> LOG.warn("reorganisations were not looked at: {}", failure.toString()));
    }

    /**
     * Takes in files of this machine in one go, as the import page does, on behalf of {@code by}; a row that would need a decision is
     * left out. Answers what became of each file's rows, shaped as the contract's Import.
     */
    public Future<JsonObject> takeIn(List<Path> files, String by) {
        return imports.takeIn(files, by).map(Import::json);
    }

    /** Makes whole what a stop in the middle of an import left behind. */
    public Future<Void> recover() {
        return imports.recover();
    }
}
