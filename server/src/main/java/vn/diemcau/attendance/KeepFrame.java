package vn.diemcau.attendance;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.diemcau.people.People;
import vn.diemcau.schedule.Programme;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;
import vn.diemcau.schedule.Site;
import vn.diemcau.schedule.State;

/** Use case: let attendance follow the plan: times, sites, month; a cancelled or postponed session leaves every rollup. */
final class KeepFrame {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int CHUNK = 200;
    private static final Pattern CAMPAIGN = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final Schedule schedule;
    private final People people;
    private final FrameStore frames;
    private final AttendanceStore attendance;
    private final TallyStore tallies;
    private final PolicyStore policies;
    private final InstantSource clock;
    private final Work work;

    KeepFrame(
            Schedule schedule,
            People people,
            FrameStore frames,
            AttendanceStore attendance,
            TallyStore tallies,
            PolicyStore policies,
            InstantSource clock,
            Work work) {
        this.schedule = schedule;
        this.people = people;
        this.frames = frames;
        this.attendance = attendance;
        this.tallies = tallies;
        this.policies = policies;
        this.clock = clock;
        this.work = work;
    }

    /** The frame as kept, or made from the plan; empty if there is no such session. */
    Future<Optional<Frame>> current(String session) {
        return frames.frame(session).compose(kept -> {
            if (kept.isPresent()) return Future.succeededFuture(kept);
            return schedule.session(session)
                    .compose(planned -> planned.isEmpty()
                            ? Future.succeededFuture(Optional.<Frame>empty())
                            : write(planned.get()).compose(written -> frames.frame(session)));
        });
    }

    /** The plan changed: outcomes and sums follow before this completes or by their marks. */
    Future<Void> handle(Session session) {
        return write(session)
                .compose(written -> frames.frame(session.id()))
                .compose(frame -> frame.isEmpty() || frame.get().version() == 0
                        ? Future.succeededFuture()
                        : frames.hasFollowed(frame.get())
                                .compose(done -> done ? Future.succeededFuture() : follow(frame.get())));
    }

    private Future<Void> follow(Frame frame) {
        return attendance
                .move(frame)
                .compose(moved -> attendance.unsettle(null, frame.session(), clock.millis()))
                .compose(marked -> retally(frame.session()))
                .compose(done -> frames.followed(frame));
    }

    /** Its tallies are counted anew from attendance; the sums above follow by their marks. */
    Future<Void> retally(String session) {
        return tallies.of(session).compose(all -> retally(session, all));
    }

    private Future<Void> retally(String session, List<Tally> all) {
        Set<String> groups = new HashSet<>();
        all.forEach(tally -> groups.add(session + "|" + tally.group()));
        List<String> ordered = List.copyOf(groups);
        Future<Void> chain = Future.succeededFuture();
        for (int from = 0; from < ordered.size(); from += CHUNK) {
            List<String> chunk = ordered.subList(from, Math.min(ordered.size(), from + CHUNK));
            chain = chain.compose(done -> work.tallyNow(chunk));
        }
        return chain;
    }

    /** Whether sums can be named by a campaign of this id. */
    static boolean namesSums(String campaign) {
        return CAMPAIGN.matcher(campaign).matches();
    }

    private Future<Optional<String>> campaign(Session session) {
        return schedule.programme(session.programme())
                .map(found -> found.map(Programme::campaign).filter(KeepFrame::namesSums));
    }

    private Future<Void> write(Session session) {
        return campaign(session).compose(campaign -> write(session, campaign.orElse(null)));
    }

    private Future<Void> write(Session session, @Nullable String campaign) {
        return people.tree().compose(tree -> {
            String holder = tree.unit(session.unit())
                    .map(unit -> unit.tree().name().toLowerCase(Locale.ROOT) + ":" + session.unitPath())
                    .orElse("");
            Map<String, Site.Kind> kinds = new LinkedHashMap<>();
            session.sites().forEach(site -> kinds.put(site.id(), site.kind()));
            LocalDate day = LocalDate.ofInstant(session.startsAt(), ZONE);
            boolean held = session.state() == State.ISSUED || session.state() == State.ENDED;
            Frame frame = new Frame(
                    session.id(),
                    0,
                    0,
                    session.kind(),
                    session.startsAt(),
                    day.toString().substring(0, 7),
                    session.rehearsal(),
                    session.rehearsal() || !held,
                    holder,
                    campaign,
                    Policy.usual(session.kind()),
                    ActualTimes.planned(session.startsAt(), session.endsAt()),
                    List.of(),
                    kinds,
                    null);
            return frames.plan(frame, session.endsAt())
                    .compose(planned -> policies.current(session.programme()))
                    .compose(policy -> policy.isEmpty()
                            ? Future.<Void>succeededFuture()
                            : frames.judge(session.id(), policy.get()).<Void>mapEmpty());
        });
    }
}
