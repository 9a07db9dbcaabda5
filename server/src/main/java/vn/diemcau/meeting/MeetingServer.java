package vn.diemcau.meeting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Jitsi installation.
 *
 * @param url of its web front
 * @param appId the issuer its Prosody accepts
 * @param key what tokens are signed with
 * @param prosodies where our module answers, one for each Prosody; none when somebody else runs it
 * @param presenceSecret what our module wants to hear, at least 32 characters
 * @param observed a Prosody that somebody else runs, to be looked at from inside its rooms; null when there is none
 */
public record MeetingServer(
        String url,
        String appId,
        SigningKey key,
        List<Prosody> prosodies,
        @Nullable String presenceSecret,
        @Nullable Observed observed) {
    /**
     * A Prosody with our module.
     *
     * @param name by which it is known here, for ever: cursors stand under it
     * @param url of the module, for example http://prosody:5280/diemcau/presence
     */
    public record Prosody(String name, String url) {}

    /**
     * An account on a Prosody without our module.
     *
     * @param name by which it is known here, for ever
     * @param domain of the account
     * @param conference the component of the rooms
     * @param boundSeconds how long after somebody's leaving it is seen, at most
     */
    public record Observed(
            String name,
            String host,
            int port,
            String domain,
            String user,
            String password,
            String conference,
            int boundSeconds) {
        /** There alone the connection may be in clear. */
        boolean withinThisMachine() {
            return host.equals("localhost") || host.matches("127(\\.\\d{1,3}){3}");
        }

        @Override
        public String toString() {
            return name + " (" + user + "@" + domain + ")";
        }
    }
}
