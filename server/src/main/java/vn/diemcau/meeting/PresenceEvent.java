package vn.diemcau.meeting;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * One line of a Prosody's journal; times are that machine's milliseconds.
 *
 * @param seq counts without a hole over restarts
 * @param line the occupancy it is about, or empty
 * @param room the meeting's room, for a breakout room the one it was opened from
 * @param breakout the breakout room's name, or null
 * @param user who, as the token says, or null without one
 * @param joined when the occupancy began
 * @param joinedBound how far that may be off
 * @param since when somebody was last surely there (out, lost)
 * @param bound how far that may be off
 * @param before the time of the last line of the boot before this one (boot); 0 when there was none
 */
record PresenceEvent(
        long seq,
        String boot,
        Kind kind,
        long at,
        String line,
        String room,
        @Nullable String breakout,
        @Nullable String user,
        @Nullable String name,
        long joined,
        long joinedBound,
        long since,
        long bound,
        long before,
        long missing) {
    /** What the line says. */
    enum Kind {
        BOOT,
        LOAD,
        UNLOAD,
        STOP,
        BEAT,
        /** Came in; or, after a gap, is there. */
        IN,
        OUT,
        /** The connection is lost; whoever it was may yet come back on it. */
        LOST,
        BACK,
        /** The room is gone. */
        END,
        /** The journal could not hold everything. */
        GAP,
        /** Of a later version. */
        OTHER
    }

    static PresenceEvent of(JsonObject json) {
        JsonObject before = json.getJsonObject("before", new JsonObject());
        long at = json.getLong("t", 0L);
        return new PresenceEvent(
                json.getLong("q", 0L),
                json.getString("b", ""),
                kind(json.getString("k", "")),
                at,
                json.getString("o", ""),
                json.getString("r", ""),
                json.getString("x"),
                json.getString("u"),
                json.getString("n"),
                json.getLong("i", at),
                number(json, "w"),
                json.getLong("s", at),
                number(json, "e"),
                number(before, "t"),
                json.getValue("n") instanceof Number number ? number.longValue() : 0);
    }

    private static long number(JsonObject json, String name) {
        return json.getValue(name) instanceof Number number ? number.longValue() : 0;
    }

    private static Kind kind(String wire) {
        return switch (wire) {
            case "boot" -> Kind.BOOT;
            case "load" -> Kind.LOAD;
            case "unload" -> Kind.UNLOAD;
            case "stop" -> Kind.STOP;
            case "beat" -> Kind.BEAT;
            case "in", "here" -> Kind.IN;
            case "out" -> Kind.OUT;
            case "lost" -> Kind.LOST;
            case "back" -> Kind.BACK;
            case "end" -> Kind.END;
            case "gap" -> Kind.GAP;
            default -> Kind.OTHER;
        };
    }
}
