package vn.diemcau.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClosingTest {
    private static final java.time.YearMonth MONTH = java.time.YearMonth.of(2026, 11);

    private static List<String> months(Served served, String caller) {
        List<String> months = new ArrayList<>();
        JsonArray all = served.ok(caller, "GET", "/closings", null).getJsonArray("months");
        for (int i = 0; i < all.size(); i++) {
            JsonObject each = all.getJsonObject(i);
            months.add((each.getString("month") + " " + each.getString("unit", "")).strip());
        }
        return months;
    }

    private static String broken(String file) throws IOException {
        return ClosingFile.prove(new BufferedReader(new StringReader(file))).broken();
    }

    /** A chain of a site, its session and another session, as a file with the first session's records. */
    private static String file(Served served) {
        served.stage.hold("one", 2).hold("two", 2).settled();
        served.ok("commune", "PUT", "/sessions/one/sites/a/evidence/e1", in("x0"));
        served.ok("commune", "PUT", "/sessions/two/sites/a/evidence/e1", in("x0"));
        served.ok("commune", "POST", "/sessions/one/sites/a/closing", new JsonObject().put("id", "ca"));
        served.ok("commune", "POST", "/sessions/one/closing", new JsonObject().put("id", "c"));
        served.ok("commune", "POST", "/sessions/two/closing", new JsonObject().put("id", "c"));
        Served.Back back = served.call("commune", "GET", "/sessions/one/closing/export", null);
        assertThat(back.status()).isEqualTo(200);
        return new String(back.bytes(), StandardCharsets.UTF_8);
    }

    private static JsonObject in(String person) {
        return new JsonObject()
                .put("kind", "in")
                .put("by", "tick")
                .put("person", person)
                .put("seenAt", Make.START.toString());
    }

    @Test
    void anExportedChainIsIntactAndEveryChangedFieldBreaksIt() throws Exception {
        try (Served served = new Served()) {
            String file = file(served);
            ClosingFile.Proof proof = ClosingFile.prove(new BufferedReader(new StringReader(file)));
            assertThat(proof.broken()).isNull();
            assertThat(proof.closings()).isEqualTo(3);
            // at the site: one person in, and its closing; at the session: both, four outcomes, and the closing of its
            // site
            assertThat(proof.records()).isEqualTo(2 + 7);
            assertThat(file).contains("session/one/site/a").contains("outcome|x1|required|X|unexcused|0|[]");

            List<String> lines = List.of(file.split("\n"));
            List<String> unseen = new ArrayList<>();
            for (int i = 1; i < lines.size(); i++) {
                JsonObject line = new JsonObject(lines.get(i));
                for (Map.Entry<String, Object> field : line) {
                    JsonObject changed = line.copy().put(field.getKey(), other(field.getValue()));
                    if (broken(with(lines, i, changed.encode())) == null) unseen.add(i + " " + field.getKey());
                }
            }
            assertThat(unseen).as("fields whose change nobody would notice").isEmpty();
        }
    }

    @Test
    void aLinkTakenOutPutInOrWrittenAnewIsTheFirstBrokenOne() throws Exception {
        try (Served served = new Served()) {
            String file = file(served);
            List<String> lines = List.of(file.split("\n"));
            int second = 0;
            for (int i = 1; i < lines.size(); i++) {
                if (lines.get(i).contains("\"number\":2")) second = i;
            }
            List<String> without = new ArrayList<>(lines);
            without.remove(second);
            assertThat(broken(String.join("\n", without))).isNotNull();
            List<String> twice = new ArrayList<>(lines);
            twice.add(second, lines.get(second));
            assertThat(broken(String.join("\n", twice))).contains("closing 2");
            JsonObject forged = new JsonObject(lines.get(second));
            Closing anew = new Closing(
                            2,
                            Closing.Level.SESSION,
                            forged.getString("scope"),
                            "Kẻ khác",
                            Make.START,
                            Counts.NONE,
                            forged.getInteger("covers"),
                            forged.getString("root"),
                            "",
                            "")
                    .after(1, forged.getString("previous"));
            assertThat(broken(with(lines, second, ClosingFile.line(anew).strip())))
                    .as("a link forged with a hash of its own no longer leads to the next")
                    .contains("closing 3");
            assertThat(broken("")).isNotNull();
            assertThat(broken(lines.get(0) + "\nrubbish")).contains("line 2");
        }
    }

    private static String with(List<String> lines, int at, String line) {
        List<String> changed = new ArrayList<>(lines);
        changed.set(at, line);
        return String.join("\n", changed);
    }

    private static Object other(Object value) {
        if (value instanceof String text) return text.isEmpty() ? "x" : text.substring(1) + "1";
        if (value instanceof Integer number) return number + 1;
        if (value instanceof JsonObject object) {
            JsonObject changed = object.copy();
            changed.put("required", object.getInteger("required") + 1);
            return changed;
        }
        return value;
    }

    @Test
    void closingManyAtOnceNeverForksTheChain() throws Exception {
        try (Stage stage = new Stage()) {
            ClosingStore one = new ClosingStore(stage.mongo);
            ClosingStore other = new ClosingStore(stage.mongo);
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                Closing closing = Closing.of(
                        Closing.Level.SESSION, "session/s" + i / 2, "Đồng chí A", Make.START, Counts.NONE, List.of());
                all.add((i % 2 == 0 ? one : other).append(closing, List.of()));
            }
            Stage.await(Future.all(all));
            StringBuilder file = new StringBuilder(ClosingFile.begin(Make.START));
            Stage.await(one.each(each -> file.append(ClosingFile.line(each))));
            ClosingFile.Proof proof = ClosingFile.prove(new BufferedReader(new StringReader(file.toString())));
            assertThat(proof.broken()).isNull();
            assertThat(proof.closings())
                    .as("what is closed twice is closed once")
                    .isEqualTo(20);
        }
    }

    @Test
    void whatComesAfterClosingIsShownAsAnAmendmentBesideWhatWasClosed() throws Exception {
        try (Served served = new Served()) {
            String before = file(served);
            JsonObject word =
                    new JsonObject().put("id", "k").put("standing", "excused").put("reason", "có giấy");
            served.ok("commune", "POST", "/sessions/one/attendance/x1/corrections", word);
            served.stage.settled();
            JsonObject closing = served.ok("commune", "GET", "/sessions/one/closing", null);
            JsonArray amended = closing.getJsonArray("amended");
            assertThat(amended).hasSize(1);
            JsonObject one = amended.getJsonObject(0);
            assertThat(one.getJsonObject("closedOutcome").getString("standing")).isEqualTo("unexcused");
            assertThat(one.getJsonObject("outcome").getString("standing")).isEqualTo("excused");
            assertThat(closing.getJsonArray("closedByRule").encode()).contains("\"id\":\"b\"");
            served.ok("commune", "POST", "/sessions/one/closing", new JsonObject().put("id", "again"));
            String after = new String(
                    served.call("commune", "GET", "/sessions/one/closing/export", null)
                            .bytes(),
                    StandardCharsets.UTF_8);
            assertThat(after.lines().skip(1).sorted().toList())
                    .isEqualTo(before.lines().skip(1).sorted().toList());
        }
    }

    @Test
    void aUnitAndThenTheProvinceCloseAMonthThatIsOverAndNobodyElseMay() throws Exception {
        try (Served served = new Served()) {
            file(served);
            JsonObject month = new JsonObject().put("month", "2026-11");
            assertThat(served.call("commune", "POST", "/closings", month).status())
                    .isEqualTo(404);
            assertThat(served.call("commune", "GET", "/closings/export", null).status())
                    .isEqualTo(404);
            assertThat(served.call("cell-x", "POST", "/closings", month).status())
                    .isEqualTo(403);
            JsonObject theirs = month.copy().put("unit", "C");
            assertThat(served.call("stranger", "POST", "/closings", theirs).status())
                    .isEqualTo(404);
            assertThat(served.call("stranger", "GET", "/sessions/one/closing/export", null)
                            .status())
                    .isEqualTo(404);
            assertThat(served.call("x0", "GET", "/sessions/one/closing/export", null)
                            .status())
                    .isEqualTo(403);
            assertThat(served.call("province", "POST", "/closings", new JsonObject().put("month", "2199-01"))
                            .json()
                            .getString("code"))
                    .isEqualTo("month_running");
            assertThat(served.call("province", "POST", "/closings", new JsonObject().put("month", "2026"))
                            .status())
                    .isEqualTo(400);
            CloseMonth later = new CloseMonth(
                    served.stage.frames,
                    new ClosingStore(served.stage.mongo),
                    () -> Make.START.plusSeconds(90L * 86_400));
            served.stage.hold("three", 1).settled();
            assertThat(Stage.await(later.handle(MONTH, null, false, "A")
                            .map("closed")
                            .otherwise(failure -> failure.getMessage())))
                    .contains("1 sessions");
            CloseMonth.Holder commune = new CloseMonth.Holder("C", "/T/C/");
            CloseMonth.Holder other = new CloseMonth.Holder("X", "/T/C/X/");
            assertThat(Stage.await(later.progress(MONTH, commune)).open()).containsExactly("three");
            assertThat(Stage.await(later.progress(MONTH, other)).sessions())
                    .as("held by the commune, not by its cell")
                    .isEmpty();
            Closing ofUnit = Stage.await(later.handle(MONTH, commune, true, "A"));
            assertThat(ofUnit.level()).isEqualTo(Closing.Level.UNIT);
            assertThat(ofUnit.covers()).isEqualTo(2);
            Closing closed = Stage.await(later.handle(MONTH, null, true, "A"));
            assertThat(closed.covers())
                    .as("two sessions and the unit's own closing")
                    .isEqualTo(3);
            assertThat(closed.counts()).as("sessions count once").isEqualTo(ofUnit.counts());
            assertThat(closed.counts().present()).isEqualTo(2);
            assertThat(served.ok("province", "GET", "/closings", null).getString("hash"))
                    .isEqualTo(closed.hash());
            String file = new String(
                    served.call("province", "GET", "/closings/export", null).bytes(), StandardCharsets.UTF_8);
            assertThat(broken(file)).isNull();
            assertThat(file).contains("closing|session/one|").contains("closing|month/2026-11/unit/C|");
            assertThat(months(served, "commune")).containsExactly("2026-11", "2026-11 C");
            assertThat(months(served, "stranger")).containsExactly("2026-11");
            assertThat(served.call("stranger", "GET", "/closings/export?unit=C", null)
                            .status())
                    .isEqualTo(404);
            assertThat(served.call("stranger", "GET", "/closings/progress?month=2026-11&unit=C", null)
                            .status())
                    .isEqualTo(404);
            String ofCommune = new String(
                    served.call("commune", "GET", "/closings/export?unit=C", null)
                            .bytes(),
                    StandardCharsets.UTF_8);
            assertThat(broken(ofCommune)).isNull();
            assertThat(ofCommune).contains("closing|session/one|").doesNotContain("closing|month/");
        }
    }
}
