package vn.diemcau.schedule;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.diemcau.people.Unit;

/** Use case: keep entries of the site directory, one or a table of them; the same again changes nothing. */
final class KeepPlaces {
    /** What became of an entry. */
    enum Result {
        ADDED,
        CHANGED,
        UNCHANGED
    }

    /**
     * A row of a table beside what the directory holds.
     *
     * @param existing the entry of the same unit and name, or empty
     * @param same whether that entry says the same already
     */
    record Preview(PlaceTable.Entry entry, Optional<Place> existing, boolean same) {}

    private final PlaceStore places;

    KeepPlaces(PlaceStore places) {
        this.places = places;
    }

    /** Adds the entry, or writes it over the one with its id. Fails with CONFLICT changed_meanwhile. */
    Future<Result> keep(Place wish) {
        return places.get(wish.id()).compose(found -> {
            if (found.isEmpty()) {
                return places.add(wish).map(added -> added ? Result.ADDED : Result.UNCHANGED);
            }
            if (same(found.get(), wish)) return Future.succeededFuture(Result.UNCHANGED);
            Place over = new Place(
                    wish.id(),
                    wish.name(),
                    wish.address(),
                    wish.seats(),
                    wish.contactName(),
                    wish.contactPhone(),
                    wish.unit(),
                    wish.unitPath(),
                    wish.folded(),
                    found.get().rev());
            return places.replace(over).map(written -> {
                if (!written) throw ChangeSession.changedMeanwhile();
                return Result.CHANGED;
            });
        });
    }

    /** All of them, one after the other. */
    Future<List<Result>> keep(List<Place> wishes) {
        Future<List<Result>> chain = Future.succeededFuture(new ArrayList<>());
        for (Place wish : wishes) {
            chain = chain.compose(results -> keep(wish).map(result -> {
                results.add(result);
                return results;
            }));
        }
        return chain;
    }

    /** What the rows would do; nothing is written. */
    Future<List<Preview>> preview(List<PlaceTable.Entry> entries) {
        Set<String> units = new HashSet<>();
        for (PlaceTable.Entry entry : entries) {
            if (entry.unit() != null) units.add(entry.unit());
        }
        if (units.isEmpty()) return Future.succeededFuture(beside(entries, List.of()));
        return places.ofUnits(units).map(there -> beside(entries, there));
    }

    private static List<Preview> beside(List<PlaceTable.Entry> entries, List<Place> there) {
        Map<String, Place> byName = new HashMap<>();
        for (Place place : there) byName.putIfAbsent(place.unit() + " " + Folded.of(place.name()), place);
        return entries.stream()
                .map(entry -> {
                    Optional<Place> existing =
                            Optional.ofNullable(byName.get(entry.unit() + " " + Folded.of(entry.name())));
                    boolean same = existing.filter(place -> place.name().equals(entry.name())
                                    && place.seats() == entry.seats()
                                    && java.util.Objects.equals(place.address(), entry.address())
                                    && java.util.Objects.equals(place.contactName(), entry.contactName())
                                    && java.util.Objects.equals(place.contactPhone(), entry.contactPhone()))
                            .isPresent();
                    return new Preview(entry, existing, same);
                })
                .toList();
    }

    private static boolean same(Place one, Place other) {
        return one.name().equals(other.name())
                && one.seats() == other.seats()
                && one.unit().equals(other.unit())
                && java.util.Objects.equals(one.address(), other.address())
                && java.util.Objects.equals(one.contactName(), other.contactName())
                && java.util.Objects.equals(one.contactPhone(), other.contactPhone());
    }

    /** Ids and names by which rows may call the units: the name, and for organisations the place it is named after. */
    static Map<String, List<String>> names(List<Unit> units) {
        Map<String, List<String>> names = new HashMap<>();
        for (Unit unit : units) {
            String bare = unit.name().replaceFirst("^(Đảng bộ|Đảng ủy|Đảng uỷ) ", "");
            String shortest = bare.replaceFirst("^(xã|phường|Xã|Phường) ", "");
            names.put(unit.id(), List.of(unit.name(), bare, shortest));
        }
        return names;
    }
}
