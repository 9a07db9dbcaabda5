package vn.diemcau.people;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whoever holds things by units and must follow when the organisation changes; Platform connects them. */
public interface Affected {
    /** What this reorganisation would touch here, if it were applied; writes nothing. */
    Future<List<Touch>> touches(Reach reach);

    /**
     * Told once the units and people are changed; completes when what is held here follows. May be told the same twice.
     *
     * @param trail is told what goes to another unit before it goes
     */
    Future<Void> applied(Reach reach, Trail trail);

    /** Where it is written down what goes over, so that it can be taken back. The same again is once. */
    interface Trail {
        Future<Void> goes(List<Followed> all);
    }

    /**
     * How far a reorganisation reaches.
     *
     * @param paths the units that end or get another place, with the path each had on the day before, such as {@code /T19/T19-05443/}
     * @param ended those of them that end
     * @param heirs for each that ends, what follows it
     * @param rightsFollow whether rights over units that end pass to what follows
     * @param undone what went over when that was applied which this takes back; empty otherwise
     */
    record Reach(
            LocalDate date,
            Map<String, String> paths,
            Set<String> ended,
            Map<String, List<String>> heirs,
            boolean rightsFollow,
            List<Followed> undone) {
        private static final int A_QUERY = 1_000;

        public Reach {
            undone = List.copyOf(undone);
            paths = Map.copyOf(paths);
            ended = Set.copyOf(ended);
            heirs = Map.copyOf(heirs);
        }

        /** What becomes of a thing that goes over with its unit. */
        public Effect effect(String unit) {
            if (!ended.contains(unit)) return Effect.STAYS;
            return switch (heirs.getOrDefault(unit, List.of()).size()) {
                case 0 -> Effect.ENDS;
                case 1 -> Effect.FOLLOWS;
                default -> Effect.OPEN;
            };
        }

        /** What of this kind went over then, by its id. */
        public Map<String, Followed> undone(What what) {
            return undone.stream()
                    .filter(one -> one.what() == what)
                    .collect(Collectors.toMap(Followed::id, one -> one, (first, second) -> second, LinkedHashMap::new));
        }

        /** The same for what hangs on the unit now and went over then; {@code was} is null when it did not. */
        public Effect effect(@Nullable Followed was, String unit) {
            if (was == null || ended.contains(unit) && !was.to().equals(unit)) return effect(unit);
            return was.to().equals(unit) ? Effect.RETURNS : Effect.CHANGED;
        }

        /**
         * Who holds from the day on what the unit held: where it came from, when that is taken back and it is still where it was put;
         * or else the one unit that stands for it. Empty when somebody must say which.
         */
        public Optional<Holder> holder(@Nullable Followed was, String unit, UnitTree tree) {
            List<String> standing = was != null
                            && was.to().equals(unit)
                            && tree.path(was.from(), date).isPresent()
                    ? List.of(was.from())
                    : tree.standing(unit, date).stream().map(Unit::id).toList();
            if (standing.size() != 1) return Optional.empty();
            String now = standing.get(0);
            return tree.path(now, date).map(path -> new Holder(now, path));
        }

        /**
         * What is kept of this kind within reach, and what is to be brought back, each once.
         *
         * @param below what is kept at a path and below it
         * @param many those of these ids
         */
        public <T> Future<List<T>> gather(
                What what,
                Function<String, Future<List<T>>> below,
                Function<List<String>, Future<List<T>>> many,
                Function<T, String> id) {
            Map<String, T> all = new LinkedHashMap<>();
            Function<List<T>, Future<Void>> keep = found -> {
                found.forEach(one -> all.put(id.apply(one), one));
                return Future.succeededFuture();
            };
            Future<Void> chain = Future.succeededFuture();
            for (String top : tops()) {
                chain = chain.compose(done -> below.apply(top)).compose(keep);
            }
            List<String> back = List.copyOf(undone(what).keySet());
            for (int at = 0; at < back.size(); at += A_QUERY) {
                List<String> part = back.subList(at, Math.min(back.size(), at + A_QUERY));
                chain = chain.compose(done -> many.apply(part)).compose(keep);
            }
            return chain.map(done -> List.copyOf(all.values()));
        }

        /** The paths that do not lie within another of them. */
        public List<String> tops() {
            return paths.values().stream()
                    .filter(path -> paths.values().stream().noneMatch(top -> !top.equals(path) && path.startsWith(top)))
                    .sorted()
                    .toList();
        }
    }

    /** Whom something belongs to from the day on. */
    record Holder(String unit, String path) {}

    /**
     * Something that is touched.
     *
     * @param unit the unit it hangs on
     * @param at when it takes place, or null
     */
    record Touch(
            What what,
            String id,
            String title,
            String unit,
            @Nullable Instant at,
            Effect effect) {}

    /** Kinds of things that hang on units. */
    enum What {
        PROGRAMME,
        SESSION,
        /** An entry of the site directory. */
        ROOM,
        LIST,
        /** People who are summoned together again and again. */
        GROUP,
        /** A request to be absent. */
        REQUEST,
        ACCOUNT,
        /** A post somebody holds. */
        POST
    }

    /** What becomes of them. */
    enum Effect {
        /** It goes over to what follows. */
        FOLLOWS,
        /** It keeps to its unit, wherever that stands. */
        STAYS,
        /** It ends with the unit; what was before stays readable. */
        ENDS,
        /** It goes back to the unit that it came from. */
        RETURNS,
        /** It came over, but was changed since, so it stays as it is until somebody decides. */
        CHANGED,
        /** Several units follow, so that somebody must say which. */
        OPEN
    }
}
