package vn.diemcau.people;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/** Units and people, put together: what Platform makes of this feature. */
public final class Directory {
    private final StoredPeople people;

    public Directory(Mongo mongo, InstantSource clock) {
        PersonStore persons = new PersonStore(mongo);
        UnitStore units = new UnitStore(mongo);
        this.people = new StoredPeople(persons, units, clock);
    }

    /** The indexes of its collections. */
    public static List<Index> indexes() {
        List<Index> indexes = new ArrayList<>();
        indexes.addAll(PersonStore.INDEXES);
        indexes.addAll(UnitStore.INDEXES);
        return indexes;
    }

    public People people() {
        return people;
    }
}
