package vn.diemcau;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Units, people and office accounts, made through the routes by somebody who may. */
public final class Founding {
    /** Since when everything that is founded is there. */
    public static final String SINCE = "2025-07-01";

    private final Caller office;

    public Founding(Caller office) {
        this.office = office;
    }

    /** A unit of the Party's tree; level 4 is a cell, and no parent makes the top. */
    public void unit(String code, String name, int level, String parent) {
        JsonObject unit = new JsonObject()
                .put("code", code)
                .put("name", name)
                .put("tree", "party")
                .put("type", level == 4 ? "party_cell" : "party_organization")
                .put("level", level)
                .put("from", SINCE);
        if (!parent.isEmpty()) unit.put("parent", parent);
        office.post("/units", unit).expect(201);
    }

    /** The same, named after its code. */
    public void unit(String code, int level, String parent) {
        unit(code, "Đơn vị " + code, level, parent);
    }

    /** The id of the one of this name in this unit. */
    public static String id(String unit, String name) {
        return UUID.nameUUIDFromBytes((unit + "|" + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** A member; answers the id. */
    public String person(String unit, String name) {
        String id = id(unit, name);
        office.put(
                        "/persons/" + id,
                        new JsonObject()
                                .put("name", name)
                                .put("unit", unit)
                                .put("status", "official")
                                .put("birth", "1984")
                                .put("from", SINCE))
                .expect(200);
        return id;
    }

    /** A post of the one of this name in the unit itself, from the day on which all begins. */
    public void post(String unit, String name, String title) {
        post(id(unit, name), unit, title, SINCE);
    }

    public void post(String person, String unit, String title, String from) {
        Object rev = office.get("/persons/" + person).expect(200).getValue("rev");
        office.post(
                        "/persons/" + person + "/posts",
                        new JsonObject()
                                .put("rev", rev)
                                .put("unit", unit)
                                .put("title", title)
                                .put("from", from))
                .expect(200);
    }

    /** A class of the unit, without sessions and sites. */
    public void programme(String id, String unit) {
        office.put(
                        "/programmes/" + id,
                        new JsonObject()
                                .put("kind", "class")
                                .put("title", "Lớp bồi dưỡng")
                                .put("unit", unit)
                                .put("mode", "hybrid")
                                .put("sites", new JsonArray()))
                .expect(201);
    }

    /** The one-time password of an office account over the unit. */
    public String account(String login, String unit) {
        return office.post(
                        "/accounts",
                        new JsonObject()
                                .put("login", login)
                                .put("name", "Văn phòng " + unit)
                                .put("role", "unit_admin")
                                .put("unit", unit))
                .expect(201)
                .getString("password");
    }
}
