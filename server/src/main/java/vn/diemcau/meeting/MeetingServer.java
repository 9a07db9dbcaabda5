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
 */
public record MeetingServer(
        String url,
        String appId,
        SigningKey key,
        List<Prosody> prosodies,
        @Nullable String presenceSecret) {
    /**
     * A Prosody with our module.
     *
     * @param name by which it is known here, for ever: cursors stand under it
     * @param url of the module, for example http://prosody:5280/diemcau/presence
     */
    public record Prosody(String name, String url) {}
}
