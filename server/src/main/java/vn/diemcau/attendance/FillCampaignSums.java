package vn.diemcau.attendance;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.diemcau.schedule.Programme;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;

/**
 * Use case: sessions counted by a version that kept no sums of campaigns enter them, once after an upgrade. Their tallies are counted
 * anew from attendance, and the sums above follow by their marks; stopped anywhere it is done again and changes nothing more.
 */
final class FillCampaignSums {
    private static final Logger LOG = LoggerFactory.getLogger(FillCampaignSums.class);
    private static final String NAME = "campaign_sums";
    private static final int AT_ONCE = 200;

    private final Schedule schedule;
    private final UpgradeStore upgrades;
    private final FrameStore frames;
    private final KeepFrame keepFrame;
    private final InstantSource clock;

    FillCampaignSums(
            Schedule schedule, UpgradeStore upgrades, FrameStore frames, KeepFrame keepFrame, InstantSource clock) {
        this.schedule = schedule;
        this.upgrades = upgrades;
        this.frames = frames;
        this.keepFrame = keepFrame;
        this.clock = clock;
    }

    Future<Void> handle() {
        return upgrades.done(NAME)
                .compose(done -> done
                        ? Future.succeededFuture()
                        : page("").compose(filled -> upgrades.finish(NAME, clock.instant())));
    }

    private Future<Void> page(String after) {
        return schedule.inCampaigns(after, AT_ONCE).compose(some -> {
            Future<Void> chain = Future.succeededFuture();
            for (Programme each : some) chain = chain.compose(done -> fill(each));
            if (some.size() < AT_ONCE) return chain;
            String last = some.get(some.size() - 1).id();
            LOG.info("sums of campaigns: filled up to programme {}", last);
            return chain.compose(done -> page(last));
        });
    }

    private Future<Void> fill(Programme programme) {
        String campaign = programme.campaign();
        if (campaign == null || !KeepFrame.namesSums(campaign)) return Future.succeededFuture();
        return schedule.sessionsOf(programme.id()).compose(sessions -> fill(sessions, campaign));
    }

    private Future<Void> fill(List<Session> sessions, String campaign) {
        Future<Void> chain = Future.succeededFuture();
        for (Session each : sessions) {
            chain = chain.compose(done -> upgrades.joins(each.id(), campaign))
                    .compose(done -> frames.frame(each.id()))
                    .compose(frame -> frame.filter(one -> one.version() > 0 && campaign.equals(one.campaign()))
                            .map(one -> keepFrame.retally(one.session()))
                            .orElse(Future.succeededFuture()));
        }
        return chain;
    }
}
