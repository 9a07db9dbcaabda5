package vn.diemcau.material;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Locale;
import vn.diemcau.files.Pages;

/** Materials as they go over the wire. */
final class MaterialJson {
    private MaterialJson() {}

    static JsonObject of(Material material, Instant now) {
        JsonArray roles = new JsonArray();
        material.roles().stream().sorted().forEach(role -> roles.add(role.wire()));
        return new JsonObject()
                .put("id", material.id())
                .put("programme", material.programme())
                .put("session", material.session())
                .put("name", material.name())
                .put("site", material.site())
                .put("readers", material.readers().name().toLowerCase(Locale.ROOT))
                .put("roles", roles)
                .put("type", material.file().kind().type())
                .put("shown", material.file().kind().shown())
                .put("pages", Pages.of(material.file()))
                .put("size", material.file().size())
                .put("sha256", material.file().sha256())
                .put("version", material.version())
                .put("availableFrom", material.availableFrom())
                .put("available", !material.availableFrom().isAfter(now))
                .put("addedAt", material.addedAt());
    }

    /** With what only whoever plans may know: how many opened it, and the versions before. */
    static JsonObject of(Material material, Instant now, int opened) {
        JsonArray earlier = new JsonArray();
        for (Material.Version version : material.earlier())
            earlier.add(new JsonObject()
                    .put("number", version.number())
                    .put("name", version.name())
                    .put("size", version.file().size())
                    .put("addedAt", version.addedAt()));
        return of(material, now).put("opened", opened).put("earlier", earlier);
    }
}
