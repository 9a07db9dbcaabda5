package vn.diemcau.schedule;

import java.time.Instant;

/** When a session is to be held, before it is one. */
record Slot(Instant startsAt, Instant endsAt, int periods) {}
