package vn.diemcau.meeting;

import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Mints the tokens that Jitsi's Prosody accepts: one room, an opaque id and a name and nothing else about the person, good for minutes.
 * Everything under {@code context.user} is shown to every participant, so nothing more may stand there.
 */
final class JoinTokens {
    private static final Duration VALID = Duration.ofMinutes(10);
    /** Clocks of two servers may differ by so much. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    /** Who comes in. */
    record Guest(String id, String name, boolean moderator, boolean mayRecord) {}

    private final String appId;
    private final SigningKey key;

    JoinTokens(String appId, SigningKey key) {
        this.appId = appId;
        this.key = key;
    }

    /** @param room the room's name; lower case in the token, as Prosody compares it */
    String mint(String room, Guest guest, Instant now) {
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("id", guest.id());
        user.put("name", guest.name());
        user.put("moderator", guest.moderator());
        Map<String, Object> features = new LinkedHashMap<>();
        features.put("recording", guest.mayRecord());
        features.put("livestreaming", false);
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("user", user);
        context.put("features", features);
        JwtBuilder.BuilderHeader header = Jwts.builder().header().type("JWT");
        if (key.id() != null) header.keyId(key.id());
        return header.and()
                .issuer(appId)
                .claim("aud", appId)
                .subject("*")
                .claim("room", room.toLowerCase(Locale.ROOT))
                .notBefore(Date.from(now.minus(SKEW)))
                .expiration(expires(now))
                .claim("context", context)
                .signWith(key.key())
                .compact();
    }

    static Date expires(Instant now) {
        return Date.from(now.plus(VALID));
    }
}
