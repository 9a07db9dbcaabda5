package vn.diemcau.schedule;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Status;
import biweekly.util.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sessions as an iCalendar feed: UID is the session's id, times are UTC instants, changes raise SEQUENCE, what was cancelled says so. */
public final class CalendarText {
    /**
     * One session as somebody's calendar shows it.
     *
     * @param site where that person goes, or null for remote and not assigned
     * @param url the session's page, or null
     */
    public record Item(
            Session session, @Nullable Site site, @Nullable String url) {}

    private CalendarText() {}

    /**
     * Drafts are left out.
     *
     * @param name how the calendar is called in the reader's list
     * @param now when the text is made
     */
    public static String of(String name, List<Item> items, Instant now) {
        ICalendar calendar = new ICalendar();
        calendar.setVersion(ICalVersion.V2_0);
        calendar.setProductId("-//Diem Cau//Diem Cau//VI");
        calendar.setName(name);
        calendar.addExperimentalProperty("X-WR-CALNAME", name);
        calendar.setRefreshInterval(Duration.builder().hours(1).build());
        for (Item item : items) {
            if (item.session().state() != State.DRAFT) calendar.addEvent(event(item, now));
        }
        return Biweekly.write(calendar).go();
    }

    private static VEvent event(Item item, Instant now) {
        Session session = item.session();
        VEvent event = new VEvent();
        event.setUid(session.id());
        event.setSequence(session.sequence());
        event.setDateTimeStamp(Date.from(now));
        event.setDateStart(Date.from(session.startsAt()), true);
        event.setDateEnd(Date.from(session.endsAt()), true);
        event.setSummary(joined(": ", session.title(), session.topic()));
        event.setStatus(status(session.state()));
        if (item.site() != null) {
            event.setLocation(joined(", ", item.site().name(), item.site().address()));
        }
        String about = joined("\n", session.lecturer(), item.url());
        if (!about.isEmpty()) event.setDescription(about);
        if (item.url() != null) event.setUrl(item.url());
        return event;
    }

    private static Status status(State state) {
        return switch (state) {
            case DRAFT, POSTPONED -> Status.tentative();
            case ISSUED, ENDED -> Status.confirmed();
            case CANCELLED -> Status.cancelled();
        };
    }

    private static String joined(String separator, @Nullable String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(separator));
    }
}
