package vn.diemcau.report;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diemcau.http.Input;
import vn.diemcau.problem.Problem;
import vn.diemcau.schedule.ProgrammeKind;

/**
 * What a report is asked for, read from the query.
 *
 * @param tree the day whose tree figures are restated to, or null for units as organised then
 * @param monthly the trend by months, whatever the period
 * @param campaign only the sessions of this campaign, or null
 * @param group only the people of this group, or null
 */
record Ask(
        Period period,
        @Nullable ProgrammeKind kind,
        @Nullable LocalDate tree,
        boolean monthly,
        @Nullable String campaign,
        @Nullable String group) {
    /** Units as they were, or as they are. */
    enum Organised {
        THEN,
        TODAY
    }

    /** What a trend is drawn by. */
    enum By {
        PERIOD,
        MONTH
    }

    private static final int LONGEST_MONTHS = 60;

    /** The first month that is read: of the period, the year before and the trend. */
    YearMonth oldest() {
        LocalDate first = period.yearBefore().from();
        for (Period point : points()) if (point.from().isBefore(first)) first = point.from();
        return YearMonth.from(first);
    }

    /** What the trend is drawn from, oldest first. */
    List<Period> points() {
        return monthly ? period.months() : period.trend();
    }

    /** Whole months from … to; without them the quarter that today lies in. */
    static Ask of(Input in, InstantSource clock) {
        Period quarter = Period.quarter(LocalDate.ofInstant(clock.instant(), Period.ZONE));
        LocalDate from = in.queryDate("from", quarter.from());
        LocalDate to = in.queryDate("to", quarter.to());
        if (from.getDayOfMonth() != 1)
            throw Problem.invalid("from", "not_a_month", "Must be the first day of a month.");
        if (!to.equals(YearMonth.from(to).atEndOfMonth())) {
            throw Problem.invalid("to", "not_a_month", "Must be the last day of a month.");
        }
        if (to.isBefore(from)) throw Problem.invalid("to", "before_start", "Must not lie before from.");
        if (from.plusMonths(LONGEST_MONTHS).isBefore(to)) {
            throw Problem.invalid("to", "out_of_range", "At most " + LONGEST_MONTHS + " months.");
        }
        Organised organised = choice(in, "tree", Organised.class).orElse(Organised.THEN);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Period.ZONE);
        String campaign = id(in, "campaign");
        String group = id(in, "group");
        if (campaign != null && group != null) {
            throw Problem.invalid("group", "one_of_both", "A campaign or a group, not both.");
        }
        return new Ask(
                new Period(from, to),
                choice(in, "kind", ProgrammeKind.class).orElse(null),
                organised == Organised.TODAY ? today : null,
                choice(in, "trend", By.class).orElse(By.PERIOD) == By.MONTH,
                campaign,
                group);
    }

    private static @Nullable String id(Input in, String name) {
        String id = in.query(name).orElse(null);
        if (id != null && !id.matches("[A-Za-z0-9_-]{1,64}")) {
            throw Problem.invalid(name, "malformed", "At most 64 letters, digits and hyphens.");
        }
        return id;
    }

    /** Any days from … to, for lists of sessions; without them the quarter that today lies in. */
    static Period days(Input in, InstantSource clock) {
        Period quarter = Period.quarter(LocalDate.ofInstant(clock.instant(), Period.ZONE));
        LocalDate from = in.queryDate("from", quarter.from());
        LocalDate to = in.queryDate("to", quarter.to());
        if (to.isBefore(from)) throw Problem.invalid("to", "before_start", "Must not lie before from.");
        if (from.plusMonths(LONGEST_MONTHS).isBefore(to)) {
            throw Problem.invalid("to", "out_of_range", "At most " + LONGEST_MONTHS + " months.");
        }
        return new Period(from, to);
    }

    static <E extends Enum<E>> Optional<E> choice(Input in, String name, Class<E> type) {
        return in.query(name).map(value -> {
            for (E constant : type.getEnumConstants()) {
                if (constant.name().toLowerCase(Locale.ROOT).equals(value)) return constant;
            }
            throw Problem.invalid(name, "not_a_choice", "Not one of the known values.");
        });
    }
}
