package vn.diemcau;

import java.util.ArrayList;
import java.util.List;
import vn.diemcau.attendance.AttendanceFeature;
import vn.diemcau.enrolment.EnrolmentFeature;
import vn.diemcau.files.Uploads;
import vn.diemcau.identity.Identity;
import vn.diemcau.material.Materials;
import vn.diemcau.meeting.Meetings;
import vn.diemcau.mongo.Holding;
import vn.diemcau.people.Directory;
import vn.diemcau.recording.Recordings;

/** What the features hold about people, in the order of the flow. */
final class Held {
    private Held() {}

    static List<Holding> byFeatures() {
        List<Holding> all = new ArrayList<>();
        all.addAll(Directory.holdings());
        all.addAll(Identity.holdings());
        all.addAll(EnrolmentFeature.holdings());
        all.addAll(Uploads.holdings());
        all.addAll(Materials.holdings());
        all.addAll(Recordings.holdings());
        all.addAll(Meetings.holdings());
        all.addAll(AttendanceFeature.holdings());
        return all;
    }
}
