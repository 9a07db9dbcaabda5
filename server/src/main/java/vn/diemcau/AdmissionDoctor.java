package vn.diemcau;

import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import vn.diemcau.MeetingDoctor.Finding;
import vn.diemcau.bench.Participant;
import vn.diemcau.meeting.MeetingServer;

/** The doctor's part that goes in: whom a live Jitsi admits, and as what. */
final class AdmissionDoctor {
    private static final String ROOM = "diemcau-doctor";

    private final MeetingServer server;
    private final String domain;
    private final String muc;
    private final List<Finding> findings;

    AdmissionDoctor(MeetingServer server, String domain, String muc, List<Finding> findings) {
        this.server = server;
        this.domain = domain;
        this.muc = muc;
        this.findings = findings;
    }

    void look() {
        String websocket = server.url().replaceFirst("^http", "ws") + "/xmpp-websocket?room=" + ROOM + "&token=";
        try (Participant good = Participant.connect(URI.create(websocket + token(false)), domain)) {
            findings.add(Finding.ok("a token of ours is accepted"));
            room(good, false);
        } catch (Participant.Refused refused) {
            findings.add(Finding.lack("a token of ours is refused: compare JITSI_APP_ID and the key with Prosody's"));
        } catch (RuntimeException failure) {
            findings.add(Finding.lack("no websocket to " + server.url() + ": " + failure.getMessage()));
            return;
        }
        moderator(URI.create(websocket + token(true)));
        stranger(URI.create(websocket + "forged"));
    }

    private void moderator(URI address) {
        Participant moderator;
        try {
            moderator = Participant.connect(address, domain);
        } catch (RuntimeException failure) {
            findings.add(Finding.lack("a moderator's token is not let in: " + failure.getMessage()));
            return;
        }
        try (moderator) {
            room(moderator, true);
        } catch (RuntimeException parting) {
            findings.add(Finding.note("the connection did not end as it should: " + parting.getMessage()));
        }
    }

    private void stranger(URI address) {
        try {
            Participant.connect(address, domain).close();
            findings.add(Finding.lack(
                    "whoever has no token is let in: set token authentication, allow_empty_token = false"));
        } catch (Participant.Refused refused) {
            findings.add(Finding.ok("without a token nobody is let in"));
        } catch (RuntimeException failure) {
            findings.add(Finding.note(
                    "it is not known whether somebody without a token is let in: " + failure.getMessage()));
        }
    }

    /** Comes into a room of its own and looks at its own presence. */
    private void room(Participant one, boolean moderator) {
        String room = ROOM + "@" + muc;
        one.say("<iq xmlns='jabber:client' type='set' id='f' to='focus." + domain
                + "'><conference xmlns='http://jitsi.org/protocol/focus' room='" + room
                + "' machine-uid='diemcau-doctor'/></iq>");
        try {
            one.await("id='f'", "id=\"f\"");
        } catch (Participant.Refused noFocus) {
            // then the room must stand without it
        }
        try {
            String presence = one.enter(room, "doctor" + moderator);
            boolean named = presence.contains("<identity");
            if (!moderator) {
                findings.add(
                        named
                                ? Finding.ok("identity module: presence carries who the token names")
                                : Finding.note(
                                        "presence_identity is off: the weaker reading without our module would see no names"));
            }
            boolean owner = presence.contains("role='moderator'") || presence.contains("role=\"moderator\"");
            if (moderator && !owner)
                findings.add(Finding.lack("a moderator's token makes no moderator: enable token_affiliation"));
            else if (!moderator && owner)
                findings.add(
                        Finding.lack("everybody becomes a moderator: set ENABLE_AUTO_OWNER=0, JICOFO_ENABLE_AUTH=0"));
            else
                findings.add(
                        Finding.ok(moderator ? "a moderator's token makes a moderator" : "others are no moderators"));
        } catch (RuntimeException failure) {
            findings.add(Finding.lack("a room could not be entered: " + failure.getMessage()));
        }
    }

    private String token(boolean moderator) {
        JwtBuilder.BuilderHeader header = Jwts.builder().header().type("JWT");
        if (server.key().id() != null) header.keyId(server.key().id());
        return header.and()
                .issuer(server.appId())
                .claim("aud", server.appId())
                .subject("*")
                .claim("room", ROOM)
                .expiration(Date.from(Instant.now().plusSeconds(120)))
                .claim(
                        "context",
                        Map.of("user", Map.of("id", "office-doctor", "name", "Kiểm tra", "moderator", moderator)))
                .signWith(server.key().key())
                .compact();
    }
}
