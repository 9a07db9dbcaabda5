package vn.diemcau.attendance;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Use case: seal the roll of a site as its steward closed it: all that was said there until then. Once; the first stands. */
final class CloseSite {
    private final EvidenceStore evidence;
    private final ClosingStore closings;

    CloseSite(EvidenceStore evidence, ClosingStore closings) {
        this.evidence = evidence;
        this.closings = closings;
    }

    static String scope(String session, String site) {
        return "session/" + session + "/site/" + site;
    }

    Future<Closing> handle(String session, String site, Counts counts, String by, Instant at) {
        return closings.of(scope(session, site)).compose(standing -> {
            if (standing.isPresent()) return Future.succeededFuture(standing.get());
            List<Closing.Leaf> leaves = new ArrayList<>();
            return evidence.eachAt(session, site, each -> leaves.add(closings.leaf(CloseSession.record(each))))
                    .compose(read -> closings.append(
                            Closing.of(
                                    Closing.Level.SITE,
                                    scope(session, site),
                                    by,
                                    at.truncatedTo(ChronoUnit.MILLIS),
                                    counts,
                                    leaves),
                            leaves));
        });
    }
}
