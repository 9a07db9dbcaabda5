package vn.diemcau.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import vn.diemcau.access.Role;

/** The five accounts that the sign-in page shows in demo mode, one a role. Stewards need none: they have the slip of their site. */
public final class DemoAccounts {
    /** Open to everybody who can reach a demonstration; never made elsewhere. */
    static final String PASSWORD = "diem-cau-xin-chao";

    static final String PROVINCE = "tinh";

    /** One of the five. */
    record Shown(String login, String name, Role role) {}

    static final List<Shown> ALL = List.of(
            new Shown(PROVINCE, "Văn phòng Tỉnh ủy", Role.PROVINCE_ADMIN),
            new Shown("xa", "Văn phòng Đảng ủy xã", Role.UNIT_ADMIN),
            new Shown("giangvien", "Giảng viên Trường Chính trị", Role.TRAINER),
            new Shown("bithu", "Bí thư chi bộ", Role.CELL_SECRETARY),
            new Shown("canbo", "Đại biểu dự hội nghị", Role.CADRE));

    /** Made when everything else stands. */
    static final String LAST = ALL.get(ALL.size() - 1).login();

    private DemoAccounts() {}

    /** For the sign-in page: role, name, login, password. */
    public static JsonArray shown() {
        JsonArray list = new JsonArray();
        for (Shown account : ALL) {
            list.add(new JsonObject()
                    .put("role", account.role().wire())
                    .put("name", account.name())
                    .put("login", account.login())
                    .put("password", PASSWORD));
        }
        return list;
    }
}
