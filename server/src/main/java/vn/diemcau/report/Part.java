package vn.diemcau.report;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;
import vn.diemcau.attendance.Accounts;

/**
 * What an account is made of: everything, the sessions of one campaign, or the people of one group.
 *
 * @param kind of part, or null for everything
 * @param members how many people a group has today; 0 for a campaign
 */
record Part(Accounts accounts, @Nullable Kind kind, String id, String name, int members) {
    /** By what an account is narrowed. */
    enum Kind {
        CAMPAIGN,
        GROUP
    }

    static Part all(Accounts accounts) {
        return new Part(accounts, null, "", "", 0);
    }

    /** As documents name it; empty for everything. */
    String words() {
        if (kind == null) return "";
        return switch (kind) {
            case CAMPAIGN -> "Đợt sinh hoạt: " + name;
            case GROUP -> "Nhóm: " + name + " (" + members + " người hiện có trong nhóm)";
        };
    }

    @Nullable
    JsonObject json() {
        if (kind == null) return null;
        return new JsonObject()
                .put("by", ReportJson.wire(kind))
                .put("id", id)
                .put("name", name)
                .put("members", members);
    }
}
