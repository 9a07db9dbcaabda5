package vn.diemcau.meeting;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about the journal itself: how far it was read, which lines are missing, and when those were written. No clock, no I/O.
 *
 * @param cursor where to read on, with an alarm for each hole
 * @param newest when the newest line was written, by our clock, or null without lines
 * @param beforeBoots for each boot before which lines are missing, by its sequence: when those were written
 */
record Reading(Cursor cursor, @Nullable Instant newest, Map<Long, Cursor.Doubt> beforeBoots) {
    static Reading of(Cursor before, PresencePage page, ApplyPresence.Source source, Instant now) {
        Cursor cursor = before;
        long expected = before.place().seq() + 1;
        boolean loose = before.place().loose();
        String boot = before.place().boot();
        Cursor.Doubt doubt = before.place().doubt();
        Map<Long, Cursor.Doubt> boots = new HashMap<>();
        Instant last = before.health().eventAt() == null ? now : before.health().eventAt();
        Instant newest = null;
        for (PresenceEvent event : page.events()) {
            Instant at = source.time(event.at());
            if (event.seq() != expected && !loose) {
                cursor = cursor.alarmed(Cursor.What.GAP, now, expected, event.seq() - 1);
                doubt = Cursor.Doubt.over(doubt, last, at);
            } else if (doubt != null) {
                doubt = doubt.before(at);
            }
            if (event.kind() == PresenceEvent.Kind.GAP) {
                cursor = cursor.alarmed(Cursor.What.NOT_WRITTEN, now, event.missing(), event.seq());
                if (doubt == null) doubt = new Cursor.Doubt(source.time(event.since()), at);
            }
            if (event.kind() == PresenceEvent.Kind.BOOT && doubt != null && at.isAfter(doubt.since())) {
                // whoever was there before it is closed by it
                boots.put(event.seq(), doubt);
                doubt = null;
            }
            loose = false;
            expected = event.seq() + 1;
            boot = event.boot();
            last = at;
            newest = at;
        }
        if (!page.more() && page.last() >= expected && !loose) {
            cursor = cursor.alarmed(Cursor.What.GAP, now, expected, page.last());
            doubt = Cursor.Doubt.over(doubt, last, null);
            expected = page.last() + 1;
        }
        Cursor.Place place = new Cursor.Place(
                page.journal(), boot, expected - 1, loose, cursor.place().check(), doubt);
        return new Reading(cursor.at(place), newest, boots);
    }
}
