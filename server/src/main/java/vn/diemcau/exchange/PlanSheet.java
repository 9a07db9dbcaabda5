package vn.diemcau.exchange;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.diemcau.attendance.Attendance;
import vn.diemcau.attendance.Attendances;
import vn.diemcau.attendance.Flag;
import vn.diemcau.attendance.Outcome;
import vn.diemcau.attendance.PresenceMode;
import vn.diemcau.attendance.SheetIntake.Mark;
import vn.diemcau.attendance.Standing;
import vn.diemcau.enrolment.Required;
import vn.diemcau.exchange.SheetLine.Fault;
import vn.diemcau.exchange.SheetPlan.Candidate;
import vn.diemcau.exchange.SheetPlan.Question;
import vn.diemcau.people.Names;
import vn.diemcau.people.People;
import vn.diemcau.people.Person;
import vn.diemcau.schedule.Session;
import vn.diemcau.schedule.Site;

/**
 * Use case: what the rows of a file would write about a session, against its list and what is known already. A card is somebody; a name
 * alone is a question; what contradicts what is known is a question.
 */
final class PlanSheet {
    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final int AT_ONCE = 2_000;
    private static final int MOST_CANDIDATES = 5;
    private static final Pattern YEAR = Pattern.compile("(?:^|\\D)(\\d{4})(?:\\D|$)");

    private final Attendances attendances;
    private final People people;

    PlanSheet(Attendances attendances, People people) {
        this.attendances = attendances;
        this.people = people;
    }

    /** Somebody on the list. */
    private record Listed(
            Attendance one, String folded, @Nullable String card) {}

    /** The list, by card and by name. */
    private static final class Roll {
        private final Map<String, Listed> byCard = new HashMap<>();
        private final Map<String, List<Listed>> byName = new HashMap<>();

        void add(Attendance one, @Nullable Person person) {
            String card = person == null ? null : person.card();
            Listed listed = new Listed(one, Names.fold(one.name()), card == null || card.isEmpty() ? null : card);
            if (listed.card != null) byCard.put(listed.card, listed);
            byName.computeIfAbsent(listed.folded, key -> new ArrayList<>()).add(listed);
        }
    }

    Future<SheetPlan> handle(Session session, List<SheetLine> lines) {
        Roll roll = new Roll();
        return attendances
                .eachSome(session.id(), AT_ONCE, some -> people.persons(
                                some.stream().map(Attendance::person).toList())
                        .map(found -> {
                            Map<String, Person> byId = new HashMap<>();
                            found.forEach(person -> byId.put(person.id(), person));
                            some.forEach(one -> roll.add(one, byId.get(one.person())));
                            return null;
                        }))
                .map(done -> new Planned(session, roll).all(lines));
    }

    /** What a row comes to for one person: something to write, perhaps only if somebody says so, or nothing. */
    private record Verdict(@Nullable Mark mark, Question.@Nullable Kind ask, boolean absent) {
        static final Verdict NOTHING = new Verdict(null, null, false);
    }

    /** A plan while it is made. */
    private static final class Planned {
        private final Session session;
        private final Roll roll;
        private final List<SheetPlan.Write> writes = new ArrayList<>();
        private final List<Question> questions = new ArrayList<>();
        private final List<SheetLine> refused = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private int unchanged;
        private int absent;

        Planned(Session session, Roll roll) {
            this.session = session;
            this.roll = roll;
        }

        SheetPlan all(List<SheetLine> lines) {
            lines.forEach(this::one);
            return new SheetPlan(lines.size(), writes, unchanged, absent, questions, refused);
        }

        private void one(SheetLine line) {
            if (line.fault() != null) {
                refused.add(line);
                return;
            }
            LocalDate day = line.day();
            if (day != null && !day.equals(LocalDate.ofInstant(session.startsAt(), ZONE))) {
                refused.add(line.refused(Fault.OTHER_DAY, day.toString()));
                return;
            }
            Listed sure = line.card() == null ? null : roll.byCard.get(line.card());
            if (sure != null && sure.folded.equals(Names.fold(line.name()))) sure(line, sure.one);
            else if (sure != null) ask(line, Question.Kind.CARD_OF_ANOTHER, List.of(sure));
            else ask(line, Question.Kind.NAME_ONLY, named(line));
        }

        /** Of this name, and of this birth year where both are known; with a card only those who have none here. */
        private List<Listed> named(SheetLine line) {
            Matcher year = YEAR.matcher(line.birth());
            Integer born = year.find() ? Integer.valueOf(year.group(1)) : null;
            return roll.byName.getOrDefault(Names.fold(line.name()), List.of()).stream()
                    .filter(each -> line.card() == null || each.card == null)
                    .filter(each -> born == null || each.one.birthYear() == null || born.equals(each.one.birthYear()))
                    .sorted(Comparator.comparing(each -> each.one.person()))
                    .limit(MOST_CANDIDATES)
                    .toList();
        }

        private void sure(SheetLine line, Attendance one) {
            if (!seen.add(one.person())) {
                refused.add(line.refused(Fault.REPEATED, one.name()));
                return;
            }
            Verdict verdict = verdict(line, one);
            Mark mark = verdict.mark;
            if (verdict.absent) absent++;
            else if (mark == null) unchanged++;
            else if (verdict.ask == null) writes.add(new SheetPlan.Write(line, one.name(), mark));
            else
                questions.add(new Question(
                        verdict.ask,
                        line,
                        one.outcome().standing().wire(),
                        List.of(new Candidate(one.person(), one.name(), one.birthYear(), one.unitName(), mark))));
        }

        private void ask(SheetLine line, Question.Kind kind, List<Listed> may) {
            if (may.isEmpty()) {
                refused.add(line.refused(Fault.NOT_ON_THE_LIST, line.name()));
                return;
            }
            List<Candidate> candidates = new ArrayList<>();
            for (Listed each : may) {
                Mark mark = verdict(line, each.one).mark;
                if (mark == null) continue;
                candidates.add(new Candidate(
                        each.one.person(), each.one.name(), each.one.birthYear(), each.one.unitName(), mark));
            }
            if (candidates.isEmpty()) unchanged++;
            else questions.add(new Question(kind, line, null, candidates));
        }

        private Verdict verdict(SheetLine line, Attendance one) {
            Standing said = line.standing();
            Outcome now = one.outcome();
            if (said == null || said == now.standing() || said == Standing.UNDETERMINED) return Verdict.NOTHING;
            if (one.entry() != Required.Standing.REQUIRED) {
                return said == Standing.PRESENT
                        ? new Verdict(mark(line, one, said, false), null, false)
                        : Verdict.NOTHING;
            }
            boolean known = now.flags().contains(Flag.CORRECTED)
                    || switch (now.standing()) {
                        case PRESENT, SUBSTITUTED, EXCUSED -> true;
                        case UNEXCUSED, UNDETERMINED -> false;
                    };
            if (known) return new Verdict(mark(line, one, said, true), Question.Kind.OTHERWISE_KNOWN, false);
            return switch (said) {
                case PRESENT, EXCUSED -> new Verdict(mark(line, one, said, false), null, false);
                case SUBSTITUTED -> new Verdict(mark(line, one, said, true), Question.Kind.SUBSTITUTE_UNNAMED, false);
                case UNEXCUSED -> new Verdict(null, null, true);
                case UNDETERMINED -> Verdict.NOTHING;
            };
        }

        private Mark mark(SheetLine line, Attendance one, Standing said, boolean decided) {
            boolean present = said == Standing.PRESENT;
            Instant arrived = present ? at(line.arrived()) : null;
            Instant left = present ? at(line.left()) : null;
            if (left != null && arrived != null && left.isBefore(arrived)) left = left.plus(A_DAY);
            return new Mark(
                    one.person(),
                    said,
                    present ? site(one, line.mode()) : null,
                    arrived,
                    left,
                    line.reason().isEmpty() ? null : line.reason(),
                    decided);
        }

        /** A time of the session's day, or of the night after it. */
        private @Nullable Instant at(@Nullable LocalTime time) {
            if (time == null) return null;
            Instant at = LocalDate.ofInstant(session.startsAt(), ZONE)
                    .atTime(time)
                    .atZone(ZONE)
                    .toInstant();
            return at.isBefore(session.startsAt().minus(A_DAY.dividedBy(2))) ? at.plus(A_DAY) : at;
        }

        /** The site expected, or where it is of another kind than the file says the first of that kind; null for remote. */
        private @Nullable String site(Attendance one, @Nullable PresenceMode mode) {
            if (mode == PresenceMode.REMOTE || session.sites().isEmpty()) return null;
            Site expected = one.site() == null ? null : session.site(one.site()).orElse(null);
            if (expected != null && (mode == null || mode(expected) == mode)) return expected.id();
            for (Site site : session.sites()) if (mode == null || mode(site) == mode) return site.id();
            return expected != null ? expected.id() : session.sites().get(0).id();
        }

        private static PresenceMode mode(Site site) {
            return switch (site.kind()) {
                case MAIN -> PresenceMode.MAIN_HALL;
                case LINKED -> PresenceMode.LINKED;
                case BROADCAST -> PresenceMode.BROADCAST;
            };
        }
    }
}
