package vn.diemcau.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A day of a province: its meetings and the lives of those who were summoned to them, all decided by the seed. */
public final class Day {
    private static final long DAY = 86_400;
    private final long seed;
    private final long begin;

    /** @param begin midnight, in seconds since the epoch */
    public Day(long seed, long begin) {
        this.seed = seed;
        this.begin = begin;
    }

    private SplittableRandom random(long number) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number).split();
    }

    /** The meeting of that number; the same number is the same meeting. */
    public Meeting meeting(int number, boolean closed) {
        SplittableRandom random = random(-1L - number);
        long start = begin + (random.nextBoolean() ? 7 * 3600 + 1800 : 13 * 3600 + 1800);
        long end = start + 3600L * random.nextInt(2, 5);
        List<Meeting.Stretch> pauses = new ArrayList<>();
        if (random.nextInt(3) > 0) pauses.add(pause(random, start, end, 900));
        List<Meeting.Room> rooms = new ArrayList<>();
        int count = random.nextInt(3, 8);
        for (int i = 0; i < count; i++) rooms.add(room(random, i, start, end));
        Meeting.Rules rules = new Meeting.Rules(15, 15, 70);
        return new Meeting("m" + number, start, end, List.copyOf(pauses), List.copyOf(rooms), closed, rules);
    }

    private static Meeting.Stretch pause(SplittableRandom random, long start, long end, int seconds) {
        // A room that opens late into a short meeting leaves little choice.
        long from = start + 1800 + random.nextLong(Math.max(1, end - start - 3600 - seconds + 1));
        return new Meeting.Stretch(from, from + seconds);
    }

    private static Meeting.Room room(SplittableRandom random, int number, long start, long end) {
        long opens = number > 0 && random.nextInt(12) == 0 ? start + 60L * random.nextInt(10, 50) : start;
        long ends = random.nextInt(20) == 0 ? end + 60L * random.nextInt(5, 40) : end;
        List<Meeting.Stretch> cuts = new ArrayList<>();
        if (random.nextInt(15) == 0) cuts.add(pause(random, opens, end, 60 * random.nextInt(3, 14)));
        List<Long> clocks = new ArrayList<>();
        int phones = random.nextInt(1, 4);
        for (int i = 0; i < phones; i++) clocks.add(ahead(random));
        Meeting.Kind kind =
                number == 0 ? Meeting.Kind.MAIN : random.nextInt(3) == 0 ? Meeting.Kind.BROADCAST : Meeting.Kind.LINKED;
        boolean named = number == 0 || random.nextInt(12) > 0;
        return new Meeting.Room(
                "r" + number, kind, opens, ends, List.copyOf(cuts), named, random.nextInt(4) > 0, List.copyOf(clocks));
    }

    /** Most clocks are right; some are off by seconds, minutes, hours or days, either way. */
    static long ahead(SplittableRandom random) {
        long size =
                switch (random.nextInt(8)) {
                    case 0 -> random.nextLong(2, 60);
                    case 1 -> random.nextLong(60, 3600);
                    case 2 -> random.nextLong(3600, 12 * 3600);
                    case 3 -> random.nextLong(12 * 3600, 3 * DAY);
                    default -> random.nextLong(2);
                };
        return random.nextBoolean() ? size : -size;
    }

    /** The life of the person of that number at the meeting. */
    public Life life(Meeting meeting, long number) {
        SplittableRandom random = random(number);
        List<Meeting.Room> rooms = meeting.rooms();
        Meeting.@Nullable Room expected = random.nextInt(7) == 0 ? null : rooms.get(random.nextInt(rooms.size()));
        return new Course(meeting, expected, "p" + number, random).life();
    }
}
