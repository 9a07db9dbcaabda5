package vn.diemcau.attendance;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.diemcau.enrolment.Enrolments;
import vn.diemcau.enrolment.Required;
import vn.diemcau.people.People;
import vn.diemcau.schedule.Session;
import vn.diemcau.schedule.Site;

/** The signed site pack: all a phone needs to take the roll of one site for a day without signal. */
final class ReadPack {
    private static final Duration GOOD_AFTER_END = Duration.ofHours(36);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Enrolments enrolments;
    private final People people;
    private final FrameStore frames;
    private final Badges badges;
    private final Keys keys;
    private final InstantSource clock;

    ReadPack(Enrolments enrolments, People people, FrameStore frames, Badges badges, Keys keys, InstantSource clock) {
        this.enrolments = enrolments;
        this.people = people;
        this.frames = frames;
        this.badges = badges;
        this.keys = keys;
        this.clock = clock;
    }

    Future<JsonObject> handle(Session session, Site site) {
        return Future.all(
                        enrolments.atSite(session.id(), site.id()),
                        enrolments.version(session.id()),
                        badges.revoked(),
                        people.tree(),
                        frames.frame(session.id()))
                .compose(all -> {
                    List<Required> required = all.resultAt(0);
                    int version = all.resultAt(1);
                    List<String> revoked = all.resultAt(2);
                    vn.diemcau.people.UnitTree tree = all.resultAt(3);
                    java.util.Optional<Frame> frame = all.resultAt(4);
                    String unitName =
                            tree.unit(session.unit()).map(unit -> unit.name()).orElse("");
                    return badges.of(required.stream().map(Required::person).toList())
                            .map(byPerson -> signed(pack(
                                            session,
                                            site,
                                            required,
                                            byPerson,
                                            frame.map(Frame::policy).orElse(Policy.usual(session.kind())))
                                    .put(
                                            "session",
                                            AttendanceJson.session(
                                                    session,
                                                    unitName,
                                                    frame.map(Frame::closed).isPresent()))
                                    .put("version", version)
                                    .put("revoked", new JsonArray(revoked))));
                });
    }

    private JsonObject pack(
            Session session,
            Site site,
            List<Required> required,
            Map<String, BadgeStore.Badge> byPerson,
            Policy policy) {
        Instant now = clock.instant();
        JsonArray persons = new JsonArray();
        for (Required each : required) {
            JsonObject person = new JsonObject()
                    .put("id", each.person())
                    .put("name", each.name())
                    .put("sortKey", each.sortKey())
                    .put("folded", each.folded())
                    .put("unitName", each.unitName())
                    .put("standing", each.standing().name().toLowerCase(Locale.ROOT));
            if (each.birthYear() != null) person.put("birthYear", each.birthYear());
            BadgeStore.Badge badge = byPerson.get(each.person());
            person.put("badges", badge == null ? new JsonArray() : new JsonArray().add(badge.number()));
            if (badge != null) person.put("short", badge.shortCode());
            persons.add(person);
        }
        return new JsonObject()
                .put("site", AttendanceJson.site(site))
                .put("issuedAt", now.toString())
                .put("notAfter", session.endsAt().plus(GOOD_AFTER_END).toString())
                .put("people", persons)
                .put("badgeKeys", new JsonArray().add(new JsonObject(keys.badgeJwk())))
                .put("revokedAt", now.toString())
                .put("roomKey", BASE64.encodeToString(RoomCode.key(keys, session.id(), site.id())))
                .put("lateMinutes", policy.lateMinutes())
                .put("earlyMinutes", policy.earlyMinutes())
                .put("serverTime", now.toString());
    }

    private JsonObject signed(JsonObject pack) {
        byte[] bytes = pack.encode().getBytes(StandardCharsets.UTF_8);
        return new JsonObject()
                .put("pack", BASE64.encodeToString(bytes))
                .put("signature", BASE64.encodeToString(keys.signPack(bytes)))
                .put("keyId", String.valueOf(Keys.KEY_ID))
                .put("keys", new JsonArray().add(new JsonObject(keys.packJwk())).add(new JsonObject(keys.badgeJwk())));
    }

    /** The rows of the printed roll. */
    Future<List<Sheets.Line>> lines(Session session, Site site) {
        return enrolments.atSite(session.id(), site.id()).map(required -> required.stream()
                .sorted(Comparator.comparing(Required::sortKey))
                .map(each -> new Sheets.Line(
                        each.person(),
                        each.name(),
                        each.birthYear() == null ? "" : String.valueOf(each.birthYear()),
                        each.unitName()))
                .toList());
    }
}
