package vn.diemcau.attendance;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diemcau.access.Grant;
import vn.diemcau.http.SignedIn;

/**
 * Use case: judge a device's seal and keep the verdict. Good entries go on under the device's own hand, whoever brought them; forged
 * and revoked ones go on as refused, so that they are kept and counted nowhere.
 */
final class OpenSealed {
    private static final Duration STEADY = Duration.ofMinutes(2);

    private final DeviceStore devices;

    OpenSealed(DeviceStore devices) {
        this.devices = devices;
    }

    /** Under which hand the entries go on, or why they are refused. */
    record Opened(ReadClaim.Place place, Sealed.@Nullable Verdict verdict, Refusal.@Nullable Cause refused) {}

    /** @param bearer whoever is signed in where the batch came from */
    Future<Opened> handle(ReadSealed.Batch batch, Doors.At at, SignedIn bearer, Instant now) {
        Sealed sealed = batch.sealed();
        String session = at.session().id();
        String site = at.site().id();
        return devices.one(sealed.device()).compose(found -> {
            SiteDevice device = found.orElse(null);
            Sealed.Verdict verdict = sealed.judged(device, session, site);
            Duration offset = batch.offset(now);
            if (device == null || verdict == Sealed.Verdict.FORGED) {
                ReadClaim.Place place = new ReadClaim.Place(session, site, bearer, now, offset, 0);
                return devices.keep(
                                placed(sealed, session, site), sealed.device(), verdict, ids(batch), bearer.name(), now)
                        .map(new Opened(place, verdict, Refusal.Cause.SEAL_WRONG));
            }
            ReadClaim.Place place =
                    new ReadClaim.Place(session, site, hand(device), now, offset, drift(device, offset));
            Refusal.Cause cause = verdict == Sealed.Verdict.REVOKED ? Refusal.Cause.DEVICE_REVOKED : null;
            long missing = verdict == Sealed.Verdict.GAP ? Math.max(1, sealed.first() - device.lastN() - 1) : 0;
            Future<Void> moved = verdict.held()
                    ? Future.succeededFuture()
                    : devices.advance(device, batch.lastN(), batch.lastHash(), missing, now, offset.toMillis());
            return devices.keep(sealed, device.id(), verdict, ids(batch), bearer.name(), now)
                    .compose(kept -> moved)
                    .map(new Opened(place, verdict, cause));
        });
    }

    /** What came without a seal: from a device that has a key of its own it is not taken. */
    Future<Opened> unsealed(Doors.At at, SignedIn bearer, Instant now, Duration offset) {
        ReadClaim.Place place = new ReadClaim.Place(at.session().id(), at.site().id(), bearer, now, offset, 0);
        String id = bearer.device();
        Future<Optional<SiteDevice>> device =
                id == null ? Future.succeededFuture(Optional.empty()) : devices.lately(id);
        return device.map(found -> {
            boolean seals = found.filter(one -> one.publicKey() != null).isPresent();
            return new Opened(place, null, seals ? Refusal.Cause.SEAL_MISSING : null);
        });
    }

    /** The device as the author, also where its file was brought by somebody else. */
    static SignedIn hand(SiteDevice device) {
        Grant grant = device.door()
                ? Grant.atDoor(device.session(), device.site())
                : Grant.atSite(device.session(), device.site());
        return new SignedIn("device:" + device.id(), null, device.name(), Set.of(grant), device.id(), "");
    }

    /** Seconds by which the device's clock moved against ours since the last sync, where that is more than wear. */
    private static int drift(SiteDevice device, Duration offset) {
        Long before = device.offsetMillis();
        if (before == null) return 0;
        Duration moved = offset.minusMillis(before).abs();
        return moved.compareTo(STEADY) > 0 ? (int) Math.min(moved.toSeconds(), 86_400) : 0;
    }

    /** A forged head may name any place; it is kept where it arrived. */
    private static Sealed placed(Sealed sealed, String session, String site) {
        return new Sealed(
                sealed.head(),
                sealed.lines(),
                sealed.signature(),
                sealed.device(),
                session,
                site,
                sealed.first(),
                sealed.linked(),
                sealed.previous());
    }

    private static List<String> ids(ReadSealed.Batch batch) {
        List<String> ids = new ArrayList<>();
        for (JsonObject entry : batch.entries()) {
            if (entry != null && entry.getValue("id") instanceof String id) ids.add(id);
        }
        return ids;
    }
}
