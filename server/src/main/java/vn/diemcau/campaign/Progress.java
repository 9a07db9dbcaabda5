package vn.diemcau.campaign;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How far a campaign has come, by the paths of the units as they stand today: members, who of them took part at least once, turns, and
 * sessions held, each counted for what it is. Visitors and guests are beside.
 */
final class Progress {
    /**
     * One unit's part. Persons are counted once however often they came; a unit below that held a session of its own, or whose people
     * met at a joint one, has held one.
     *
     * @param collectives the units without units below
     * @param reached those of them that reached the target, or for self-reviews held a meeting
     */
    record Part(
            int members,
            int persons,
            int turnsRequired,
            int turnsPresent,
            int others,
            int held,
            int collectives,
            int reached) {
        /** Whether persons / members ≥ target / 100, in integers; without members nothing is reached. */
        boolean atLeast(int target) {
            return members > 0 && (long) persons * 100 >= (long) target * members;
        }
    }

    private static final class Leaf {
        int members;
        final Set<String> persons = new HashSet<>();
        int turnsRequired;
        int turnsPresent;
        int others;
        final Set<String> held = new HashSet<>();
        boolean collective;
    }

    private final Campaign.Kind kind;
    private final int target;
    private final Map<String, Leaf> leaves = new HashMap<>();

    Progress(Campaign.Kind kind, int target) {
        this.kind = kind;
        this.target = target;
    }

    private Leaf at(String path) {
        return leaves.computeIfAbsent(path, key -> new Leaf());
    }

    /** A unit without units below. */
    void collective(String path) {
        at(path).collective = true;
    }

    void member(String path) {
        at(path).members++;
    }

    void required(String path, String person, boolean present) {
        Leaf leaf = at(path);
        leaf.turnsRequired++;
        if (!present) return;
        leaf.turnsPresent++;
        leaf.persons.add(person);
    }

    void other(String path) {
        at(path).others++;
    }

    void held(String path, String session) {
        at(path).held.add(session);
    }

    /** The sum over the unit and everything below it. */
    Part of(String path) {
        return of(List.of(path));
    }

    /** The sum over units of which none lies within another, and everything below them. */
    Part of(Collection<String> paths) {
        int members = 0;
        int turnsRequired = 0;
        int turnsPresent = 0;
        int others = 0;
        int collectives = 0;
        int reached = 0;
        Set<String> persons = new HashSet<>();
        Set<String> held = new HashSet<>();
        for (Map.Entry<String, Leaf> entry : leaves.entrySet()) {
            if (paths.stream().noneMatch(entry.getKey()::startsWith)) continue;
            Leaf leaf = entry.getValue();
            members += leaf.members;
            turnsRequired += leaf.turnsRequired;
            turnsPresent += leaf.turnsPresent;
            others += leaf.others;
            persons.addAll(leaf.persons);
            held.addAll(leaf.held);
            if (!leaf.collective) continue;
            collectives++;
            if (hasReached(leaf)) reached++;
        }
        return new Part(
                members, persons.size(), turnsRequired, turnsPresent, others, held.size(), collectives, reached);
    }

    private boolean hasReached(Leaf leaf) {
        return switch (kind) {
            case SELF_REVIEW -> !leaf.held.isEmpty();
            case RESOLUTION_STUDY, VISITS, OTHER ->
                leaf.members > 0 && (long) leaf.persons.size() * 100 >= (long) target * leaf.members;
        };
    }

    /** Of these paths, those that have not reached the target. */
    List<String> lagging(Collection<String> paths) {
        return paths.stream().filter(path -> lags(of(path))).toList();
    }

    boolean lags(Part part) {
        return switch (kind) {
            case SELF_REVIEW -> part.reached() < part.collectives();
            case RESOLUTION_STUDY, OTHER -> part.members() > 0 && !part.atLeast(target);
            case VISITS -> false;
        };
    }
}
