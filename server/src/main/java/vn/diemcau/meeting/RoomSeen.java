package vn.diemcau.meeting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who looks into a room from inside sees of it, as lines of a journal; knows no XMPP. Times are our clock's milliseconds.
 * While the sight is lost nobody has left: who is missing when it comes back left somewhere in between.
 */
final class RoomSeen {
    /** The boot of lines that were seen, not served by a Prosody. */
    static final String BOOT = "observer";

    private record Here(String line, String user, @Nullable String name, long joined, long joinedBound) {}

    private final String room;
    private final long leaveBound;
    private final LongSupplier sequence;
    private final Map<String, Here> people = new LinkedHashMap<>();
    private final Map<String, Here> before = new LinkedHashMap<>();
    private long unseenSince;
    private boolean sighted;

    /**
     * Nothing was seen yet.
     *
     * @param leaveBound milliseconds between somebody's leaving and its being seen, at most
     * @param unseenSince since when somebody may have come unseen
     */
    RoomSeen(String room, long leaveBound, long unseenSince, LongSupplier sequence) {
        this.room = room;
        this.leaveBound = leaveBound;
        this.unseenSince = unseenSince;
        this.sequence = sequence;
    }

    /** Somebody who was there when the sight was lost, as kept. */
    void remember(String line, String nick, String user, @Nullable String name, long joined) {
        before.put(nick, new Here(line, user, name, joined, 0));
    }

    /** Whether everybody who was there when we came in has been seen. */
    boolean isSighted() {
        return sighted;
    }

    /** Presence of somebody whom a token let in. */
    List<PresenceEvent> came(String nick, String user, @Nullable String name, long now) {
        Here there = people.get(nick);
        if (there != null && there.user().equals(user)) return List.of();
        List<PresenceEvent> told = new ArrayList<>(went(nick, now));
        Here known = before.get(nick);
        if (known != null && known.user().equals(user)) {
            before.remove(nick);
            people.put(nick, known);
            return told;
        }
        String line = room + "." + nick.replaceAll("[^A-Za-z0-9]", "_") + "." + Long.toString(now, 36);
        Here here = new Here(line, user, name, now, sighted ? 0 : now - unseenSince);
        people.put(nick, here);
        told.add(line(PresenceEvent.Kind.IN, here, now, now, 0));
        return told;
    }

    List<PresenceEvent> went(String nick, long now) {
        Here gone = people.remove(nick);
        return gone == null ? List.of() : List.of(line(PresenceEvent.Kind.OUT, gone, now, now, leaveBound));
    }

    /** All that were there on coming in have been told; whoever is missing left while nobody looked. */
    List<PresenceEvent> sighted(long now) {
        sighted = true;
        return missed(now);
    }

    private List<PresenceEvent> missed(long now) {
        long half = (now - unseenSince) / 2;
        List<PresenceEvent> told = new ArrayList<>();
        for (Here gone : before.values()) {
            told.add(line(PresenceEvent.Kind.OUT, gone, now, now - half, half + leaveBound));
        }
        before.clear();
        return told;
    }

    /** The sight is lost; it was good until then. */
    void blind(long goodUntil) {
        if (sighted) unseenSince = goodUntil;
        sighted = false;
        before.putAll(people);
        people.clear();
    }

    /** The room is gone, or nobody looks any more. */
    List<PresenceEvent> over(long now) {
        List<PresenceEvent> told = new ArrayList<>();
        for (String nick : List.copyOf(people.keySet())) told.addAll(went(nick, now));
        told.addAll(missed(now));
        return told;
    }

    boolean isEmpty() {
        return people.isEmpty() && before.isEmpty();
    }

    private PresenceEvent line(PresenceEvent.Kind kind, Here here, long at, long since, long bound) {
        return new PresenceEvent(
                sequence.getAsLong(),
                BOOT,
                kind,
                at,
                here.line(),
                room,
                null,
                Objects.requireNonNull(here.user()),
                here.name(),
                here.joined(),
                here.joinedBound(),
                since,
                bound,
                0,
                0);
    }
}
