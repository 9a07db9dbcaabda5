package vn.diemcau.attendance;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The sessions of one campaign: its own sums, and the records of its sessions. */
final class CampaignAccounts implements Accounts {
    private final String campaign;
    private final Accounts all;
    private final RollupReader rollups;
    private final FrameStore frames;

    CampaignAccounts(String campaign, Accounts all, RollupReader rollups, FrameStore frames) {
        this.campaign = campaign;
        this.all = all;
        this.rollups = rollups;
        this.frames = frames;
    }

    private List<String> own(Collection<String> treePaths) {
        return treePaths.stream().map(path -> RollupKey.within(campaign, path)).toList();
    }

    @Override
    public Future<List<Rollup>> rollups(Collection<String> treePaths, YearMonth from, YearMonth to) {
        return rollups.of(own(treePaths), from, to);
    }

    @Override
    public Future<List<Rollup>> childrenOf(Collection<String> treePaths, YearMonth from, YearMonth to) {
        return rollups.below(own(treePaths), from, to);
    }

    @Override
    public Future<Void> eachIn(String treePath, Instant from, Instant to, Consumer<Attendance> consumer) {
        return frames.ofCampaign(campaign)
                .compose(sessions -> all.eachIn(treePath, from, to, one -> {
                    if (sessions.contains(one.session())) consumer.accept(one);
                }));
    }

    @Override
    public Future<List<Attendance>> of(String person, Instant from, Instant to) {
        return frames.ofCampaign(campaign)
                .compose(sessions -> all.of(person, from, to).map(records -> of(sessions, records)));
    }

    private static List<Attendance> of(Set<String> sessions, List<Attendance> records) {
        return records.stream().filter(one -> sessions.contains(one.session())).toList();
    }

    @Override
    public Future<Boolean> moving(Collection<String> treePaths) {
        return all.moving(treePaths);
    }
}
