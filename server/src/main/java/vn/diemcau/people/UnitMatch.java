package vn.diemcau.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the unit a text means: by code, or by its name with or without its parent's, in whatever case and tone placement. Never guesses. */
final class UnitMatch {
    private static final int MOST_CANDIDATES = 8;
    private static final int MOST_REMEMBERED = 20_000;

    /**
     * What a text means.
     *
     * @param unit null when it is not clear
     * @param spelled whether the text spells the name otherwise than the directory
     * @param candidates when it is not clear, units that may be meant, likeliest first
     */
    record Match(@Nullable Unit unit, boolean spelled, List<Unit> candidates) {}

    private final UnitTree tree;
    private final LocalDate today;
    private final Map<String, Unit> byCode = new HashMap<>();
    private final Map<String, List<Unit>> byExact = new HashMap<>();
    private final Map<String, List<Unit>> byFolded = new HashMap<>();
    private final Set<String> spellings = new HashSet<>();
    private final Map<String, Match> remembered = new HashMap<>();

    UnitMatch(UnitTree tree, LocalDate today) {
        this.tree = tree;
        this.today = today;
        for (Unit unit : tree.all()) {
            byCode.put(unit.id().toUpperCase(Locale.ROOT), unit);
            if (!unit.exists(today)) continue;
            add(unit.name(), unit);
            parent(unit).ifPresent(parent -> add(unit.name() + " " + parent.name(), unit));
        }
    }

    private void add(String name, Unit unit) {
        byExact.computeIfAbsent(Names.exact(name), key -> new ArrayList<>()).add(unit);
        byFolded.computeIfAbsent(folded(name), key -> new ArrayList<>()).add(unit);
        spellings.add(loose(name));
    }

    private Optional<Unit> parent(Unit unit) {
        return unit.placements().stream()
                .filter(placement -> placement.on(today))
                .findFirst()
                .map(Unit.Placement::parent)
                .flatMap(tree::unit);
    }

    /** The unit with this code, of today or before. */
    Optional<Unit> byCode(String code) {
        return Optional.ofNullable(byCode.get(code.toUpperCase(Locale.ROOT)));
    }

    Match match(String text) {
        Match known = remembered.get(text);
        if (known != null) return known;
        Match match = find(text);
        if (remembered.size() < MOST_REMEMBERED) remembered.put(text, match);
        return match;
    }

    private Match find(String text) {
        Unit coded = byCode.get(text.toUpperCase(Locale.ROOT));
        if (coded != null) return new Match(coded, false, List.of());
        List<Unit> exact = byExact.getOrDefault(Names.exact(text), List.of());
        if (exact.size() == 1) return new Match(exact.get(0), !spellings.contains(loose(text)), List.of());
        if (exact.size() > 1) return new Match(null, false, first(exact));
        List<Unit> folded = byFolded.getOrDefault(folded(text), List.of());
        if (folded.size() == 1) return new Match(folded.get(0), true, List.of());
        if (folded.size() > 1) return new Match(null, false, first(folded));
        return new Match(null, false, nearest(text));
    }

    private static List<Unit> first(List<Unit> units) {
        return units.stream().limit(MOST_CANDIDATES).toList();
    }

    /** Units that share most words with the text, if they share at least half of them. */
    private List<Unit> nearest(String text) {
        Set<String> words = new HashSet<>(Names.words(text));
        words.removeAll(Set.of("chi", "bo", "dang", "xa", "phuong"));
        if (words.isEmpty()) return List.of();
        record Near(Unit unit, int shared, int own) {}
        return tree.all().stream()
                .filter(unit -> unit.exists(today))
                .map(unit -> {
                    Set<String> own = new HashSet<>(Names.words(tree.fullName(unit.id(), today)));
                    int shared = (int) words.stream().filter(own::contains).count();
                    return new Near(unit, shared, own.size());
                })
                .filter(near -> near.shared() * 2 > words.size())
                .sorted(Comparator.comparing((Near near) -> -near.shared())
                        .thenComparing(Near::own)
                        .thenComparing(near -> near.unit().sortKey()))
                .limit(MOST_CANDIDATES)
                .map(Near::unit)
                .toList();
    }

    private static String folded(String text) {
        return String.join(" ", Names.words(text));
    }

    /** The text as typed but for punctuation and spaces. */
    private static String loose(String text) {
        return Names.tidy(text).replaceAll("[^\\p{L}\\p{M}\\p{Nd}]+", " ").strip();
    }
}
