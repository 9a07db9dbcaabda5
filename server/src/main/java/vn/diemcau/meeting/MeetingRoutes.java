package vn.diemcau.meeting;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import vn.diemcau.access.Action;
import vn.diemcau.enrolment.Enrolments;
import vn.diemcau.http.Api;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;
import vn.diemcau.schedule.Schedule;

/** HTTP of joining; the feature's only public type. */
public final class MeetingRoutes {
    /**
     * A Jitsi installation.
     *
     * @param url of its web front
     * @param appId the issuer its Prosody accepts
     * @param secret shared with its Prosody, at least 32 characters
     */
    public record Server(String url, String appId, String secret) {}

    private final JoinSession joinSession;

    /** @param server the meeting server, or null when there is none */
    public MeetingRoutes(Schedule schedule, Enrolments enrolments, @Nullable Server server, InstantSource clock) {
        JoinTokens tokens = server == null ? null : new JoinTokens(server.appId(), server.secret());
        joinSession = new JoinSession(schedule, enrolments, tokens, server == null ? null : server.url(), clock);
    }

    public void mount(Api api) {
        api.post(
                "/sessions/{session}/join",
                Action.OWN,
                ctx -> joinSession.join(Input.of(ctx).path("session"), SignedIn.of(ctx)));
    }
}
