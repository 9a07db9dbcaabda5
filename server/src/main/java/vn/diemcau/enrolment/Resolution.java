package vn.diemcau.enrolment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diemcau.people.Names;
import vn.diemcau.people.Person;
import vn.diemcau.people.Tree;
import vn.diemcau.people.UnitTree;
import vn.diemcau.schedule.Session;
import vn.diemcau.schedule.Site;
import vn.diemcau.schedule.SiteRule;

/**
 * Turns a scope into the list of one session: offered each person of the day in any order, once or more often, it keeps those whom
 * the scope finds, each once. No clock, no store.
 */
final class Resolution {
    /** Reason codes that follow from how a member stands. Other reasons are texts that a person typed. */
    static final String STATUS_EXEMPT = "status_exempt";

    static final String STATUS_SUSPENDED = "status_suspended";

    private final Session session;
    private final Scope scope;
    private final UnitTree tree;
    private final LocalDate day;
    private final SiteRule siteRule;
    private final List<Set<String>> personsOfRule = new ArrayList<>();
    private final List<Set<String>> postsOfRule = new ArrayList<>();
    private final List<List<String>> unitsOfRule = new ArrayList<>();
    private final Map<String, List<Group>> groupsOf = new HashMap<>();
    private final Map<String, Scope.Adjustment> adjustments = new HashMap<>();
    private final Map<String, Optional<String>> paths = new HashMap<>();
    private final Map<String, Entry> found = new LinkedHashMap<>();

    Resolution(Session session, Scope scope, Collection<Group> groups, UnitTree tree, LocalDate day) {
        this.session = session;
        this.scope = scope;
        this.tree = tree;
        this.day = day;
        this.siteRule = new SiteRule(session.sites().stream()
                .map(site -> site.serving(ResolveList.standing(site.units(), tree, day)))
                .toList());
        for (Scope.Rule rule : scope.rules()) {
            personsOfRule.add(new HashSet<>(rule.persons()));
            unitsOfRule.add(ResolveList.standing(rule.units(), tree, day));
            Set<String> titles = new HashSet<>();
            rule.posts().forEach(title -> titles.add(folded(title)));
            postsOfRule.add(titles);
        }
        for (Group group : groups) {
            group.persons().forEach(person -> groupsOf.computeIfAbsent(person, key -> new ArrayList<>())
                    .add(group));
        }
        scope.adjustments().forEach(adjustment -> adjustments.put(adjustment.person(), adjustment));
    }

    /** A way in which the scope finds a person; the lowest rank counts, the rest is listed. */
    private record Capacity(
            int rank, int depth, int rule, @Nullable String words, String unit, boolean invited) {
        static final Comparator<Capacity> ORDER = Comparator.comparing(Capacity::invited)
                .thenComparingInt(Capacity::rank)
                .thenComparingInt(Capacity::depth)
                .thenComparingInt(Capacity::rule);
    }

    void offer(Person person) {
        if (found.containsKey(person.id())) return;
        List<Capacity> capacities = new ArrayList<>();
        for (int i = 0; i < scope.rules().size(); i++) collect(i, person, capacities);
        if (capacities.isEmpty()) return;
        capacities.sort(Capacity.ORDER);
        Capacity first = capacities.get(0);
        List<String> rest = capacities.stream()
                .skip(1)
                .map(Capacity::words)
                .filter(words -> words != null && !words.equals(first.words()))
                .distinct()
                .toList();
        found.put(person.id(), entry(person, first, rest));
    }

    private void collect(int number, Person person, List<Capacity> into) {
        Scope.Rule rule = scope.rules().get(number);
        if (rule.from() != null && day.isBefore(rule.from())) return;
        switch (rule.kind()) {
            case PERSONS -> {
                if (personsOfRule.get(number).contains(person.id())) {
                    into.add(new Capacity(0, 0, number, rule.capacity(), person.unit(), rule.invited()));
                }
            }
            case POSTS -> {
                for (Person.Post post : person.posts()) {
                    if (!postsOfRule.get(number).contains(folded(post.title()))) continue;
                    String path = path(post.unit()).orElse("");
                    boolean inside = rule.units().isEmpty()
                            || lies(path, unitsOfRule.get(number))
                            || lies(path(person.unit()).orElse(""), unitsOfRule.get(number));
                    if (!inside) continue;
                    String words = rule.capacity() == null ? post.title() : rule.capacity();
                    into.add(new Capacity(1, path.length(), number, words, post.unit(), rule.invited()));
                }
            }
            case GROUPS -> {
                for (Group group : groupsOf.getOrDefault(person.id(), List.of())) {
                    if (!rule.groups().contains(group.id())) continue;
                    String words = rule.capacity() == null ? group.name() : rule.capacity();
                    into.add(new Capacity(2, 0, number, words, person.unit(), rule.invited()));
                }
            }
            case UNITS -> {
                boolean kind = person.member()
                        ? rule.statuses().isEmpty() || rule.statuses().contains(person.status())
                        : rule.others();
                if (kind && lies(path(person.unit()).orElse(""), unitsOfRule.get(number))) {
                    into.add(new Capacity(3, 0, number, rule.capacity(), person.unit(), rule.invited()));
                }
            }
        }
    }

    private Entry entry(Person person, Capacity capacity, List<String> others) {
        Scope.Adjustment adjustment = adjustments.get(person.id());
        Required.Standing standing = standing(person, capacity, adjustment);
        List<String> stamped = stamped(person, capacity.unit());
        Required required = new Required(
                session.id(),
                person.id(),
                0,
                standing,
                person.name(),
                person.sortKey(),
                person.folded(),
                person.birthYear().orElse(null),
                capacity.unit(),
                tree.fullName(capacity.unit(), day),
                stamped,
                capacity.words(),
                reason(person, standing, adjustment),
                site(stamped, adjustment),
                person.phone(),
                Required.Reply.NONE);
        return new Entry(required, others, receiving(stamped, capacity.unit()));
    }

    private static Required.Standing standing(Person person, Capacity capacity, Scope.@Nullable Adjustment adjustment) {
        if (!person.member()) return Required.Standing.GUEST;
        if (adjustment != null && adjustment.standing() != null) return adjustment.standing();
        return switch (person.status()) {
            case SUSPENDED -> Required.Standing.SUSPENDED;
            case EXEMPT -> capacity.invited() ? Required.Standing.INVITED : Required.Standing.EXEMPT;
            case OFFICIAL, PROBATIONARY, TEMPORARY, AWAY, NON_MEMBER ->
                capacity.invited() ? Required.Standing.INVITED : Required.Standing.REQUIRED;
        };
    }

    private static @Nullable String reason(
            Person person, Required.Standing standing, Scope.@Nullable Adjustment adjustment) {
        if (adjustment != null && adjustment.standing() == standing && adjustment.reason() != null) {
            return adjustment.reason();
        }
        return switch (standing) {
            case EXEMPT -> STATUS_EXEMPT;
            case SUSPENDED -> STATUS_SUSPENDED;
            case GUEST -> person.category();
            case REQUIRED, ON_DUTY, INVITED -> null;
        };
    }

    /** One path a tree: of the unit counted in, and, when that stands in the other tree, of where the member belongs. */
    private List<String> stamped(Person person, String counted) {
        List<String> stamped = new ArrayList<>();
        stamped.add(stamp(counted));
        if (treeOf(counted) != Tree.PARTY && treeOf(person.unit()) == Tree.PARTY) stamped.add(0, stamp(person.unit()));
        return stamped;
    }

    private String stamp(String unit) {
        return treeOf(unit).name().toLowerCase(Locale.ROOT) + ":" + path(unit).orElse("/" + unit + "/");
    }

    private Tree treeOf(String unit) {
        return tree.unit(unit).map(known -> known.tree()).orElse(Tree.PARTY);
    }

    private @Nullable String site(List<String> stamped, Scope.@Nullable Adjustment adjustment) {
        if (adjustment != null && adjustment.site() != null) return adjustment.site();
        return switch (session.mode()) {
            case REMOTE -> null;
            case IN_ROOM, HYBRID ->
                stamped.stream()
                        .map(siteRule::siteFor)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .or(this::onlySite)
                        .map(Site::id)
                        .orElse(null);
        };
    }

    /** Where there is one room, nobody needs a rule. */
    private Optional<Site> onlySite() {
        return session.sites().size() == 1 ? Optional.of(session.sites().get(0)) : Optional.empty();
    }

    /** Right below the holder on the way to the person; elsewhere the second unit of the way. */
    private String receiving(List<String> stamped, String unit) {
        for (String stamp : stamped) {
            String path = stamp.substring(stamp.indexOf('/'));
            if (path.startsWith(session.unitPath())) {
                String below = path.substring(session.unitPath().length());
                return below.isEmpty() ? session.unit() : below.substring(0, below.indexOf('/'));
            }
        }
        String[] way = stamped.get(0).substring(stamped.get(0).indexOf('/') + 1).split("/");
        return way.length > 1 ? way[1] : unit;
    }

    /** Guests of the scope and everybody found, by sort key; the order is the same whatever the order of offers. */
    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>(found.values());
        for (Scope.Guest guest : scope.guests()) entries.add(guest(guest));
        entries.sort(Comparator.comparing((Entry entry) -> entry.required().sortKey())
                .thenComparing(entry -> entry.required().person()));
        return entries;
    }

    private Entry guest(Scope.Guest guest) {
        String name = Names.tidy(guest.name());
        String from = guest.from() == null ? tree.fullName(session.unit(), day) : guest.from();
        String site = guest.site() != null
                ? guest.site()
                : session.sites().stream()
                        .filter(candidate -> candidate.kind() == Site.Kind.MAIN)
                        .findFirst()
                        .or(this::onlySite)
                        .map(Site::id)
                        .orElse(null);
        Required required = new Required(
                session.id(),
                "guest-" + guest.id(),
                0,
                Required.Standing.GUEST,
                name,
                Names.sortKey(name),
                folded(name),
                guest.birthYear(),
                session.unit(),
                from,
                List.of(stamp(session.unit())),
                null,
                null,
                site,
                null,
                Required.Reply.NONE);
        return new Entry(required, List.of(), session.unit());
    }

    private Optional<String> path(String unit) {
        return paths.computeIfAbsent(unit, key -> tree.lastPath(key, day));
    }

    private static boolean lies(String path, List<String> units) {
        for (String unit : units) {
            if (path.contains("/" + unit + "/")) return true;
        }
        return false;
    }

    /** Without marks and case, so that "Bí thư chi bộ" is found however it was typed. */
    static String folded(String text) {
        return Names.fold(text);
    }
}
