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
 * nobody there is absent. What a steward sends after all goes before it. Done again, or by another node too, it changes nothing more.
 */
final class CloseSilentSites {
    private static final Logger LOG = LoggerFactory.getLogger(CloseSilentSites.class);
    private static final Duration BACK = Duration.ofDays(40);
    private static final int AT_ONCE = 500;

    private final Schedule schedule;
    private final FrameStore frames;
    private final KeptAttendances attendances;
    private final SiteWordStore words;
    private final RecordEvidence record;
    private final Live live;
    private final Audit audit;
    private final InstantSource clock;

    CloseSilentSites(
            Schedule schedule,
            FrameStore frames,
            KeptAttendances attendances,
            SiteWordStore words,
            RecordEvidence record,
            Live live,
            Audit audit,
            InstantSource clock) {
        this.schedule = schedule;
        this.frames = frames;
        this.attendances = attendances;
        this.words = words;
        this.record = record;
        this.live = live;
        this.audit = audit;
        this.clock = clock;
    }

    /** Every open session of the last weeks; one that fails does not keep the others from it. */
    Future<Void> handle() {
        return page("", clock.instant());
    }

    private Future<Void> page(String after, Instant now) {
        return frames.open(now.minus(BACK), now, after, AT_ONCE).compose(open -> {
            Future<Void> chain = Future.succeededFuture();
            for (Frame each : open) {
                chain = chain.compose(done -> judge(each, now).otherwise(failure -> {
                    LOG.warn("silent sites of {}: {}", each.session(), failure.toString());
                    return null;
                }));
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
            SiteWord word =
                    new SiteWord("reminder", session.id(), site, SiteWord.Kind.REMINDER, now, "", Map.of(), null, null);
            chain = chain.compose(done -> words.add(word)).map(added -> {
                if (added) live.nudge(Topics.wall(session.id()));
                return null;
            });
        }
        return chain;
    }

    private Future<Void> close(Session session, List<String> silent, Instant at) {
        Future<Void> chain = Future.succeededFuture();
        for (String site : silent) {
            Claim claim = new Claim(
                    "rule-" + site,
                    session.id(),
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
            chain = chain.compose(done -> record.handle(claim))
                    .compose(answer -> answer.result() == Answer.Result.COUNTED
                            ? audit.add(
                                    "rule",
                                    "site_closed_by_rule",
                                    "session/" + session.id() + "/site/" + site,
                                    new JsonObject())
                            : Future.succeededFuture());
        }
        return chain.compose(done -> frames.ruled(session.id()));
    }
}
