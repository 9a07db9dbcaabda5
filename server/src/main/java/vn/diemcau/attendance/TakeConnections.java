package vn.diemcau.attendance;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diemcau.attendance.Evidence.Detail;
import vn.diemcau.attendance.Evidence.Kind;

/** Use case: connections become evidence, of a person's presence or of a site's link. */
final class TakeConnections implements Connections {
    private static final int CHUNK = 400;

    private final RecordEvidence record;

    TakeConnections(RecordEvidence record) {
        this.record = record;
    }

    @Override
    public Future<Integer> keep(List<Connection> connections) {
        Future<Integer> chain = Future.succeededFuture(0);
        for (int from = 0; from < connections.size(); from += CHUNK) {
            List<Claim> claims = new ArrayList<>();
            for (Connection one : connections.subList(from, Math.min(connections.size(), from + CHUNK))) {
                if (one.person() != null) claims.add(ofPerson(one, one.person()));
                else if (one.site() != null) claims.add(ofSite(one, one.site()));
            }
            chain = chain.compose(before -> record.handle(claims).map(answers -> before + notKept(answers)));
        }
        return chain;
    }

    private static int notKept(List<Answer> answers) {
        return (int) answers.stream()
                .filter(answer -> answer.result() == Answer.Result.ID_REUSED
                        || Refusal.Cause.MALFORMED.wire().equals(answer.reason()))
                .count();
    }

    private static Claim ofPerson(Connection one, String person) {
        return claim(one, person, null, one.up() ? Kind.CONNECTED : Kind.DISCONNECTED);
    }

    private static Claim ofSite(Connection one, String site) {
        return claim(one, "site:" + site, site, one.up() ? Kind.LINK_UP : Kind.LINK_DOWN);
    }

    private static Claim claim(Connection one, String subject, @Nullable String site, Kind kind) {
        return new Claim(
                one.id(),
                one.session(),
                subject,
                null,
                kind,
                one.observed() ? Evidence.Source.OBSERVER : Evidence.Source.MEETING,
                null,
                site,
                one.by(),
                one.line(),
                one.at(),
                one.boundSeconds(),
                Detail.NONE,
                null);
    }
}
