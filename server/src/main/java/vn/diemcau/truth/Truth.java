package vn.diemcau.truth;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What really was, counted second by second; and how near that is to each threshold, measured in the bounds of what could be seen. */
public final class Truth {
    /** How far off a phone's corrected clock may be: as long as a request may be under way. */
    public static final int PHONE = 30;
    /** How far off the ends of a page's presence may be. */
    public static final int PAGE = 75;
    /** How late a meeting server may notice that somebody is gone. */
    public static final int MEETING = 30;

    /** What somebody who was not there is. */
    public enum Absent {
        SUBSTITUTED,
        EXCUSED,
        SILENT
    }

    /**
     * A true stay.
     *
     * @param room null for remote
     * @param ends whether anything tells that it ended; otherwise it lasted to the end
     */
    record Stay(Meeting.@Nullable Room room, long from, long to, boolean ends, int bound) {}

    private final Meeting meeting;
    private final Meeting.@Nullable Room expected;
    private final List<Stay> stays;
    private final Absent absent;
    private final boolean madeUp;
    private final boolean vouched;
    private final boolean contradictory;

    /**
     * @param vouched whether somebody of the office corrected the record to present, whatever was seen
     * @param contradictory whether sources contradict each other beyond repair, so that both readings are possible
     */
    Truth(
            Meeting meeting,
            Meeting.@Nullable Room expected,
            List<Stay> stays,
            Absent absent,
            boolean madeUp,
            boolean vouched,
            boolean contradictory) {
        this.meeting = meeting;
        this.expected = expected;
        this.stays = List.copyOf(stays);
        this.absent = absent;
        this.madeUp = madeUp;
        this.vouched = vouched;
        this.contradictory = contradictory;
    }

    /** What was told of the person, to be compared. */
    public record Told(
            String standing,
            boolean late,
            boolean leftEarly,
            boolean madeUp,
            @Nullable String mode,
            int minutes,
            boolean uncertain) {}

    boolean present() {
        return vouched || inRoom() || (!stays.isEmpty() && (!meeting.closed() || enough(0)));
    }

    private boolean inRoom() {
        return stays.stream().anyMatch(stay -> stay.room() != null);
    }

    /** What must be told where nothing is near a threshold. */
    public Told told() {
        if (present()) {
            return new Told("present", late(0), leftEarly(0), false, mode(), minutes(), false);
        }
        String standing =
                switch (absent) {
                    case SUBSTITUTED -> "substituted";
                    case EXCUSED -> "excused";
                    case SILENT ->
                        meeting.closed() && (expected == null || expected.named()) ? "unexcused" : "undetermined";
                };
        return new Told(standing, false, false, madeUp, null, minutes(), false);
    }

    /** Null when what was told is right; otherwise what is wrong with it. */
    public @Nullable String wrong(Told was) {
        Told right = told();
        if (contradictory) {
            boolean fair = was.uncertain()
                    && was.standing().equals(right.standing())
                    && (was.late() == right.late() || late(-1) != late(1));
            return fair ? null : "sure in spite of contradiction: " + was;
        }
        List<String> differences = new ArrayList<>();
        boolean remoteNear = near(1);
        boolean standing = was.standing().equals(right.standing());
        if (!standing && !(remoteNear && !inRoom())) differences.add("standing");
        if (standing) {
            if (was.late() != right.late() && late(-1) == late(1)) differences.add("late");
            if (was.leftEarly() != right.leftEarly() && leftEarly(-1) == leftEarly(1)) differences.add("left early");
            if (!Objects.equals(was.mode(), right.mode()) && !modeNear(1)) differences.add("mode");
            if (was.madeUp() != right.madeUp()) differences.add("made up");
        }
        if (Math.abs(was.minutes() - right.minutes()) > 1 + slack() / 60) differences.add("minutes");
        boolean same = standing
                && was.late() == right.late()
                && was.leftEarly() == right.leftEarly()
                && Objects.equals(was.mode(), right.mode());
        if (!same && !was.uncertain()) differences.add("sure");
        if (was.uncertain() && !near(4)) differences.add("uncertain without need");
        return differences.isEmpty() ? null : differences + ": " + was + " instead of " + right;
    }

    /** Whether any threshold lies within so many bounds of the truth. */
    public boolean near(int bounds) {
        if (contradictory) return true;
        if (stays.isEmpty() || vouched) return false;
        boolean remote = !inRoom() && meeting.closed() && enough(-bounds) != enough(bounds);
        if (!present()) return remote;
        return remote || late(-bounds) != late(bounds) || leftEarly(-bounds) != leftEarly(bounds) || modeNear(bounds);
    }

    /** Whether remote presence reached its share, had it been longer by so many bounds. */
    private boolean enough(int bounds) {
        BitSet lasted = new BitSet();
        fill(lasted, meeting.start(), meeting.end());
        long whole = without(lasted, meeting.pauses()).cardinality();
        long there = Math.max(0, seconds(null).cardinality() + (long) bounds * slack());
        return there > 0 && there * 100 >= whole * meeting.rules().remotePercent();
    }

    /** All bounds together: each end of each stay may be off. */
    private long slack() {
        return stays.stream().mapToLong(stay -> 2L * stay.bound()).sum();
    }

    private boolean late(int bounds) {
        if (vouched && stays.isEmpty()) return false;
        return stays.stream()
                .allMatch(stay -> stay.from() + (long) bounds * stay.bound()
                        > meeting.start(stay.room()) + 60L * meeting.rules().lateMinutes());
    }

    private boolean leftEarly(int bounds) {
        if (vouched && stays.isEmpty()) return false;
        return stays.stream()
                .allMatch(stay -> stay.ends()
                        && stay.to() + (long) bounds * stay.bound()
                                < meeting.end(stay.room())
                                        - 60L * meeting.rules().earlyMinutes());
    }

    private int minutes() {
        BitSet all = new BitSet();
        stays.stream().map(Stay::room).distinct().forEach(room -> all.or(seconds(room)));
        return all.cardinality() / 60;
    }

    /** The seconds, since the day before the start, that count at the room, or remotely. */
    private BitSet seconds(Meeting.@Nullable Room room) {
        BitSet bits = new BitSet();
        for (Stay stay : stays) {
            if (Objects.equals(stay.room(), room)) {
                fill(bits, Math.max(stay.from(), meeting.start(room)), Math.min(stay.to(), meeting.end(room)));
            }
        }
        without(bits, meeting.pauses());
        return room == null ? bits : without(bits, room.pauses());
    }

    private void fill(BitSet bits, long from, long to) {
        if (from < to) bits.set(second(from), second(to));
    }

    private BitSet without(BitSet bits, List<Meeting.Stretch> pauses) {
        pauses.forEach(pause -> bits.clear(second(pause.from()), second(pause.to())));
        return bits;
    }

    private int second(long at) {
        return (int) (at - meeting.start() + 86_400);
    }

    /** Where most of the time was spent; being in a room while a page is open is being in the room. */
    private @Nullable String mode() {
        if (vouched && stays.isEmpty()) return expected == null ? "main_hall" : mode(expected);
        String best = null;
        int most = -1;
        for (Meeting.Room room : stays.stream().map(Stay::room).distinct().toList()) {
            int seconds = exclusive(room);
            if (seconds > most) {
                most = seconds;
                best = mode(room);
            }
        }
        return best;
    }

    private int exclusive(Meeting.@Nullable Room room) {
        BitSet bits = seconds(room);
        if (room == null) {
            // whoever sits in a room is there also before it opens and while its link is cut
            for (Stay stay : stays) {
                if (stay.room() != null) bits.clear(second(stay.from()), second(Math.max(stay.from(), stay.to())));
            }
        }
        return bits.cardinality();
    }

    private boolean modeNear(int bounds) {
        List<Integer> sums = stays.stream()
                .map(Stay::room)
                .distinct()
                .map(this::exclusive)
                .sorted(java.util.Comparator.reverseOrder())
                .toList();
        return sums.size() > 1 && sums.get(0) - sums.get(1) <= bounds * slack();
    }

    static String mode(Meeting.@Nullable Room room) {
        if (room == null) return "remote";
        return switch (room.kind()) {
            case MAIN -> "main_hall";
            case LINKED -> "linked";
            case BROADCAST -> "broadcast";
        };
    }
}
