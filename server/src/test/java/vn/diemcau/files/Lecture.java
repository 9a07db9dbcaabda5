package vn.diemcau.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import vn.diemcau.Caller;
import vn.diemcau.Founding;
import vn.diemcau.ServerProcess;

/** A class on a server of its own process, and the one material that an upload becomes there. */
final class Lecture {
    static final String PROGRAMME = "lop";
    static final String CONTENT = "/materials/m1/content";

    final Caller office;

    Lecture(ServerProcess server) {
        office = Caller.firstAdministrator(new Caller(server.url()), server.told());
        Founding founding = new Founding(office);
        founding.unit("T", 1, "");
        founding.programme(PROGRAMME, "T");
    }

    Map<String, String> headers() {
        return office.headers();
    }

    /** The upload at this address is whole and becomes the material, with the bytes that were sent. */
    void becomes(String upload, long size, String sha256) {
        JsonObject material = office.post(
                        "/programmes/" + PROGRAMME + "/materials/m1",
                        new JsonObject()
                                .put("upload", upload.substring(upload.lastIndexOf('/') + 1))
                                .put("declared", true))
                .expect(201);
        assertThat(material.getString("sha256")).isEqualTo(sha256);
        assertThat(material.getLong("size")).isEqualTo(size);
    }
}
