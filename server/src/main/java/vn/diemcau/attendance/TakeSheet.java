package vn.diemcau.attendance;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diemcau.attendance.Evidence.Detail;
import vn.diemcau.attendance.Evidence.Kind;

/**
 * Use case: what a file says becomes evidence: coming in and going out, an excuse, and a correction only where somebody decided against
 * what was known. The ids follow from what is said, so that the same file again is the same evidence.
 */
final class TakeSheet implements SheetIntake {
    private static final int CHUNK = 200;

    private final RecordEvidence record;

    TakeSheet(RecordEvidence record) {
        this.record = record;
    }

    @Override
    public Future<Taken> take(String session, Instant startsAt, List<Mark> marks, String by) {
        return chunks(session, startsAt, marks, by, new Taken(0, 0, 0));
    }

    private Future<Taken> chunks(String session, Instant startsAt, List<Mark> left, String by, Taken sofar) {
        if (left.isEmpty()) return Future.succeededFuture(sofar);
        List<Mark> some = left.subList(0, Math.min(CHUNK, left.size()));
        List<Claim> claims = new ArrayList<>();
        List<Integer> owner = new ArrayList<>();
        for (int at = 0; at < some.size(); at++) {
            for (Claim claim : claims(session, startsAt, some.get(at), by)) {
                claims.add(claim);
                owner.add(at);
            }
        }
        return record.handle(claims).compose(answers -> {
            boolean[] fresh = new boolean[some.size()];
            boolean[] refused = new boolean[some.size()];
            for (int at = 0; at < answers.size(); at++) {
                switch (answers.get(at).result()) {
                    case COUNTED -> fresh[owner.get(at)] = true;
                    case ALREADY -> {}
                    case REFUSED, ID_REUSED -> refused[owner.get(at)] = true;
                }
            }
            int written = sofar.written();
            int already = sofar.already();
            int no = sofar.refused();
            for (int at = 0; at < some.size(); at++) {
                if (refused[at]) no++;
                else if (fresh[at]) written++;
                else already++;
            }
            return chunks(
                    session, startsAt, left.subList(some.size(), left.size()), by, new Taken(written, already, no));
        });
    }

    private static List<Claim> claims(String session, Instant startsAt, Mark mark, String by) {
        Instant from = mark.arrived() == null ? startsAt : mark.arrived();
        if (mark.decided()) {
            Detail detail = new Detail(null, null, null, null, null, mark.standing(), mark.reason(), null);
            return List.of(claim(session, mark, Kind.CORRECTION, null, startsAt, by, detail));
        }
        return switch (mark.standing()) {
            case PRESENT -> present(session, mark, from, by);
            case EXCUSED ->
                List.of(claim(session, mark, Kind.EXCUSE, null, startsAt, by, Detail.saying(mark.reason())));
            case SUBSTITUTED, UNEXCUSED, UNDETERMINED -> List.of();
        };
    }

    /** In the room at a site; without one, connected from where the person was. */
    private static List<Claim> present(String session, Mark mark, Instant from, String by) {
        boolean remote = mark.site() == null;
        List<Claim> claims = new ArrayList<>();
        claims.add(claim(session, mark, remote ? Kind.CONNECTED : Kind.IN, mark.site(), from, by, Detail.NONE));
        Instant left = mark.left();
        if (left != null && left.isAfter(from)) {
            claims.add(claim(session, mark, remote ? Kind.DISCONNECTED : Kind.OUT, mark.site(), left, by, Detail.NONE));
        }
        return claims;
    }

    private static Claim claim(
            String session, Mark mark, Kind kind, @Nullable String site, Instant at, String by, Detail detail) {
        boolean called = kind == Kind.IN && mark.arrived() == null;
        return new Claim(
                id(session, mark, kind, at),
                session,
                mark.person(),
                null,
                kind,
                Evidence.Source.SHEET,
                called ? Evidence.Method.PAPER : null,
                site,
                by,
                kind == Kind.CONNECTED || kind == Kind.DISCONNECTED ? "sheet-" + mark.person() : null,
                at,
                0,
                detail,
                null);
    }

    private static String id(String session, Mark mark, Kind kind, Instant at) {
        String said = String.join(
                "|",
                session,
                mark.person(),
                kind.name(),
                mark.standing().name(),
                String.valueOf(mark.site()),
                at.toString(),
                String.valueOf(mark.arrived() == null),
                String.valueOf(mark.reason()));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
            return "sheet-" + HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
