package vn.diemcau.enrolment;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diemcau.access.Action;
import vn.diemcau.access.Grant;
import vn.diemcau.http.Api;
import vn.diemcau.http.BeforeAfter;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;
import vn.diemcau.problem.Problem;
import vn.diemcau.schedule.Programme;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;

/** HTTP in, HTTP out: how a summons is written, who has received it, and the links that are passed on in chats. */
final class SummonsRoutes {
    private static final int SHOWN = 200;

    private final PlannedBy planned;
    private final Schedule schedule;
    private final SummonsStore summonses;
    private final SummonsPapers papers;
    private final LinkStore links;
    private final KeptEnrolments enrolments;
    private final ReplyStore replies;
    private final String publicUrl;
    private final InstantSource clock;

    SummonsRoutes(
            Schedule schedule,
            SummonsStore summonses,
            SummonsPapers papers,
            LinkStore links,
            KeptEnrolments enrolments,
            ReplyStore replies,
            String publicUrl,
            InstantSource clock) {
        this.planned = new PlannedBy(schedule);
        this.schedule = schedule;
        this.summonses = summonses;
        this.papers = papers;
        this.links = links;
        this.enrolments = enrolments;
        this.replies = replies;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    void mount(Api api) {
        api.get("/programmes/{programme}/paper", Action.READ_PROGRAMMES, this::paper);
        api.put("/programmes/{programme}/paper", Action.SUMMON, BeforeAfter.of(this::paperNow, this::putPaper));
        api.get("/programmes/{programme}/summonses", Action.READ_PROGRAMMES, this::ofProgramme);
        api.post(
                "/programmes/{programme}/summonses/{unit}/links",
                Action.SUMMON,
                BeforeAfter.of(this::linksNow, this::createLink));
        api.delete(
                "/programmes/{programme}/summonses/{unit}/links",
                Action.SUMMON,
                BeforeAfter.of(this::linksNow, this::revokeLinks));
        api.put(
                "/programmes/{programme}/summonses/{unit}/receipt",
                Action.CONFIRM_RECEIPT,
                BeforeAfter.of(this::receiptsNow, this::confirm));
        api.get("/summonses", Action.CONFIRM_RECEIPT, this::received);
        api.get("/links/{token}", Action.ANYONE, this::open);
    }

    private Future<Optional<JsonObject>> paperNow(RoutingContext ctx) {
        return summonses.paper(Input.of(ctx).path("programme")).map(found -> found.map(SummonsJson::paper));
    }

    /** How many links open it. */
    private Future<Optional<JsonObject>> linksNow(RoutingContext ctx) {
        Input in = Input.of(ctx);
        return links.to(LinkStore.toSummons(in.path("programme"), in.path("unit")))
                .map(found -> Optional.of(new JsonObject().put("links", found.size())));
    }

    private Future<Optional<JsonObject>> receiptsNow(RoutingContext ctx) {
        Input in = Input.of(ctx);
        return summonses.find(in.path("programme"), in.path("unit")).map(found -> found.map(SummonsJson::receipts));
    }

    private Future<JsonObject> paper(RoutingContext ctx) {
        return planned.programme(Input.of(ctx).path("programme"), SignedIn.of(ctx), Action.READ_PROGRAMMES)
                .compose(papers::paper)
                .map(SummonsJson::paper);
    }

    private Future<JsonObject> putPaper(RoutingContext ctx) {
        Input in = Input.of(ctx);
        Paper paper = SummonsJson.readPaper(in);
        return planned.programme(in.path("programme"), SignedIn.of(ctx), Action.SUMMON)
                .compose(programme -> summonses.putPaper(programme.id(), paper))
                .map(done -> SummonsJson.paper(paper));
    }

    private Future<JsonObject> ofProgramme(RoutingContext ctx) {
        return planned.programme(Input.of(ctx).path("programme"), SignedIn.of(ctx), Action.READ_PROGRAMMES)
                .compose(programme -> summonses.ofProgramme(programme.id()))
                .map(found -> {
                    JsonArray items = new JsonArray();
                    found.forEach(summons -> items.add(SummonsJson.summons(summons)));
                    return new JsonObject()
                            .put("items", items)
                            .put(
                                    "confirmed",
                                    found.stream()
                                            .filter(summons -> summons.receipt().isPresent())
                                            .count());
                });
    }

    /** A new link and the words to paste into a chat. Links made before go on working until they are revoked. */
    private Future<Api.Reply> createLink(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn who = SignedIn.of(ctx);
        String unit = in.path("unit");
        return planned.programme(in.path("programme"), who, Action.SUMMON).compose(programme -> summons(
                        programme.id(), unit)
                .compose(summons -> papers.text(programme, summons).compose(text -> links.create(
                                LinkStore.toSummons(programme.id(), unit), who.account(), clock.instant())
                        .map(token -> {
                            String url = publicUrl + "/giay/" + token;
                            return Api.Reply.created(
                                    new JsonObject().put("url", url).put("text", text.chat(summons.unitName(), url)));
                        }))));
    }

    private Future<Void> revokeLinks(RoutingContext ctx) {
        Input in = Input.of(ctx);
        String unit = in.path("unit");
        return planned.programme(in.path("programme"), SignedIn.of(ctx), Action.SUMMON)
                .compose(programme -> links.revoke(LinkStore.toSummons(programme.id(), unit), clock.instant()));
    }

    private Future<JsonObject> confirm(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn who = SignedIn.of(ctx);
        String programme = in.path("programme");
        String unit = in.path("unit");
        return summons(programme, unit)
                .compose(summons -> {
                    who.require(Action.CONFIRM_RECEIPT, summons.unitPath());
                    return summonses.received(
                            summons,
                            new Summons.Receipt(summons.content(), who.account(), who.name(), clock.instant()));
                })
                .compose(done -> summons(programme, unit))
                .map(SummonsJson::summons);
    }

    /** What the caller's units were summoned to, the newest first. */
    private Future<JsonObject> received(RoutingContext ctx) {
        Map<String, Summons> found = new LinkedHashMap<>();
        Future<Void> chain = Future.succeededFuture();
        for (Grant grant : SignedIn.of(ctx).grants()) {
            if (!Action.CONFIRM_RECEIPT.roles().contains(grant.role())
                    || grant.unitPath().isEmpty()) continue;
            chain = chain.compose(done -> summonses.within(grant.unitPath(), SHOWN))
                    .map(some -> {
                        some.forEach(summons -> found.putIfAbsent(summons.programme() + "|" + summons.unit(), summons));
                        return null;
                    });
        }
        return chain.compose(done -> withTitles(new ArrayList<>(found.values())));
    }

    private Future<JsonObject> withTitles(List<Summons> found) {
        JsonArray items = new JsonArray();
        Future<Void> chain = Future.succeededFuture();
        found.sort(java.util.Comparator.comparing(Summons::issuedAt).reversed());
        for (Summons summons : found) {
            chain = chain.compose(done -> schedule.programme(summons.programme()))
                    .map(programme -> {
                        programme.ifPresent(known -> items.add(SummonsJson.summons(summons)
                                .put("title", known.title())
                                .put("startsAt", known.startsAt())));
                        return null;
                    });
        }
        return chain.map(done -> new JsonObject().put("items", items));
    }

    /** What anybody with the link may see: what, when, where, how many; no names. Whoever is signed in sees their own line. */
    private Future<JsonObject> open(RoutingContext ctx) {
        String token = Input.of(ctx).path("token");
        SignedIn who = SignedIn.find(ctx).orElse(null);
        return links.find(token).compose(link -> {
            String[] subject = link.map(LinkStore.Link::subject).orElse("").split("\\|");
            if (subject.length != 3 || !subject[0].equals("summons")) throw missing();
            return schedule.programme(subject[1]).compose(programme -> summons(subject[1], subject[2])
                    .compose(summons -> opened(programme.orElseThrow(SummonsRoutes::missing), summons, who)));
        });
    }

    private Future<JsonObject> opened(Programme programme, Summons summons, @Nullable SignedIn who) {
        return papers.paper(programme)
                .compose(paper -> papers.sessions(programme).compose(sessions -> {
                    JsonObject body = SummonsJson.open(programme, paper, summons, sessions);
                    if (who == null) return Future.succeededFuture(body);
                    if (who.may(Action.CONFIRM_RECEIPT, summons.unitPath())) body.put("mayConfirm", true);
                    body.put("receivedAt", summons.receivedAt());
                    return who.person() == null ? Future.succeededFuture(body) : withMine(body, sessions, who.person());
                }));
    }

    private Future<JsonObject> withMine(JsonObject body, List<Session> sessions, String person) {
        JsonArray mine = new JsonArray();
        List<String> ids = sessions.stream().map(Session::id).toList();
        return replies.of(person, ids).compose(answers -> {
            Future<Void> chain = Future.succeededFuture();
            for (Session session : sessions) {
                chain = chain.compose(done -> enrolments.entry(session.id(), person))
                        .map(entry -> {
                            entry.ifPresent(required -> {
                                ReplyStore.Answer answer = answers.get(session.id());
                                mine.add(new JsonObject()
                                        .put("session", session.id())
                                        .put("standing", ScopeJson.lower(required.standing()))
                                        .put(
                                                "reply",
                                                ScopeJson.lower(answer == null ? Required.Reply.NONE : answer.reply()))
                                        .put(
                                                "site",
                                                required.siteId()
                                                        .flatMap(session::site)
                                                        .map(MySchedule::site)
                                                        .orElse(null)));
                            });
                            return null;
                        });
            }
            return chain.map(done -> body.put("mine", mine));
        });
    }

    private Future<Summons> summons(String programme, String unit) {
        return summonses.find(programme, unit).map(found -> found.orElseThrow(SummonsRoutes::missing));
    }

    private static Problem missing() {
        return Problem.missing("not_found", "There is no such thing here for you.");
    }
}
