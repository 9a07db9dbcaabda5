package vn.diemcau.attendance;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.diemcau.audit.Audit;
import vn.diemcau.http.Live;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;

/**
 * Use case: sites that say nothing are reminded at the policy's time and, at its other one, closed by rule: as such on every record, and
 * nobody there is absent. What a steward sends after all goes before it. Done again, or by another node too, it changes nothing more;
 * stopped anywhere, it goes on where it was, and each closing has its line in the audit record.
 */
final class CloseSilentSites {
    private static final Logger LOG = LoggerFactory.getLogger(CloseSilentSites.class);
    private static final Duration BACK = Duration.ofDays(40);
    private static final int AT_ONCE = 500;
    /** So long after it began, whoever was closing a session's sites is taken to have stopped. */
    private static final Duration GIVEN_UP = Duration.ofMinutes(2);

    private final Schedule schedule;
    private final FrameStore frames;
    private final KeptAttendances attendances;
    private final SiteWordStore words;
    private final RecordEvidence record;
    private final EvidenceStore evidence;
    private final Live live;
    private final Audit audit;
    private final InstantSource clock;

    CloseSilentSites(
            Schedule schedule,
            FrameStore frames,
            KeptAttendances attendances,
            SiteWordStore words,
            RecordEvidence record,
            EvidenceStore evidence,
            Live live,
            Audit audit,
            InstantSource clock) {
        this.schedule = schedule;
        this.frames = frames;
        this.attendances = attendances;
        this.words = words;
        this.record = record;
        this.evidence = evidence;
        this.live = live;
        this.audit = audit;
        this.clock = clock;
    }

    /** Every open session of the last weeks; one that fails does not keep the others from it. */
    Future<Void> handle() {
        Instant now = clock.instant();
        return frames.rulingsLeft(now.minus(GIVEN_UP)).compose(left -> {
            Future<Void> chain = Future.succeededFuture();
            for (FrameStore.Ruling each : left) chain = chain.compose(done -> apart(goOn(each), each.session()));
            return chain.compose(done -> page("", now));
        });
    }

    /** One session that fails keeps no other from it. */
    private static Future<Void> apart(Future<Void> work, String session) {
        return work.otherwise(failure -> {
            LOG.warn("silent sites of {}: {}", session, failure.toString());
            return null;
        });
    }

    /** Somebody stopped between a closing and its line in the audit record: the line is written now, and says so. */
    private Future<Void> goOn(FrameStore.Ruling left) {
        List<String> ids = left.sites().stream().map(CloseSilentSites::id).toList();
        return evidence.some(left.session(), ids)
                .compose(kept -> {
                    Future<Void> chain = Future.succeededFuture();
                    for (Evidence each : kept) {
                        String site = String.valueOf(each.site());
                        JsonObject late = new JsonObject()
                                .put("closedAt", each.receivedAt().toString())
                                .put("afterAStop", true);
                        chain = chain.compose(done -> tell(left.session(), site, late));
                    }
                    return chain;
                })
                .compose(done -> frames.rulingEnded(left.session()));
    }

    private Future<Void> page(String after, Instant now) {
        return frames.open(now.minus(BACK), now, after, AT_ONCE).compose(open -> {
            Future<Void> chain = Future.succeededFuture();
            for (Frame each : open) {
                chain = chain.compose(done -> apart(judge(each, now), each.session()));
            }
            if (open.size() < AT_ONCE) return chain;
            String last = open.get(open.size() - 1).session();
            return chain.compose(done -> page(last, now));
        });
    }

    private Future<Void> judge(Frame frame, Instant now) {
        Policy policy = frame.policy();
        Instant end = frame.times().end();
        Instant ruleAt = end.plus(Duration.ofHours(policy.ruleHours()));
        boolean rule = policy.ruleHours() > 0 && !now.isBefore(ruleAt);
        Instant remindAt = frame.times().start().plus(Duration.ofMinutes(policy.remindMinutes()));
        boolean remind = policy.remindMinutes() > 0 && !now.isBefore(remindAt) && now.isBefore(end);
        if (!rule && !remind) return Future.succeededFuture();
        return schedule.session(frame.session()).compose(found -> {
            if (found.isEmpty()) return Future.succeededFuture();
            return attendances.sites(found.get()).compose(sites -> {
                List<String> silent = sites.stream()
                        .filter(each -> each.state() == SiteFigures.State.SILENT)
                        .map(SiteFigures::site)
                        .toList();
                return rule ? close(found.get(), silent, ruleAt) : remind(found.get(), silent, now);
            });
        });
    }

    private Future<Void> remind(Session session, List<String> silent, Instant now) {
        Future<Void> chain = Future.succeededFuture();
        for (String site : silent) {
            SiteWord word = new SiteWord(
                    SiteWordStore.REMINDER, session.id(), site, SiteWord.Kind.REMINDER, now, "", Map.of(), null, null);
            chain = chain.compose(done -> words.add(word)).map(added -> {
                if (added) nudge(session.id(), site);
                return null;
            });
        }
        return chain;
    }

    /** The wall shows whom to call, and the site's own phones that they are waited for. */
    private void nudge(String session, String site) {
        live.nudge(Topics.wall(session));
        live.nudge(Topics.roll(session, site));
        live.nudge(Topics.rollWithPhones(session, site));
    }

    private Future<Void> close(Session session, List<String> silent, Instant at) {
        return frames.ruling(new FrameStore.Ruling(session.id(), silent), clock.instant())
                .compose(ours -> {
                    if (!ours) return Future.succeededFuture();
                    Future<Void> chain = Future.succeededFuture();
                    for (String site : silent) chain = chain.compose(done -> close(session.id(), site, at));
                    return chain.compose(done -> frames.ruled(session.id()));
                });
    }

    private Future<Void> close(String session, String site, Instant at) {
        Claim claim = new Claim(
                id(site),
                session,
                "site:" + site,
                null,
                Evidence.Kind.CLOSE,
                Evidence.Source.RULE,
                null,
                site,
                "",
                null,
                at,
                0,
                Evidence.Detail.NONE,
                null);
        return record.handle(claim)
                .compose(answer -> answer.result() == Answer.Result.COUNTED
                        ? tell(session, site, new JsonObject())
                        : Future.succeededFuture());
    }

    private static String id(String site) {
        return "rule-" + site;
    }

    private Future<Void> tell(String session, String site, JsonObject detail) {
        return audit.add("rule", "site_closed_by_rule", CloseSite.scope(session, site), detail)
                .compose(kept -> frames.told(session, site, clock.instant()));
    }
}
