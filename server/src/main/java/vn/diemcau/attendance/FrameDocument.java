package vn.diemcau.attendance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.diemcau.schedule.ProgrammeKind;
import vn.diemcau.schedule.Site;

/** A session's frame as a document. */
final class FrameDocument {
    private FrameDocument() {}

    static Frame read(Document document) {
        ProgrammeKind kind = ProgrammeKind.valueOf(document.getString("kind"));
        Map<String, Site.Kind> sites = new LinkedHashMap<>();
        document.get("sites", new Document())
                .forEach((site, value) -> sites.put(unkey(site), Site.Kind.valueOf((String) value)));
        Document closed = document.get("closed", Document.class);
        Document judged = document.get("policy", Document.class);
        return new Frame(
                document.getString("_id"),
                document.getLong("rev"),
                document.getInteger("version", 0),
                kind,
                document.getDate("startsAt").toInstant(),
                document.getString("month"),
                document.getBoolean("rehearsal", false),
                document.getBoolean("apart", false),
                document.getString("holder"),
                document.getString("campaign"),
                judged == null ? Policy.usual(kind) : PolicyDocument.read(judged),
                times(document),
                declared(document),
                sites,
                closed == null
                        ? null
                        : new Frame.Closed(
                                closed.getString("id"),
                                closed.getString("by"),
                                closed.getDate("at").toInstant(),
                                Set.copyOf(closed.getList("unnamed", String.class, List.of()))));
    }

    private static ActualTimes times(Document document) {
        Document actual = document.get("actual", new Document());
        Instant start = instant(actual.getDate("start"));
        Instant end = instant(actual.getDate("end"));
        Map<String, ActualTimes.Own> own = new LinkedHashMap<>();
        actual.get("sites", new Document()).forEach((site, value) -> {
            Document times = (Document) value;
            own.put(
                    unkey(site),
                    new ActualTimes.Own(instant(times.getDate("start")), instant(times.getDate("end")), spans(times)));
        });
        return new ActualTimes(
                start == null ? document.getDate("startsAt").toInstant() : start,
                end == null ? document.getDate("endsAt").toInstant() : end,
                spans(actual),
                own);
    }

    private static List<Span> spans(Document times) {
        List<Span> spans = new ArrayList<>();
        for (Document each : times.getList("breaks", Document.class, List.of())) {
            spans.add(new Span(
                    each.getDate("from").toInstant(), each.getDate("to").toInstant()));
        }
        return spans;
    }

    private static List<Frame.Declared> declared(Document document) {
        List<Frame.Declared> declared = new ArrayList<>();
        for (Document each : document.getList("declared", Document.class, List.of())) {
            declared.add(new Frame.Declared(
                    each.getString("id"),
                    each.getString("site"),
                    each.getString("by"),
                    each.getDate("at").toInstant(),
                    each.getString("reason")));
        }
        return declared;
    }

    static Document times(@Nullable Instant start, @Nullable Instant end, @Nullable List<Span> breaks) {
        Document times = new Document();
        if (start != null) times.append("start", Date.from(start));
        if (end != null) times.append("end", Date.from(end));
        if (breaks != null) {
            times.append(
                    "breaks",
                    breaks.stream()
                            .map(span ->
                                    new Document("from", Date.from(span.from())).append("to", Date.from(span.to())))
                            .toList());
        }
        return times;
    }

    static Document sites(Map<String, Site.Kind> sites) {
        Document document = new Document();
        sites.forEach((site, kind) -> document.append(key(site), kind.name()));
        return document;
    }

    /** A site's id as a field name. */
    static String key(String site) {
        return site.replace("%", "%25").replace(".", "%2E").replace("$", "%24");
    }

    private static String unkey(String key) {
        return key.replace("%24", "$").replace("%2E", ".").replace("%25", "%");
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
