package vn.diemcau.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import vn.diemcau.Caller;
import vn.diemcau.Patience;

/** A class of sixteen sessions of four periods each: two were held last month, one of them is closed; one trainee missed both. */
final class TrainingClass {
    static final String CLOSED = "lop-1";
    static final String HELD = "lop-2";
    static final String NEXT = "lop-3";
    static final String SITE = "truong";
    /** Who missed both. */
    static final int ABSENT = 2;
    /** Who came twenty minutes late to the second. */
    private static final int LATE = 3;

    private static final String PASSWORD = "mot cau that dai de nho";
    private static final Duration LONG = Duration.ofHours(3);

    private final Commune commune;

    TrainingClass(Commune commune) {
        this.commune = commune;
        Instant month = ZonedDateTime.now(ZoneId.of("Asia/Ho_Chi_Minh"))
                .truncatedTo(ChronoUnit.DAYS)
                .withDayOfMonth(1)
                .toInstant();
        Instant first = month.minus(Duration.ofHours(40));
        Instant second = month.minus(Duration.ofHours(16));
        JsonObject site = new JsonObject()
                .put("id", SITE)
                .put("kind", "main")
                .put("name", "Trường Chính trị")
                .put("units", new JsonArray().add("T-1"));
        commune.office
                .put(
                        "/programmes/lop",
                        new JsonObject()
                                .put("kind", "class")
                                .put("title", "Lớp bồi dưỡng lý luận chính trị")
                                .put("unit", "T-1")
                                .put("mode", "in_room")
                                .put("sites", new JsonArray().add(site)))
                .expect(201);
        JsonArray sessions = new JsonArray().add(session(CLOSED, first)).add(session(HELD, second));
        for (int i = 3; i <= 16; i++)
            sessions.add(session("lop-" + i, Instant.now().plus(Duration.ofDays(i))));
        assertThat(commune.office
                        .post("/programmes/lop/sessions", new JsonObject().put("sessions", sessions))
                        .status())
                .isBetween(200, 201);
        JsonObject everybody = new JsonObject().put("kind", "units").put("units", new JsonArray().add("T-1"));
        int rev = commune.office.get("/programmes/lop/scope").expect(200).getInteger("rev");
        commune.office
                .put(
                        "/programmes/lop/scope",
                        new JsonObject().put("rev", rev).put("rules", new JsonArray().add(everybody)))
                .expect(200);
        commune.office
                .post("/programmes/lop/state", new JsonObject().put("state", "issued"))
                .expect(200);
        roll(CLOSED, first);
        roll(HELD, second);
        commune.office
                .post("/sessions/" + CLOSED + "/closing", new JsonObject().put("id", "c"))
                .expect(200);
    }

    private static JsonObject session(String id, Instant start) {
        return new JsonObject()
                .put("id", id)
                .put("startsAt", start.toString())
                .put("endsAt", start.plus(LONG).toString())
                .put("periods", 4);
    }

    /** Takes the roll of a session and closes it at the site. */
    private void roll(String session, Instant start) {
        String at = "/sessions/" + session + "/sites/" + SITE;
        Patience.until("the list of " + session + " is in force", () -> {
            Caller.Answer answer = commune.office.get(at + "/roll");
            return answer.status() == 200
                    && answer.json().getJsonArray("people", new JsonArray()).size() == Commune.NAMES.size();
        });
        JsonArray entries = new JsonArray();
        for (int i = 0; i < Commune.NAMES.size(); i++) {
            if (i == ABSENT) continue;
            boolean late = i == LATE && session.equals(HELD);
            entries.add(new JsonObject()
                    .put("id", "e" + i)
                    .put("kind", "in")
                    .put("by", "tick")
                    .put("person", Commune.person(i))
                    .put("seenAt", start.plusSeconds(late ? 1200 : 0).toString()));
        }
        JsonObject body = new JsonObject()
                .put("device", "so-lop")
                .put("sentAt", Instant.now().toString())
                .put("entries", entries);
        assertThat(commune.office.post(at + "/evidence/batch", body).expect(200).getJsonArray("results").stream()
                        .map(each -> ((JsonObject) each).getString("result")))
                .containsOnly("counted");
        commune.office.post(at + "/closing", new JsonObject().put("id", "s")).expect(200);
    }

    /** Makes the commune's administrator, who signs in as {@code vanphong}. */
    void unitAdministrator() {
        String once = commune.office
                .post(
                        "/accounts",
                        new JsonObject()
                                .put("login", "vanphong")
                                .put("name", "Văn phòng Đảng ủy xã")
                                .put("role", "unit_admin")
                                .put("unit", "T-1"))
                .expect(201)
                .getString("password");
        Caller fresh = new Caller(commune.running);
        fresh.post("/sign-in", new JsonObject().put("login", "vanphong").put("password", once))
                .expect(200);
        fresh.put("/me/password", new JsonObject().put("old", once).put("password", PASSWORD))
                .expect(200);
    }

    /** Somebody of an office at a page of their own. */
    Page desk(String login, BrowserContext context) {
        Page page = context.newPage();
        page.navigate(commune.running.url() + "/dang-nhap");
        page.evaluate("""
                ([login, password]) => fetch('/api/v1/sign-in', {
                  method: 'POST', headers: {'content-type': 'application/json'},
                  body: JSON.stringify({ login, password }),
                })
                """, List.of(login, PASSWORD));
        return page;
    }

    /** A trainee's own phone. */
    Page phone(int number, BrowserContext context) {
        Page page = context.newPage();
        page.navigate(commune.running.url() + "/kich-hoat");
        page.evaluate("""
                async ([code, birthYear]) => {
                  const ask = (method, path, body) => fetch('/api/v1' + path, {
                    method, body: JSON.stringify(body), headers: {'content-type': 'application/json'},
                  }).then((answer) => answer.json());
                  const { token } = await ask('POST', '/activations', { code, birthYear });
                  await ask('PUT', '/activations/pin', { token, pin: '260814' });
                }
                """, List.of(commune.activationCode(number), 1955 + 2 * number));
        return page;
    }
}
