package vn.diemcau.enrolment;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diemcau.people.People;
import vn.diemcau.people.UnitTree;
import vn.diemcau.schedule.Mode;
import vn.diemcau.schedule.Session;
import vn.diemcau.schedule.Site;
import vn.diemcau.schedule.State;

/** Use case: what one person is summoned to, with place, answer, excuse and, for what has begun, the attendance so far. */
final class MySchedule {
    private static final Duration AHEAD = Duration.ofDays(92);

    private final People people;
    private final KeptEnrolments enrolments;
    private final ReplyStore replies;
    private final AbsenceStore absences;
    private final AbsenceFileStore papers;
    private final MyAttendance attendance;
    private final InstantSource clock;

    MySchedule(
            People people,
            KeptEnrolments enrolments,
            ReplyStore replies,
            AbsenceStore absences,
            AbsenceFileStore papers,
            MyAttendance attendance,
            InstantSource clock) {
        this.people = people;
        this.enrolments = enrolments;
        this.replies = replies;
        this.absences = absences;
        this.papers = papers;
        this.attendance = attendance;
        this.clock = clock;
    }

    /** From the beginning of today; the page groups by day. */
    Future<JsonObject> handle(String person) {
        Instant now = clock.instant();
        Instant from = day(now).atStartOfDay(ResolveList.HERE).toInstant();
        return items(person, from, now.plus(AHEAD))
                .map(items -> new JsonObject().put("now", now).put("items", items));
    }

    /** Everything of a calendar year that has ended, with the sums of what counted. */
    Future<JsonObject> year(String person, int year) {
        Instant from = LocalDate.of(year, 1, 1).atStartOfDay(ResolveList.HERE).toInstant();
        Instant to = LocalDate.of(year + 1, 1, 1).atStartOfDay(ResolveList.HERE).toInstant();
        return mine(person, from, to).compose(mine -> attended(person, mine)
                .compose(attended -> people.tree().map(tree -> {
                    JsonArray items = new JsonArray();
                    YearCounts counts = new YearCounts();
                    for (KeptEnrolments.Mine each : mine) {
                        MyAttendance.Attended seen = attended.get(each.session().id());
                        if (each.session().rehearsal()
                                || each.session().state() == State.CANCELLED
                                || each.session().endsAt().isAfter(clock.instant())) continue;
                        counts.add(each.entry().required(), seen);
                        items.add(base(each, tree)
                                .put(
                                        "standing",
                                        ScopeJson.lower(each.entry().required().standing()))
                                .put("attendance", attended(seen)));
                    }
                    return new JsonObject()
                            .put("year", year)
                            .put("counts", counts.json())
                            .put("items", items);
                })));
    }

    private Future<JsonArray> items(String person, Instant from, Instant to) {
        return mine(person, from, to).compose(mine -> {
            List<String> ids = mine.stream().map(each -> each.session().id()).toList();
            return replies.of(person, ids).compose(answers -> absences.of(person, ids)
                    .compose(asked -> attended(person, mine).compose(attended -> Future.all(
                                    people.tree(),
                                    papers.of(asked.stream().map(Absence::id).toList()))
                            .map(both -> {
                                UnitTree tree = both.resultAt(0);
                                Map<String, AbsenceFile> kept = both.resultAt(1);
                                JsonArray items = new JsonArray();
                                for (KeptEnrolments.Mine each : mine) {
                                    items.add(item(
                                            each,
                                            tree,
                                            Optional.ofNullable(
                                                    answers.get(each.session().id())),
                                            latest(asked, each.session().id()),
                                            kept,
                                            attended.get(each.session().id())));
                                }
                                return items;
                            }))));
        });
    }

    private Future<List<KeptEnrolments.Mine>> mine(String person, Instant from, Instant to) {
        return enrolments.withSessions(person, from, to).map(found -> found.stream()
                .filter(each -> each.session().state() != State.DRAFT)
                .sorted(Comparator.comparing(
                                (KeptEnrolments.Mine each) -> each.session().startsAt())
                        .thenComparing(each -> each.session().id()))
                .toList());
    }

    private Future<Map<String, MyAttendance.Attended>> attended(String person, List<KeptEnrolments.Mine> mine) {
        List<Session> begun = new ArrayList<>();
        Instant now = clock.instant();
        for (KeptEnrolments.Mine each : mine) {
            if (!each.session().startsAt().minus(Duration.ofHours(2)).isAfter(now)) begun.add(each.session());
        }
        if (begun.isEmpty()) return Future.succeededFuture(new HashMap<>());
        Instant from = begun.get(0).startsAt();
        Instant to = begun.get(begun.size() - 1).startsAt().plusMillis(1);
        return attendance.of(person, from, to);
    }

    private static @Nullable Absence latest(List<Absence> asked, String session) {
        return asked.stream()
                .filter(absence -> absence.session().equals(session)
                        && absence.state() != Absence.State.WITHDRAWN
                        && absence.state() != Absence.State.PROPOSED)
                .max(Comparator.comparing(Absence::filedAt))
                .orElse(null);
    }

    private static JsonObject item(
            KeptEnrolments.Mine mine,
            UnitTree tree,
            Optional<ReplyStore.Answer> answer,
            @Nullable Absence absence,
            Map<String, AbsenceFile> kept,
            MyAttendance.@Nullable Attended attended) {
        Session session = mine.session();
        Required required = mine.entry().required();
        JsonObject body = base(mine, tree)
                .put("standing", ScopeJson.lower(required.standing()))
                .put("capacity", required.capacity())
                .put("reason", required.reason())
                .put(
                        "reply",
                        ScopeJson.lower(answer.map(ReplyStore.Answer::reply).orElse(Required.Reply.NONE)))
                .put(
                        "askAgain",
                        answer.map(given -> given.sequence() < session.sequence())
                                .orElse(false))
                .put("attendance", attended(attended));
        if (session.mode() != Mode.IN_ROOM) body.put("join", "/vao/" + session.id());
        if (absence != null) body.put("absence", AbsenceRoutes.json(absence, null, kept.get(absence.id())));
        return body;
    }

    private static JsonObject base(KeptEnrolments.Mine mine, UnitTree tree) {
        Session session = mine.session();
        LocalDate day = day(session.startsAt());
        return new JsonObject()
                .put("session", session.id())
                .put("programme", session.programme())
                .put("kind", ScopeJson.lower(session.kind()))
                .put("title", session.title())
                .put("topic", session.topic())
                .put("number", session.number())
                .put("lecturer", session.lecturer())
                .put("startsAt", session.startsAt())
                .put("endsAt", session.endsAt())
                .put("mode", ScopeJson.lower(session.mode()))
                .put("state", ScopeJson.lower(session.state()))
                .put("rehearsal", session.rehearsal())
                .put("unitName", tree.fullName(session.unit(), day))
                .put(
                        "site",
                        mine.entry()
                                .required()
                                .siteId()
                                .flatMap(session::site)
                                .map(MySchedule::site)
                                .orElse(null));
    }

    static JsonObject site(Site site) {
        return new JsonObject()
                .put("id", site.id())
                .put("name", site.name())
                .put("kind", ScopeJson.lower(site.kind()))
                .put("address", site.address());
    }

    private static @Nullable JsonObject attended(MyAttendance.@Nullable Attended attended) {
        if (attended == null) return null;
        return new JsonObject()
                .put("standing", attended.standing())
                .put("flags", new JsonArray(attended.flags()))
                .put("madeUp", attended.madeUp())
                .put("mode", attended.mode())
                .put("minutes", attended.minutes());
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ResolveList.HERE);
    }
}
