package vn.diemcau.truth;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person at one session: what the sources say, and what was true.
 *
 * @param room where the list expects the person, or null
 * @param arrivals in any order, some repeated
 */
public record Life(
        Meeting meeting, String person, Meeting.@Nullable Room room, List<Signal.Arrival> arrivals, Truth truth) {}
