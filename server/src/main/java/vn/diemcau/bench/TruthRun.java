package vn.diemcau.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.stream.LongStream;
import vn.diemcau.attendance.Evidence;
import vn.diemcau.attendance.Outcome;
import vn.diemcau.attendance.PureReckoning;
import vn.diemcau.truth.Day;
import vn.diemcau.truth.Life;
import vn.diemcau.truth.Meeting;
import vn.diemcau.truth.Truth;

/** So many simulated lives through a reckoning, each held against the truth. */
public final class TruthRun {
    private static final int IN_EACH = 500;
    private static final int SHOWN = 10;
    private static final long BEGIN = 1_795_280_400L;

    private TruthRun() {}

    /** A life's meeting, the life, and what would be kept of it, turned into an outcome. */
    public interface Judge extends BiFunction<Life, List<Evidence>, Outcome> {}

    /**
     * What came of it.
     *
     * @param outcomes how often each standing with its flags was told
     * @param near how many truths lay within a bound of a threshold
     * @param examples of what was wrong, a few
     */
    public record Result(
            long people, Map<String, Long> outcomes, long uncertain, long near, long wrong, List<String> examples) {}

    /** The real reckoning. */
    public static Outcome reckon(Life life, List<Evidence> evidence) {
        Meeting.Room room = life.room();
        return PureReckoning.outcome(
                TruthCases.held(life.meeting()), life.person(), room == null ? null : room.id(), evidence);
    }

    public static Result run(long seed, long people, Judge judge) {
        Day day = new Day(seed, BEGIN);
        AtomicLong uncertain = new AtomicLong();
        AtomicLong near = new AtomicLong();
        AtomicLong wrong = new AtomicLong();
        Map<String, Long> outcomes = new TreeMap<>();
        List<String> examples = new ArrayList<>();
        LongStream.range(0, (people + IN_EACH - 1) / IN_EACH).parallel().forEach(number -> {
            Meeting meeting = day.meeting((int) number, number % 10 != 0);
            Map<String, Long> here = new TreeMap<>();
            for (long i = number * IN_EACH; i < Math.min(people, (number + 1) * IN_EACH); i++) {
                Life life = day.life(meeting, i);
                Truth.Told told = TruthCases.told(judge.apply(life, TruthCases.evidence(life)));
                String name = told.standing()
                        + (told.late() ? " late" : "")
                        + (told.leftEarly() ? " left early" : "")
                        + (told.madeUp() ? " made up" : "");
                here.merge(name, 1L, Long::sum);
                if (told.uncertain()) uncertain.incrementAndGet();
                if (life.truth().near(1)) near.incrementAndGet();
                String fault = life.truth().wrong(told);
                if (fault == null) continue;
                wrong.incrementAndGet();
                synchronized (examples) {
                    if (examples.size() < SHOWN)
                        examples.add(life.person() + " " + fault + "\n  " + TruthCases.show(life));
                }
            }
            synchronized (outcomes) {
                here.forEach((name, count) -> outcomes.merge(name, count, Long::sum));
            }
        });
        return new Result(people, outcomes, uncertain.get(), near.get(), wrong.get(), examples);
    }
}
