package vn.diemcau.safety;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import vn.diemcau.Caller;
import vn.diemcau.Patience;
import vn.diemcau.recording.Bringer;

/** Walks what changes plans, lists, papers, materials, recordings and campaigns; what may stand before is changed once more. */
final class PlanChanges {
    private static final byte[] PDF = "%PDF-1.7 hội nghị".getBytes(StandardCharsets.UTF_8);
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final Instant SOON = Instant.now().plus(Duration.ofDays(3));

    private final Grounds grounds;
    private final Walked walk;
    private final Caller office;
    private final Caller cadre;

    PlanChanges(Grounds grounds, Walked walk) {
        this.grounds = grounds;
        this.walk = walk;
        office = grounds.callers.get("unit_admin@1");
        cadre = grounds.callers.get("cadre@1");
    }

    /** An object written with apostrophes. */
    static JsonObject json(String text) {
        return new JsonObject(text.replace('\'', '"'));
    }

    private static String session(String id, int day) {
        Instant start = SOON.plus(Duration.ofDays(day));
        return "{'id':'" + id + "','startsAt':'" + start + "','endsAt':'" + start.plus(Duration.ofHours(2)) + "'}";
    }

    void all() throws Exception {
        plans();
        places();
        lists();
        papers();
        absences();
        materials();
        recordings();
        hands();
        campaigns();
    }

    private void plans() {
        JsonObject programme = json("{'kind':'class','title':'Lớp mới','unit':'T-1','mode':'in_room','sites':[]}");
        walk.put(office, "/programmes/moi", programme);
        walk.put(office, "/programmes/moi", programme.copy().put("title", "Lớp đổi tên"));
        walk.post(
                office,
                "/programmes/moi/sessions",
                json("{'sessions':[" + session("moi-1", 0) + "," + session("moi-2", 1) + "]}"));
        JsonObject site = json("{'sites':[{'id':'hoi-truong','kind':'main','name':'Hội trường','units':['T-1']}]}");
        walk.put(office, "/programmes/moi/sites", site);
        walk.call(office, "PATCH", "/sessions/moi-1", json("{'topic':'Chuyên đề hai'}"));
        Instant start = SOON.plus(Duration.ofDays(9));
        walk.post(
                office,
                "/sessions/moi-1/moves",
                json("{'startsAt':'" + start + "','endsAt':'" + start.plus(Duration.ofHours(2))
                        + "','reason':'Trùng lịch'}"));
        walk.put(
                office,
                "/sessions/moi-1/sites",
                json("{'sites':[{'id':'nha-van-hoa','kind':'main','name':'Nhà văn hóa','units':['T-1']}]}"));
        walk.delete(office, "/sessions/moi-1/sites");
        walk.put(grounds.province, "/programmes/lop-tinh", programme.copy().put("unit", "T"));
        walk.post(grounds.province, "/programmes/lop-tinh/sites/one-per-unit", new JsonObject());
        JsonObject copy = json("{'id':'ban-sao','startsOn':'" + TODAY.plusDays(40) + "'}");
        walk.post(office, "/programmes/moi/copies", copy);
        String copied = office.get("/programmes/ban-sao")
                .expect(200)
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
        walk.delete(office, "/sessions/" + copied);
        walk.delete(office, "/programmes/ban-sao");
    }

    private void places() {
        JsonObject place = json("{'name':'Hội trường xã','unit':'T-1','seats':50}");
        walk.put(office, "/places/p1", place);
        walk.put(office, "/places/p1", place.copy().put("seats", 60));
        JsonArray table = new JsonArray()
                .add(place.copy().put("id", "p1").put("seats", 70))
                .add(place.copy().put("id", "p2").put("name", "Nhà văn hóa xóm"));
        walk.post(office, "/places/table", new JsonObject().put("places", table));
        walk.delete(office, "/places/p2");
    }

    private void lists() {
        JsonObject everybody = json("{'rev':0,'rules':[{'kind':'units','units':['T-1']}]}");
        walk.put(office, "/programmes/moi/scope", everybody);
        JsonObject members = json("{'rev':1,'rules':[{'kind':'units','units':['T-1'],'statuses':['official']}]}");
        walk.put(office, "/programmes/moi/scope", members);
        walk.put(office, "/sessions/moi-2/scope", everybody);
        walk.put(office, "/sessions/moi-2/scope", members);
        walk.delete(office, "/sessions/moi-2/scope");
        walk.post(office, "/programmes/moi/state", json("{'state':'issued'}"));
        walk.post(office, "/sessions/moi-1/list/refreshment", new JsonObject());
        walk.post(office, "/sessions/moi-2/state", json("{'state':'postponed','reason':'Bão'}"));
        String amended =
                "{'reason':'Đi công tác','changes':[{'person':'" + Grounds.person(1, 3) + "','standing':'%s'}]}";
        walk.post(office, "/sessions/buoi-1/list/amendments", json(amended.replace("%s", "on_duty")));
        walk.post(office, "/sessions/buoi-1/list/amendments", json(amended.replace("%s", "required")));
        JsonObject group = json("{'name':'Tổ một','unit':'T-1','rev':0,'persons':['" + Grounds.person(1, 1) + "']}");
        walk.put(office, "/groups/to-mot", group);
        group.getJsonArray("persons").add(Grounds.person(1, 2));
        walk.put(office, "/groups/to-mot", group.put("rev", 1));
        walk.delete(office, "/groups/to-mot");
    }

    private void papers() {
        JsonObject paper =
                json("{'layout':'party','kind':'summons','issuer':'Đảng ủy xã 1','request':[],'recipients':[]}");
        walk.put(office, "/programmes/lop-1/paper", paper);
        walk.put(office, "/programmes/lop-1/paper", paper.put("number", "12-GTT/ĐU"));
        JsonArray summoned = new JsonArray();
        Patience.until("a unit is summoned", () -> {
            summoned.clear();
            office.get("/programmes/lop-1/summonses")
                    .expect(200)
                    .getJsonArray("items")
                    .forEach(summoned::add);
            return !summoned.isEmpty();
        });
        String of = "/programmes/lop-1/summonses/" + summoned.getJsonObject(0).getString("unit");
        walk.post(office, of + "/links", new JsonObject());
        walk.delete(office, of + "/links");
        walk.put(office, of + "/receipt", new JsonObject());
        walk.put(office, of + "/receipt", new JsonObject());
        walk.post(office, "/sessions/buoi-1/slips", new JsonObject());
    }

    private void absences() {
        walk.put(cadre, "/my/absences/x-1", json("{'session':'buoi-1','reason':'ốm'}"));
        walk.post(office, "/absences/x-1/decision", json("{'decision':'approved'}"));
        String other = "{'session':'buoi-1','person':'" + Grounds.person(1, 2) + "','reason':'%s'}";
        walk.put(office, "/absences/x-2", json(other.replace("%s", "bận")));
        walk.delete(cadre, "/my/absences/x-1");
        walk.put(cadre, "/my/replies/moi-1", json("{'mode':'room'}"));
    }

    private void materials() throws Exception {
        String sent = "/programmes/lop-1/materials/de-cuong?name=de-cuong.pdf";
        walk.send(office, "PUT", sent, "application/pdf", PDF);
        Map<String, String> about = Map.of("purpose", "material", "programme", "lop-1");
        String first = grounds.sent(office, "bai.pdf", PDF, about);
        walk.post(office, "/programmes/lop-1/materials/bai", json("{'declared':true,'upload':'" + first + "'}"));
        String second = grounds.sent(office, "bai-2.pdf", PDF, about);
        walk.post(office, "/materials/bai/versions", json("{'declared':true,'upload':'" + second + "'}"));
        walk.put(office, "/materials/bai/availability", json("{'from':'" + SOON + "'}"));
        walk.put(office, "/materials/bai/readers", json("{'readers':'organisers'}"));
        walk.delete(office, "/materials/bai");
        walk.put(office, "/programmes/lop-1/reflections", json("{'deadline':'" + SOON + "'}"));
        walk.put(office, "/programmes/lop-1/reflections", json("{'deadline':'" + SOON + "','task':'Nộp bài'}"));
    }

    private void recordings() throws Exception {
        walk.put(office, "/sessions/buoi-1/recordings/expected", new JsonObject());
        String upload = grounds.sent(
                office, "buoi.mp4", Bringer.video(20_000), Map.of("purpose", "recording", "session", "buoi-1"));
        String id = walk.put(
                        office,
                        "/sessions/buoi-1/recordings/ghi-1",
                        json("{'declared':true,'seconds':20,'upload':'" + upload + "'}"))
                .getString("id");
        String path = "/recordings/" + id;
        walk.put(office, path + "/rule", json("{'percent':70,'approval':true}"));
        walk.put(office, path + "/retention", json("{'removeAfter':'" + SOON + "'}"));
        walk.put(office, path + "/tracks/captions", json("{'text':'WEBVTT'}"));
        walk.put(office, path + "/tracks/captions", json("{'text':''}"));
        walk.put(office, path + "/session", json("{'session':'moi-1'}"));
        walk.delete(office, path + "/session");
        walk.put(office, path + "/session", json("{'session':'buoi-1'}"));
        walk.post(cadre, path + "/watched", json("{'stream':'one','position':19,'spans':[{'from':0,'until':19}]}"));
        walk.post(office, path + "/made-up/" + Grounds.person(1, 1), json("{'agreed':true}"));
        walk.delete(office, path);
        String recorder = walk.post(grounds.province, "/recorders", json("{'name':'may-ghi'}"))
                .getString("id");
        walk.post(grounds.province, "/recorders/" + recorder + "/token", new JsonObject());
        walk.delete(grounds.province, "/recorders/" + recorder);
    }

    private void hands() {
        walk.put(cadre, "/sessions/buoi-1/hand", new JsonObject());
        String hand = "/sessions/buoi-1/hands/" + Grounds.person(1, 1);
        walk.post(office, hand + "/call", new JsonObject());
        walk.delete(office, hand);
    }

    private void campaigns() {
        JsonObject campaign = json("{'kind':'resolution_study','title':'Đợt học tập','unit':'T-1','from':'"
                + TODAY.minusDays(9) + "','to':'" + TODAY.plusDays(9) + "'}");
        walk.put(office, "/campaigns/dot", campaign);
        walk.put(office, "/campaigns/dot", campaign.put("target", 80).put("rev", 1));
        walk.post(
                office,
                "/campaigns/dot/reminders",
                json("{'id':'nhac-1','units':['T-1-B1'],'text':'Đề nghị tham dự'}"));
    }
}
