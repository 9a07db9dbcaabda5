package vn.diemcau.attendance;

import java.util.List;
import java.util.stream.Stream;
import vn.diemcau.mongo.Index;

/** The indexes of all stores of the feature. */
final class AttendanceIndexes {
    static final List<Index> ALL = Stream.of(
                    EvidenceStore.INDEXES,
                    AttendanceStore.INDEXES,
                    TallyStore.INDEXES,
                    RollupStore.INDEXES,
                    FrameStore.INDEXES,
                    BadgeStore.INDEXES,
                    SlipStore.INDEXES,
                    DeviceStore.INDEXES,
                    SiteWordStore.INDEXES,
                    ClosingStore.INDEXES,
                    PolicyStore.INDEXES,
                    AppealStore.INDEXES)
            .flatMap(List::stream)
            .toList();

    private AttendanceIndexes() {}
}
