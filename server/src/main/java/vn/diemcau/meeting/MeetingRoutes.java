package vn.diemcau.meeting;

import vn.diemcau.access.Action;
import vn.diemcau.http.Api;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;

/** HTTP of joining; decides nothing. */
final class MeetingRoutes {
    private final JoinSession joinSession;

    MeetingRoutes(JoinSession joinSession) {
        this.joinSession = joinSession;
    }

    void mount(Api api) {
        api.post(
                "/sessions/{session}/join",
                Action.OWN,
                ctx -> joinSession.join(Input.of(ctx).path("session"), SignedIn.of(ctx)));
    }
}
