package vn.diemcau.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;

/** What a whole province may plausibly be called together for at an hour. */
enum DemoSitting {
    STUDY(
            "Hội nghị học tập, quán triệt Nghị quyết Đại hội Đảng bộ tỉnh",
            "Nghị quyết Đại hội Đảng bộ tỉnh và Chương trình hành động",
            "Ban Tuyên giáo và Dân vận Tỉnh ủy",
            4,
            210,
            new String[][] {
                {"0", "Ổn định tổ chức, chào cờ, giới thiệu đại biểu", "Văn phòng Tỉnh ủy"},
                {"15", "Khai mạc hội nghị", "Thường trực Tỉnh ủy"},
                {"30", "Chuyên đề 1: Những điểm mới trong Nghị quyết", "Ban Tuyên giáo và Dân vận Tỉnh ủy"},
                {"100", "Giải lao", ""},
                {"115", "Chuyên đề 2: Chương trình hành động của Tỉnh ủy", "Ban Tổ chức Tỉnh ủy"},
                {"180", "Thảo luận từ các điểm cầu", ""},
                {"200", "Bế mạc", "Thường trực Tỉnh ủy"}
            }),
    STORM(
            "Hội nghị trực tuyến khẩn về ứng phó mưa lũ, sạt lở đất",
            "Triển khai ứng phó mưa lũ, sạt lở đất trên địa bàn tỉnh",
            "Ban Chỉ huy Phòng thủ dân sự tỉnh",
            2,
            120,
            new String[][] {
                {"0", "Điểm danh, kiểm tra đường truyền các điểm cầu", "Văn phòng Tỉnh ủy"},
                {"10", "Dự báo mưa, mực nước và vùng nguy cơ sạt lở", "Đài Khí tượng Thủy văn tỉnh"},
                {"30", "Báo cáo nhanh từ các xã vùng xung yếu", ""},
                {"70", "Phân công sơ tán, trực ban, phương tiện cứu hộ", "Ban Chỉ huy Phòng thủ dân sự tỉnh"},
                {"105", "Kết luận", "Thường trực Tỉnh ủy"}
            });

    private static final LocalTime MORNING = LocalTime.of(5, 30);
    private static final LocalTime EVENING = LocalTime.of(20, 30);

    private final String title;
    private final String topic;
    private final String lecturer;
    private final int periods;
    private final int minutes;
    private final String[][] items;

    DemoSitting(String title, String topic, String lecturer, int periods, int minutes, String[][] items) {
        this.title = title;
        this.topic = topic;
        this.lecturer = lecturer;
        this.periods = periods;
        this.minutes = minutes;
        this.items = items;
    }

    /** The one that begins at that hour. */
    static DemoSitting at(LocalTime start) {
        return start.isBefore(MORNING) || !start.isBefore(EVENING) ? STORM : STUDY;
    }

    String title() {
        return title;
    }

    String topic() {
        return topic;
    }

    String lecturer() {
        return lecturer;
    }

    int periods() {
        return periods;
    }

    Duration length() {
        return Duration.ofMinutes(minutes);
    }

    JsonArray agenda(Instant start) {
        JsonArray agenda = new JsonArray();
        for (String[] item : items) {
            JsonObject one = new JsonObject()
                    .put(
                            "at",
                            start.plus(Duration.ofMinutes(Long.parseLong(item[0])))
                                    .toString())
                    .put("topic", item[1]);
            if (!item[2].isEmpty()) one.put("presenter", item[2]);
            agenda.add(one);
        }
        return agenda;
    }
}
