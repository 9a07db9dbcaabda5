package vn.diemcau.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The course of one person's day: what the person did, told to the sources as it happens. */
final class Course {
    /** Real people need that long between one door and the next. */
    private static final int STEP = 120;

    private final Meeting meeting;
    private final Meeting.@Nullable Room expected;
    private final String person;
    private final SplittableRandom random;
    private final Sources sources;
    private final List<Truth.Stay> stays = new ArrayList<>();
    private Truth.Absent absent = Truth.Absent.SILENT;
    private boolean madeUp;
    private boolean vouched;
    private boolean contradictory;

    Course(Meeting meeting, Meeting.@Nullable Room expected, String person, SplittableRandom random) {
        this.meeting = meeting;
        this.expected = expected;
        this.person = person;
        this.random = random;
        this.sources = new Sources(meeting, person, random);
    }

    Life life() {
        Meeting.Room room = random.nextInt(25) == 0 ? any() : expected;
        int chance = random.nextInt(100);
        if (chance < 12) {
            absent();
        } else if (chance < 30 || room == null || !room.named()) {
            if (random.nextInt(6) == 0) excuse();
            remote(arrival(null), leaving(null));
        } else if (chance < 75) {
            plain(room);
        } else {
            special(room, chance);
        }
        Truth truth = new Truth(meeting, expected, stays, absent, madeUp, vouched, contradictory);
        return new Life(meeting, person, expected, sources.arrivals(), truth);
    }

    private Meeting.Room any() {
        return meeting.rooms().get(random.nextInt(meeting.rooms().size()));
    }

    private void special(Meeting.Room room, int chance) {
        if (chance < 79) moveToRoom(room);
        else if (chance < 84) moveBetweenRoomAndHome(room);
        else if (chance < 87) pageOpenInTheRoom(room);
        else if (chance < 90) walkIn(room);
        else if (chance < 92) tickedForAnother(room);
        else if (chance < 94) paper(room);
        else if (chance < 96) declared(room);
        else if (chance < 98) ownPhone(room);
        else excusedAndCame(room);
    }

    private long arrival(Meeting.@Nullable Room room) {
        long start = meeting.start(room);
        return random.nextInt(10) == 0 ? start + random.nextLong(2700) : start - random.nextLong(2400);
    }

    private long leaving(Meeting.@Nullable Room room) {
        long end = meeting.end(room);
        return random.nextInt(10) == 0 ? end - random.nextLong(3000) : end + random.nextLong(1200);
    }

    private void stay(Meeting.@Nullable Room room, long from, long to, boolean ends, int bound) {
        stays.add(new Truth.Stay(room, from, to, ends, bound));
    }

    private static boolean told(Meeting.Room room, long at) {
        return at < room.end();
    }

    /** Comes, perhaps steps out a few times, and goes; some are scanned twice at the same door. */
    private void plain(Meeting.Room room) {
        long from = arrival(room);
        long to = Math.max(from + STEP, leaving(room));
        long at = from;
        int steps = random.nextInt(6) == 0 ? random.nextInt(1, 4) : 0;
        for (int i = 0; i < steps && at + 3L * STEP < to; i++) {
            long out = at + STEP + random.nextLong(to - at - 3L * STEP);
            long back = out + STEP + random.nextLong(Math.min(1500, to - out - 2L * STEP) + 1);
            enter(room, at);
            sources.door(room, "out", person, out);
            stay(room, at, out, true, Truth.PHONE);
            at = back;
        }
        enter(room, at);
        leave(room, at, to);
    }

    private void enter(Meeting.Room room, long at) {
        sources.door(room, "in", person, at);
        if (random.nextInt(8) == 0) sources.door(room, "in", person, at + random.nextInt(STEP / 2));
    }

    /** Nobody scans those who leave with everybody else. */
    private void leave(Meeting.Room room, long from, long to) {
        boolean scanned = told(room, to) || random.nextInt(4) == 0;
        if (scanned) sources.door(room, "out", person, to);
        stay(room, from, to, scanned, Truth.PHONE);
    }

    /** By one connection or two, with drops between; or by the session's own page in a tab or two. */
    private void remote(long from, long to) {
        if (to - from < 2L * STEP) to = from + 2L * STEP;
        if (meeting.closed() && random.nextInt(4) == 0) {
            sources.page(person + "t1", from, to);
            if (random.nextInt(4) == 0) sources.page(person + "t2", from + STEP, to - 30);
            stay(null, from, to, true, Truth.PAGE);
            return;
        }
        int drops = random.nextInt(3) == 0 ? random.nextInt(1, 5) : 0;
        long at = from;
        for (int i = 0; i < drops && at + 4L * STEP < to; i++) {
            long gone = at + STEP + random.nextLong(to - at - 3L * STEP);
            long back = Math.min(to - STEP, gone + 40 + random.nextLong(random.nextInt(4) == 0 ? 3000 : 90));
            connect(at, gone);
            at = back;
        }
        connect(at, to);
        if (random.nextInt(8) == 0) {
            long gone = Math.max(from + 2L * STEP, to - STEP);
            sources.connection(person + "d9", from + STEP, gone);
            stay(null, from + STEP, gone, gone < meeting.end(), Truth.MEETING);
        }
    }

    private void connect(long from, long to) {
        sources.connection(person + "d" + stays.size(), from, to);
        stay(null, from, to, to < meeting.end(), Truth.MEETING);
    }

    private void absent() {
        int chance = random.nextInt(12);
        if (chance < 3) {
            excuse();
        } else if (chance < 5) {
            substitute(chance == 3);
        } else if (chance == 5 && meeting.closed()) {
            int whole = (int) ((meeting.end() - meeting.start()) / 60);
            int watched = random.nextInt(whole);
            sources.known("watched", person, null, meeting.end() + 90_000, null, watched);
            madeUp = watched * 100L >= whole * (long) meeting.rules().remotePercent();
        } else if (chance == 6) {
            sources.known("correction", person, null, meeting.end() + 3600, "present");
            vouched = true;
        } else if (chance == 7 && expected != null && expected.named()) {
            String id = sources.door(expected, "in", person, arrival(expected));
            sources.door(expected, "undo", person, meeting.end() - 60, "tick", id, null);
        }
    }

    private void excuse() {
        String id = sources.known("excuse", person, null, meeting.start() - 7200, null);
        if (random.nextInt(6) == 0) {
            sources.known("undo", person, null, meeting.start() - 3600, id);
        } else {
            absent = Truth.Absent.EXCUSED;
        }
    }

    private void substitute(boolean came) {
        sources.known("substitute", person, null, meeting.start() - 7200, person + "s");
        boolean possible = came && expected != null && expected.named();
        if (possible) sources.door(java.util.Objects.requireNonNull(expected), "in", person + "s", arrival(expected));
        absent = possible ? Truth.Absent.SUBSTITUTED : Truth.Absent.EXCUSED;
    }

    private void excusedAndCame(Meeting.Room room) {
        excuse();
        plain(room);
    }

    /** To another room in the middle: checked out of the first, or only seen at the second. */
    private void moveToRoom(Meeting.Room room) {
        Meeting.Room other = any();
        if (other.equals(room) || !other.named()) {
            plain(room);
            return;
        }
        long from = Math.min(arrival(room), room.start() + 1200);
        long out = Math.max(from + STEP, meeting.start() + 600 + random.nextLong(4800));
        long back = out + STEP + random.nextLong(900);
        boolean checkedOut = random.nextInt(10) > 0;
        enter(room, from);
        if (checkedOut) sources.door(room, "out", person, out);
        long to = random.nextInt(8) == 0 ? Math.max(back + STEP, leaving(other)) : other.end();
        sources.door(other, "in", person, back);
        boolean scanned = to < other.end();
        if (scanned) sources.door(other, "out", person, to);
        if (checkedOut) {
            stay(room, from, out, true, Truth.PHONE);
            stay(other, back, Math.max(back, to), scanned, Truth.PHONE);
        } else {
            contradictory = true;
            stay(room, from, back, false, Truth.PHONE);
            stay(other, back, Math.max(back, to), false, Truth.PHONE);
        }
    }

    private void moveBetweenRoomAndHome(Meeting.Room room) {
        long middle = meeting.start() + 600 + random.nextLong(4800);
        if (random.nextBoolean()) {
            long from = Math.min(arrival(room), middle - 2L * STEP);
            enter(room, from);
            sources.door(room, "out", person, middle);
            stay(room, from, middle, true, Truth.PHONE);
            remote(middle + 600, Math.max(middle + 1200, leaving(null)));
        } else {
            remote(Math.min(arrival(null), middle - 900), middle - 300);
            enter(room, middle);
            leave(room, middle, Math.max(middle + STEP, leaving(room)));
        }
    }

    private void pageOpenInTheRoom(Meeting.Room room) {
        long from = Math.min(arrival(room), room.start() + 600);
        enter(room, from);
        leave(room, from, room.end() + 60);
        sources.connection(person + "d0", from - 300, meeting.end());
        stay(null, from - 300, meeting.end(), false, Truth.MEETING);
    }

    private void walkIn(Meeting.Room room) {
        long from = arrival(room);
        String walk = "walk:" + person + "-0";
        sources.door(room, "walk_in", walk, from);
        if (random.nextInt(3) == 0) sources.door(room, "in", person, from + STEP);
        sources.known("merge", walk, null, meeting.end() + 600, person);
        stay(room, from, room.end(), false, Truth.PHONE);
    }

    /** Ticked for somebody else first, and taken back. */
    private void tickedForAnother(Meeting.Room room) {
        long from = arrival(room);
        String id = sources.door(room, "in", person, from - 900);
        sources.door(room, "undo", person, from - 600, "tick", id, null);
        enter(room, from);
        leave(room, from, Math.max(from + STEP, leaving(room)));
    }

    private void paper(Meeting.Room room) {
        sources.door(room, "in", person, room.end() + 3600, "paper", null, null);
        stay(room, room.start(), room.end(), false, 0);
    }

    private void declared(Meeting.Room room) {
        long from = Math.min(arrival(room), room.end() - 3600);
        sources.door(room, "in", person, Math.max(from + 60, room.start() + 1800), "tick", null, from);
        stay(room, from, room.end(), false, Truth.PHONE);
    }

    private void ownPhone(Meeting.Room room) {
        long from = arrival(room);
        sources.door(room, "in", person, from, "room_code", null, null);
        stay(room, from, room.end(), false, Truth.PHONE);
    }
}
