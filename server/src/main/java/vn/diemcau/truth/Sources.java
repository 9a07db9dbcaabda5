package vn.diemcau.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What sources say of one person, and how that arrives: late, repeated, in any order, by clocks that are wrong. */
final class Sources {
    private static final int TRANSIT = 25;
    private static final long DAY = 86_400;
    private final Meeting meeting;
    private final String person;
    private final SplittableRandom random;
    private final List<Signal.Arrival> arrivals = new ArrayList<>();
    private int number;

    Sources(Meeting meeting, String person, SplittableRandom random) {
        this.meeting = meeting;
        this.person = person;
        this.random = random;
    }

    List<Signal.Arrival> arrivals() {
        List<Signal.Arrival> shuffled = new ArrayList<>(arrivals);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            java.util.Collections.swap(shuffled, i, random.nextInt(i + 1));
        }
        return shuffled;
    }

    private String id() {
        return person + "-" + number++;
    }

    /** A phone at a room's door says it; answers the id. */
    String door(Meeting.Room room, String kind, String subject, long at) {
        return door(room, kind, subject, at, "badge", null, null);
    }

    String door(
            Meeting.Room room,
            String kind,
            String subject,
            long at,
            String by,
            @Nullable String other,
            @Nullable Long since) {
        String id = id();
        int phone = random.nextInt(room.clocks().size());
        long ahead = room.clocks().get(phone);
        Signal signal = new Signal(
                id, kind, subject, room.id(), room.id() + "-" + phone, by, at + ahead, other, since, null, ahead);
        long sent = room.steady() && random.nextInt(20) > 0 ? at : later(at, room.end());
        arrive(signal, sent);
        if (!room.steady() || random.nextInt(10) == 0) arrive(signal, sent + random.nextLong(DAY));
        return id;
    }

    private long later(long at, long end) {
        return Math.max(at, end) + random.nextLong(1, DAY);
    }

    private void arrive(Signal signal, long sent) {
        arrivals.add(new Signal.Arrival(signal, sent, sent + random.nextInt(TRANSIT)));
    }

    /** Something the server itself, the meeting or the office knows, without a clock of its own. */
    String known(String kind, String subject, @Nullable String device, long at, @Nullable String other) {
        return known(kind, subject, device, at, other, null);
    }

    String known(
            String kind,
            String subject,
            @Nullable String device,
            long at,
            @Nullable String other,
            @Nullable Integer minutes) {
        String id = id();
        Signal signal = new Signal(
                id, kind, subject, null, device == null ? "office" : device, null, at, other, null, minutes, 0);
        long delay = random.nextInt(6) == 0 ? random.nextLong(7200) : 0;
        arrivals.add(new Signal.Arrival(signal, at, at + delay));
        if (random.nextInt(8) == 0) arrivals.add(new Signal.Arrival(signal, at, at + random.nextLong(7200)));
        return id;
    }

    /** A connection to the meeting; its server notices the end a little late. */
    void connection(String device, long from, long to) {
        known("connected", person, device, from, null);
        if (to < meeting.end()) known("disconnected", person, device, to + random.nextInt(Truth.MEETING), null);
    }

    /** The session's own page: a beat every twenty seconds, some of them lost; sometimes it says that it is left. */
    void page(String tab, long from, long to) {
        for (long at = from; at < to; at += 20) {
            if (at > from && random.nextInt(20) == 0) continue;
            Signal signal = new Signal(tab, "beat", person, null, tab, null, at, null, null, null, 0);
            arrivals.add(new Signal.Arrival(signal, at, at));
        }
        if (random.nextBoolean()) known("disconnected", person, tab, to, null);
    }
}
