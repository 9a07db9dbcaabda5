package vn.diemcau.report;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diemcau.attendance.Attendances;
import vn.diemcau.material.HandedIn;
import vn.diemcau.people.People;
import vn.diemcau.people.Unit;
import vn.diemcau.people.UnitTree;
import vn.diemcau.schedule.Programme;
import vn.diemcau.schedule.Schedule;

/** Use case: how many reports (thu hoạch) the people of each unit below one have handed in, each person's once a programme. */
final class ReadReflections {
    private static final int AT_ONCE = 5_000;

    private final HandedIn handedIn;
    private final Schedule schedule;
    private final People people;
    private final Attendances attendances;

    ReadReflections(HandedIn handedIn, Schedule schedule, People people, Attendances attendances) {
        this.handedIn = handedIn;
        this.schedule = schedule;
        this.people = people;
        this.attendances = attendances;
    }

    /** Who of a programme has. */
    Future<Set<String>> of(Programme programme) {
        return handedIn.of(programme.id());
    }

    /** Of a programme by the unit right below its holder that the person was counted in, as {@link ProgrammeFigures} names it. */
    Future<Reflections> of(Programme programme, List<SessionFigures> held) {
        return handedIn.of(programme.id()).compose(persons -> {
            Map<String, String> units = new HashMap<>();
            Future<Void> chain = Future.succeededFuture();
            for (SessionFigures one : held) {
                chain = chain.compose(done -> attendances.each(one.session().id(), record -> {
                    if (!persons.contains(record.person())) return;
                    record.paths().stream()
                            .filter(path -> path.startsWith("party:"))
                            .findFirst()
                            .ifPresent(path -> units.put(
                                    record.person(),
                                    ProgrammeFigures.below(programme.unitPath(), path.substring("party:".length()))));
                }));
            }
            return chain.map(done -> {
                Reflections sums = new Reflections(persons.size(), new HashMap<>());
                units.values().forEach(unit -> sums.byUnit().merge(unit, 1, Integer::sum));
                return sums;
            });
        });
    }

    /** Over a period by the child that the person belonged to on its last day; of one kind of programme or one campaign if asked. */
    Future<@Nullable Reflections> within(UnitTree tree, Unit unit, Ask ask) {
        if (ask.group() != null) return Future.succeededFuture(null);
        Period period = ask.period();
        String root = tree.lastPath(unit.id(), period.to()).orElse("/");
        return handedIn.between(period.start(), period.end()).compose(all -> {
            Set<String> programmes = new LinkedHashSet<>();
            all.forEach(one -> programmes.add(one.programme()));
            return wanted(List.copyOf(programmes), ask, new HashSet<>()).compose(wanted -> {
                List<String> persons = all.stream()
                        .filter(one -> wanted.contains(one.programme()))
                        .map(HandedIn.One::person)
                        .toList();
                Map<String, String> units = new HashMap<>();
                return homes(persons.stream().distinct().toList(), period, units)
                        .map(done -> {
                            Reflections sums = new Reflections(0, new HashMap<>());
                            int total = 0;
                            for (String person : persons) {
                                String home = units.get(person);
                                String path = home == null
                                        ? ""
                                        : tree.lastPath(home, period.to()).orElse("");
                                if (!path.startsWith(root)) continue;
                                total++;
                                sums.byUnit().merge(ProgrammeFigures.below(root, path), 1, Integer::sum);
                            }
                            return new Reflections(total, sums.byUnit());
                        });
            });
        });
    }

    private Future<Set<String>> wanted(List<String> left, Ask ask, Set<String> wanted) {
        if (left.isEmpty()) return Future.succeededFuture(wanted);
        return schedule.programme(left.get(0)).compose(found -> {
            Optional<Programme> fits = found.filter(one -> !one.rehearsal())
                    .filter(one -> ask.kind() == null || one.kind() == ask.kind())
                    .filter(one -> ask.campaign() == null || ask.campaign().equals(one.campaign()));
            fits.ifPresent(one -> wanted.add(one.id()));
            return wanted(left.subList(1, left.size()), ask, wanted);
        });
    }

    private Future<Void> homes(List<String> left, Period period, Map<String, String> units) {
        if (left.isEmpty()) return Future.succeededFuture();
        List<String> some = left.subList(0, Math.min(AT_ONCE, left.size()));
        return people.unitsOn(some, period.to()).compose(found -> {
            units.putAll(found);
            return homes(left.subList(some.size(), left.size()), period, units);
        });
    }
}
