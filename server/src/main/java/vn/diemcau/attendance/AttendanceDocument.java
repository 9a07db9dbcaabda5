package vn.diemcau.attendance;

import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.diemcau.enrolment.Required;
import vn.diemcau.schedule.ProgrammeKind;

/** Attendance as a document. Why an outcome is as it is is not kept: the evidence says it again at any time. */
final class AttendanceDocument {
    private AttendanceDocument() {}

    static String id(String session, String person) {
        return session + "|" + person;
    }

    /** What the list says, as fields to set. */
    static Document entry(Required required, Frame frame) {
        return new Document("session", required.session())
                .append("person", required.person())
                .append("listed", true)
                .append("entry", required.standing().name())
                .append("name", required.name())
                .append("sortKey", required.sortKey())
                .append("folded", required.folded())
                .append("birthYear", required.birthYear())
                .append("unit", required.unit())
                .append("unitName", required.unitName())
                .append("paths", required.paths())
                .append("site", required.site())
                .append("reason", required.reason())
                .append("kind", frame.kind().name())
                .append("startsAt", Date.from(frame.startsAt()))
                .append("apart", frame.apart());
    }

    /** A walk-in stands beside the list until somebody says who it is. */
    static Document walkIn(Evidence walkIn, Frame frame) {
        String name = walkIn.detail().text() == null ? "" : walkIn.detail().text();
        return new Document("session", walkIn.session())
                .append("person", walkIn.subject())
                .append("listed", true)
                .append("entry", Required.Standing.GUEST.name())
                .append("name", name.lines().findFirst().orElse(""))
                .append("sortKey", "")
                .append("folded", "")
                .append("unit", "")
                .append("unitName", name.lines().skip(1).findFirst().orElse(""))
                .append("paths", List.of())
                .append("site", walkIn.site())
                .append("kind", frame.kind().name())
                .append("startsAt", Date.from(frame.startsAt()))
                .append("apart", frame.apart());
    }

    static Document outcome(Outcome outcome) {
        Document document = new Document("standing", outcome.standing().name())
                .append(
                        "flags",
                        outcome.flags().stream().map(Enum::name).sorted().toList())
                .append("minutes", outcome.minutes())
                .append("certainty", outcome.certainty().name());
        if (outcome.mode() != null) document.append("mode", outcome.mode().name());
        if (outcome.site() != null) document.append("site", outcome.site());
        if (outcome.arrived() != null) document.append("arrived", Date.from(outcome.arrived()));
        if (outcome.left() != null) document.append("left", Date.from(outcome.left()));
        return document;
    }

    static Outcome readOutcome(Document document) {
        String mode = document.getString("mode");
        return new Outcome(
                Standing.valueOf(document.getString("standing")),
                document.getList("flags", String.class, List.of()).stream()
                        .map(Flag::valueOf)
                        .collect(Collectors.toSet()),
                mode == null ? null : PresenceMode.valueOf(mode),
                document.getString("site"),
                document.getInteger("minutes", 0),
                Certainty.valueOf(document.getString("certainty")),
                instant(document.getDate("arrived")),
                instant(document.getDate("left")),
                List.of());
    }

    static Attendance read(Document document) {
        Document closed = document.get("closed", Document.class);
        return new Attendance(
                document.getString("session"),
                document.getString("person"),
                rev(document),
                Required.Standing.valueOf(document.getString("entry")),
                document.getString("name"),
                document.getString("sortKey"),
                document.getInteger("birthYear"),
                document.getString("unit"),
                document.getString("unitName"),
                document.getList("paths", String.class, List.of()),
                document.getString("site"),
                document.getString("reason"),
                ProgrammeKind.valueOf(document.getString("kind")),
                document.getDate("startsAt").toInstant(),
                readOutcome(document.get("outcome", Document.class)),
                closed == null ? null : readOutcome(closed));
    }

    static long rev(Document document) {
        return document.getLong("rev");
    }

    static boolean listed(Document document) {
        return document.getBoolean("listed", true);
    }

    /** The tallies this person is part of: the units', that of the site expected, and of another site if that is where the person is. */
    static Set<String> groups(Attendance attendance, Outcome outcome, boolean listed) {
        Set<String> groups = new LinkedHashSet<>();
        if (!listed) return groups;
        String site = attendance.site() == null ? "" : attendance.site();
        for (String path : attendance.paths()) groups.add(attendance.session() + "|" + path);
        groups.add(attendance.session() + "|site:" + site);
        if (outcome.present() && outcome.site() != null && !outcome.site().equals(attendance.site())) {
            groups.add(attendance.session() + "|visit:" + outcome.site());
        }
        return groups;
    }

    static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
