package vn.diemcau.schedule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who changed what of a plan, when and why; kept with it.
 *
 * @param what a stable code: made, issued, moved, postponed, cancelled, ended, edited, sites
 * @param reason as typed, or null where none is asked
 */
record Change(String what, String by, Instant at, @Nullable String reason) {}
