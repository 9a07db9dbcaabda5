package vn.diemcau.attendance;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import vn.diemcau.http.Input;
import vn.diemcau.problem.Problem;

/** Use case: somebody who may correct has looked at what a revoked device had still to say, and takes it. Forged entries are never taken. */
final class AcceptHeld {
    private final DeviceStore devices;
    private final RecordEvidence record;
    private final InstantSource clock;

    AcceptHeld(DeviceStore devices, RecordEvidence record, InstantSource clock) {
        this.devices = devices;
        this.record = record;
        this.clock = clock;
    }

    /** Completes with how many entries were taken; the same again takes each once. */
    Future<Integer> handle(SiteDevice device, Function<JsonObject, Input> read) {
        return devices.held(device.session()).compose(held -> {
            List<Claim> claims = new ArrayList<>();
            List<DeviceStore.Held> seals = held.stream()
                    .filter(each ->
                            each.device().equals(device.id()) && each.verdict().equals("revoked"))
                    .toList();
            ReadClaim.Place place = new ReadClaim.Place(
                    device.session(),
                    device.site(),
                    OpenSealed.hand(device),
                    clock.instant(),
                    Duration.ofMillis(device.offsetMillis() == null ? 0 : device.offsetMillis()),
                    0);
            for (DeviceStore.Held seal : seals) {
                for (String line : seal.lines()) claim(read, line, place, claims);
            }
            return record.handle(claims).compose(answers -> devices.accepted(
                            seals.stream().map(DeviceStore.Held::id).toList())
                    .map((int) answers.stream()
                            .filter(each ->
                                    each.result() == Answer.Result.COUNTED || each.result() == Answer.Result.ALREADY)
                            .count()));
        });
    }

    private static void claim(
            Function<JsonObject, Input> read, String line, ReadClaim.Place place, List<Claim> claims) {
        try {
            JsonObject entry = new JsonObject(line);
            claims.add(ReadClaim.of(read.apply(entry), entry.getString("id", ""), place));
        } catch (Problem | io.vertx.core.json.DecodeException unreadable) {
            // stays held; the device's other entries are taken
        }
    }
}
