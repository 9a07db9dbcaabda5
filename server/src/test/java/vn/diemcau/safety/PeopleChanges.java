package vn.diemcau.safety;

import static vn.diemcau.safety.PlanChanges.json;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import vn.diemcau.AuthenticatorApp;
import vn.diemcau.Caller;
import vn.diemcau.JustBegun;
import vn.diemcau.Patience;

/** Walks what changes units, people, accounts, records of attendance and what is owed to people about their data. */
final class PeopleChanges {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final String NEW = "00000000-0000-7000-8000-000000009001";

    private final Grounds grounds;
    private final Walked walk;
    private final Caller province;
    private final Caller office;
    private final Caller cadre;

    PeopleChanges(Grounds grounds, Walked walk) {
        this.grounds = grounds;
        this.walk = walk;
        province = grounds.province;
        office = grounds.callers.get("unit_admin@1");
        cadre = grounds.callers.get("cadre@1");
    }

    void all() {
        attendance();
        cells();
        units();
        people();
        imports();
        reorganisations();
        accounts();
        oneself();
        privacy();
    }

    private void attendance() {
        String site = "/sessions/buoi-1/sites/diem-1";
        walk.put(
                office,
                "/programmes/lop-1/policy/proposals/mot",
                json("{'lateMinutes':20,'earlyMinutes':20,'remotePercent':80,'absentPercent':20,'reason':'Đường xa'}"));
        walk.post(province, "/programmes/lop-1/policy/proposals/mot/approval", new JsonObject());
        walk.put(
                office,
                "/programmes/lop-1/policy/proposals/hai",
                json("{'lateMinutes':30,'earlyMinutes':20,'remotePercent':80,'absentPercent':20,'reason':'Mưa'}"));
        walk.post(province, "/programmes/lop-1/policy/proposals/hai/rejection", new JsonObject());
        String start = JustBegun.today().toString();
        walk.post(
                office,
                "/sessions/buoi-1/times",
                json("{'id':'gio','reason':'Bắt đầu muộn','startsAt':'" + start + "'}"));
        String came = Instant.now().toString();
        walk.put(
                office,
                site + "/evidence/w-1",
                json("{'kind':'walk_in','by':'search','name':'Nguyễn Văn D','seenAt':'" + came + "'}"));
        walk.post(
                office, site + "/merges", json("{'id':'m-1','walkIn':'w-1','person':'" + Grounds.person(1, 4) + "'}"));
        walk.post(
                office,
                "/sessions/buoi-1/attendance/" + Grounds.person(1, 3) + "/corrections",
                json("{'id':'c-1','standing':'present','reason':'Có mặt'}"));
        walk.post(office, site + "/checks", json("{'id':'k-1','picture':true}"));
        walk.post(office, site + "/calls", json("{'id':'g-1','reached':true}"));
        walk.post(office, site + "/reports", json("{'id':'r-1','headCount':3}"));
        String device = office.get(site + "/devices")
                .expect(200)
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
        walk.post(office, site + "/devices/" + device + "/revocation", new JsonObject());
        walk.post(office, site + "/closing", json("{'id':'dong-1'}"));
        walk.post(office, "/sessions/buoi-1/closing", json("{'id':'dong-2'}"));
        walk.put(cadre, "/my/appeals/y-1", json("{'session':'buoi-1','standing':'present','reason':'Tôi có dự'}"));
        walk.post(office, "/appeals/y-1/decision", json("{'decision':'accepted'}"));
        walk.post(
                province,
                "/closings",
                json("{'leaveOpen':true,'month':'" + YearMonth.from(TODAY).minusMonths(1) + "'}"));
        walk.post(office, "/units/T-1/badges", new JsonObject());
        String badge = cadre.get("/my/badge").expect(200).getString("number");
        walk.post(office, "/badges/" + badge + "/revocation", new JsonObject());
    }

    private void cells() {
        Caller secretary = grounds.callers.get("cell_secretary@1");
        String meeting = "/cells/T-1-B1/meetings/hop-1";
        String when = "'startsAt':'" + JustBegun.today() + "'";
        walk.put(secretary, meeting, json("{" + when + "}"));
        walk.put(secretary, meeting, json("{" + when + ",'topic':'Sinh hoạt chuyên đề'}"));
        Patience.until(
                "the cell's list is in force",
                () -> secretary.get("/sessions/hop-1/attendance").status() == 200
                        && secretary.get("/sessions/hop-1/attendance").json().getJsonArray("items").stream()
                                .anyMatch(each -> each.toString().contains(Grounds.person(1, 2))));
        walk.put(secretary, meeting + "/excuses", json("{'person':'" + Grounds.person(1, 2) + "','reason':'ốm'}"));
        walk.post(secretary, meeting + "/close", new JsonObject());
    }

    private void units() {
        walk.post(
                province,
                "/units",
                json(
                        "{'code':'T-1-B2','name':'Chi bộ mới','tree':'party','type':'cell','level':4,'parent':'T-1','from':'2025-07-01'}"));
        walk.post(province, "/units/T-1-B2/names", json("{'rev':1,'name':'Chi bộ đổi tên'}"));
        JsonObject letterhead = json("{'layout':'party','issuer':'Đảng ủy xã 1','recipients':[],'rev':0}");
        walk.put(office, "/units/T-1/letterhead", letterhead);
        walk.put(
                office,
                "/units/T-1/letterhead",
                letterhead.put("issuer", "Đảng ủy xã Một").put("rev", 1));
    }

    private JsonObject person(String body) {
        return json(body).put("rev", office.get("/persons/" + NEW).expect(200).getLong("rev"));
    }

    private void people() {
        walk.put(
                office,
                "/persons/" + NEW,
                json(
                        "{'name':'Lò Văn Mới','birth':'1990','unit':'T-1-B1','status':'official','phone':'0912345678','from':'2026-01-01'}"));
        walk.call(office, "PATCH", "/persons/" + NEW, person("{'phone':''}"));
        String day = "'from':'" + TODAY.minusDays(9) + "'";
        walk.post(office, "/persons/" + NEW + "/posts", person("{'unit':'T-1-B1','title':'Phó bí thư'," + day + "}"));
        walk.post(
                office,
                "/persons/" + NEW + "/post-endings",
                person("{'unit':'T-1-B1','title':'Phó bí thư','lastDay':'" + TODAY.minusDays(7) + "'}"));
        walk.post(office, "/persons/" + NEW + "/statuses", person("{'status':'exempt'," + day + "}"));
        walk.post(
                office,
                "/persons/" + NEW + "/stays",
                person("{'unit':'T-1-B2'," + day + ",'to':'" + TODAY.minusDays(8) + "'}"));
        walk.post(
                office, "/persons/" + NEW + "/moves", person("{'unit':'T-1-B2','from':'" + TODAY.minusDays(5) + "'}"));
        walk.post(office, "/persons/" + NEW + "/departures", person("{'lastDay':'" + TODAY.minusDays(2) + "'}"));
        walk.post(province, "/persons/" + NEW + "/erasure", json("{'reason':'Theo yêu cầu'}"));
    }

    private String file(String id, String name, String rows) {
        return walk.send(
                        office,
                        "POST",
                        "/imports/" + id + "/files?name=" + name,
                        "application/octet-stream",
                        rows.getBytes(StandardCharsets.UTF_8))
                .encode();
    }

    private void settled(String id) {
        Patience.until("the import has settled", () -> !List.of("reading", "writing")
                .contains(office.get("/imports/" + id).expect(200).getString("state")));
    }

    private void imports() {
        String sheet = "Họ và tên,Sinh ngày,Số thẻ Đảng,Tổ chức Đảng đang sinh hoạt\n"
                + "Lò Văn Một,01/02/1980,000900000001,Chi bộ chưa ai biết\n";
        String id = walk.post(office, "/imports", new JsonObject()).getString("id");
        file(id, "a.csv", sheet);
        file(id, "b.csv", sheet);
        JsonArray files = office.get("/imports/" + id).expect(200).getJsonArray("files");
        walk.delete(
                office, "/imports/" + id + "/files/" + files.getJsonObject(1).getString("id"));
        walk.post(office, "/imports/" + id + "/preview", new JsonObject());
        settled(id);
        JsonObject question = office.get("/imports/" + id)
                .expect(200)
                .getJsonObject("outcome")
                .getJsonArray("questions")
                .getJsonObject(0);
        walk.put(
                office,
                "/imports/" + id + "/decisions/" + question.getString("id"),
                json("{'choice':'unit','target':'T-1-B1'}"));
        settled(id);
        walk.post(office, "/imports/" + id + "/confirmation", new JsonObject());
        settled(id);
        String other = walk.post(office, "/imports", new JsonObject()).getString("id");
        walk.delete(office, "/imports/" + other);
    }

    private void reorganisations() {
        JsonObject wish = json("{'kind':'absorb','date':'" + TODAY
                + "','decision':'9-QĐ/TU','units':['T-1-B2'],'into':'T-1-B1','rightsFollow':false}");
        String one = "/reorganisations/00000000-0000-7000-8000-000000009101";
        JsonObject draft = walk.put(province, one, wish);
        draft = walk.put(
                province, one, wish.copy().put("note", "Theo nghị quyết").put("rev", draft.getLong("rev")));
        walk.post(
                province,
                one + "/approval",
                new JsonObject()
                        .put("rev", draft.getLong("rev"))
                        .put("sees", draft.getJsonObject("does").getString("print")));
        walk.post(province, one + "/application", new JsonObject());
        String other = "/reorganisations/00000000-0000-7000-8000-000000009102";
        JsonObject left = json("{'kind':'rename','date':'" + TODAY.plusDays(9)
                + "','decision':'10-QĐ/TU','units':['T-2-B1'],'name':'Chi bộ xóm Hai','rightsFollow':false}");
        long rev = walk.put(province, other, left).getLong("rev");
        walk.post(province, other + "/withdrawal", new JsonObject().put("rev", rev));
    }

    private void accounts() {
        String id = walk.post(province, "/accounts", json("{'login':'tam','name':'Tạm','role':'trainer','unit':'T-1'}"))
                .getString("id");
        walk.put(province, "/accounts/" + id + "/active", json("{'active':false}"));
        walk.put(province, "/accounts/" + id + "/active", json("{'active':true}"));
        walk.post(province, "/accounts/" + id + "/password", new JsonObject());
        walk.post(province, "/accounts/" + id + "/second-factor", new JsonObject());
        walk.post(office, "/people/" + Grounds.person(1, 3) + "/activation-code", new JsonObject());
        walk.post(office, "/units/T-1/activation-slips", new JsonObject());
    }

    private void oneself() {
        Caller trainer = grounds.callers.get("trainer@1");
        String password = Caller.ownPassword("trainer1");
        String fresh = "trâu nhà ai gặm cỏ bờ đê";
        walk.put(trainer, "/me/password", new JsonObject().put("old", password).put("password", fresh));
        JsonObject shown = new JsonObject().put("password", fresh);
        String secret = walk.post(trainer, "/me/second-factor", shown).getString("secret");
        walk.put(trainer, "/me/second-factor", new JsonObject().put("code", AuthenticatorApp.code(secret)));
        walk.post(trainer, "/me/recovery-codes", shown);
        walk.post(trainer, "/me/lock", new JsonObject());
        walk.post(trainer, "/me/unlock", new JsonObject().put("secret", fresh));
        walk.delete(trainer, "/me/sign-ins");
        walk.post(
                new Caller(grounds.running),
                "/sign-in",
                json("{'login':'unitadmin2'}").put("password", Caller.ownPassword("unitadmin2")));
    }

    private void privacy() {
        walk.put(
                province,
                "/notice",
                json("{'version':1,'operator':'Tỉnh ủy','contact':'Văn phòng','basis':'Điều lệ'}"));
        walk.put(province, "/notice", json("{'version':2,'operator':'Tỉnh ủy','contact':'Phòng 2','basis':'Điều lệ'}"));
        walk.put(cadre, "/my/data-requests/q-1", json("{'kind':'correct','text':'Sai năm sinh'}"));
        walk.post(office, "/data-requests/q-1/answer", json("{'state':'acknowledged'}"));
        walk.post(province, "/retention/runs", new JsonObject());
    }
}
