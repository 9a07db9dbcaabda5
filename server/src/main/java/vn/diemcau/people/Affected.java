package vn.diemcau.people;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whoever holds things by units and must follow when the organisation changes; Platform connects them. */
public interface Affected {
    /** What this reorganisation would touch here, if it were applied; writes nothing. */
    Future<List<Touch>> touches(Reach reach);

    /** Told once the units and people are changed; completes when what is held here follows. May be told the same twice. */
    Future<Void> applied(Reach reach);

    /**
     * How far a reorganisation reaches.
     *
     * @param paths the units that end or get another place, with the path each had on the day before, such as {@code /T19/T19-05443/}
     * @param ended those of them that end
     * @param heirs for each that ends, what follows it
     * @param rightsFollow whether rights over units that end pass to what follows
     */
    record Reach(
            LocalDate date,
            Map<String, String> paths,
            Set<String> ended,
            Map<String, List<String>> heirs,
            boolean rightsFollow) {
        public Reach {
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

        /** The paths that do not lie within another of them. */
        public List<String> tops() {
            return paths.values().stream()
                    .filter(path -> paths.values().stream().noneMatch(top -> !top.equals(path) && path.startsWith(top)))
                    .sorted()
                    .toList();
        }
    }

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
        SESSION,
        LIST,
        ACCOUNT
    }

    /** What becomes of them. */
    enum Effect {
        /** It goes over to what follows. */
        FOLLOWS,
        /** It keeps to its unit, wherever that stands. */
        STAYS,
        /** It ends with the unit; what was before stays readable. */
        ENDS,
        /** Several units follow, so that somebody must say which. */
        OPEN
    }
}
