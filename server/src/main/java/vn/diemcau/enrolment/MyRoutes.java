package vn.diemcau.enrolment;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.diemcau.access.Action;
import vn.diemcau.http.Api;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;
import vn.diemcau.problem.Problem;
import vn.diemcau.schedule.CalendarText;
import vn.diemcau.schedule.State;

/** HTTP in, HTTP out: a person's own schedule, year, answers and calendar feed. */
final class MyRoutes {
    private static final Duration FEED_BEFORE = Duration.ofDays(90);
    private static final Duration FEED_AFTER = Duration.ofDays(366);

    private final MySchedule schedule;
    private final KeptEnrolments enrolments;
    private final RecordReply reply;
    private final LinkStore links;
    private final String publicUrl;
    private final InstantSource clock;

    MyRoutes(
            MySchedule schedule,
            KeptEnrolments enrolments,
            RecordReply reply,
            LinkStore links,
            String publicUrl,
            InstantSource clock) {
        this.schedule = schedule;
        this.enrolments = enrolments;
        this.reply = reply;
        this.links = links;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    void mount(Api api) {
        api.get("/my/schedule", Action.OWN, this::mySchedule);
        api.get("/my/year", Action.OWN, this::year);
        api.put("/my/replies/{session}", Action.OWN, this::putReply);
        api.get("/my/feed", Action.OWN, this::feed);
        api.post("/my/feed", Action.OWN, this::createFeed);
        api.delete("/my/feed", Action.OWN, this::revokeFeed);
        api.get("/feeds/{token}", Action.ANYONE, this::readFeed);
    }

    private Future<JsonObject> mySchedule(RoutingContext ctx) {
        return schedule.handle(SignedIn.of(ctx).requirePerson());
    }

    private Future<JsonObject> year(RoutingContext ctx) {
        int now = LocalDate.ofInstant(clock.instant(), ResolveList.HERE).getYear();
        int year = Input.of(ctx).queryInt("year", now, 2100);
        if (year < 2000) throw Problem.invalid("year", "out_of_range", "Must lie between 2000 and 2100.");
        return schedule.year(SignedIn.of(ctx).requirePerson(), year);
    }

    private Future<Void> putReply(RoutingContext ctx) {
        Input in = Input.of(ctx);
        return reply.handle(
                in.path("session"), SignedIn.of(ctx).requirePerson(), in.choice("mode", Required.Reply.class));
    }

    private Future<JsonObject> feed(RoutingContext ctx) {
        return links.to(LinkStore.toFeed(SignedIn.of(ctx).requirePerson())).map(found -> new JsonObject()
                .put("exists", !found.isEmpty())
                .put(
                        "createdAt",
                        found.stream()
                                .map(LinkStore.Link::createdAt)
                                .max(Instant::compareTo)
                                .orElse(null)));
    }

    /** A new address; the one before stops working, so that a lost one can be replaced. */
    private Future<Api.Reply> createFeed(RoutingContext ctx) {
        SignedIn who = SignedIn.of(ctx);
        String subject = LinkStore.toFeed(who.requirePerson());
        Instant now = clock.instant();
        return links.revoke(subject, now)
                .compose(done -> links.create(subject, who.account(), now))
                .map(token -> Api.Reply.created(
                        new JsonObject().put("url", publicUrl + Api.BASE + "/feeds/" + token + ".ics")));
    }

    private Future<Void> revokeFeed(RoutingContext ctx) {
        return links.revoke(LinkStore.toFeed(SignedIn.of(ctx).requirePerson()), clock.instant());
    }

    private Future<Api.Reply> readFeed(RoutingContext ctx) {
        String token = Input.of(ctx).path("token");
        String bare = token.endsWith(".ics") ? token.substring(0, token.length() - 4) : token;
        return links.find(bare).compose(link -> {
            String subject = link.map(LinkStore.Link::subject).orElse("");
            if (!subject.startsWith(LinkStore.toFeed(""))) {
                throw Problem.missing("feed_missing", "This calendar address does not work, or no longer.");
            }
            String person = subject.substring(LinkStore.toFeed("").length());
            Instant now = clock.instant();
            return enrolments
                    .withSessions(person, now.minus(FEED_BEFORE), now.plus(FEED_AFTER))
                    .map(found -> {
                        List<CalendarText.Item> events = new ArrayList<>();
                        for (KeptEnrolments.Mine mine : found) {
                            if (mine.session().state() == State.DRAFT
                                    || mine.session().rehearsal()) continue;
                            events.add(new CalendarText.Item(
                                    mine.session(),
                                    mine.entry()
                                            .required()
                                            .siteId()
                                            .flatMap(mine.session()::site)
                                            .orElse(null),
                                    publicUrl + "/lich"));
                        }
                        return new Api.Reply(
                                200,
                                "text/calendar; charset=utf-8",
                                Buffer.buffer(CalendarText.of("Điểm Cầu", events, now)));
                    });
        });
    }
}
