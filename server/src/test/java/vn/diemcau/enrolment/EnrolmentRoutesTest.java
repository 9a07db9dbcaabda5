package vn.diemcau.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.diemcau.enrolment.OpenStore.await;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.people.Person.Status;
import vn.diemcau.schedule.Session;
import vn.diemcau.schedule.State;

class EnrolmentRoutesTest {
    private Served served;
    private final List<Enrolments.Decision> decisions = new ArrayList<>();

    @BeforeEach
    void open(@TempDir Path directory) throws Exception {
        served = new Served(directory);
        served.feature.whenDecided(decision -> {
            decisions.add(decision);
            return Future.succeededFuture();
        });
        served.world.add("a", "Hoàng Thị Mai", "T19-1-B1", Status.OFFICIAL);
        served.world.add("b", "Vàng A Pao", "T19-1-B2", Status.EXEMPT);
        served.world.add("c", "Ma Văn Tú", "T19-2-B1", Status.OFFICIAL);
        served.world.session("s1", "p1", State.ISSUED, World.site("main", 1, "T19"), World.site("daitu", 40, "T19-1"));
    }

    @AfterEach
    void close() {
        served.close();
    }

    private static JsonObject unitsScope(String unit) {
        return new JsonObject()
                .put("rev", 0)
                .put(
                        "rules",
                        new JsonArray()
                                .add(new JsonObject().put("kind", "units").put("units", new JsonArray().add(unit))));
    }

    private void issue() {
        assertThat(served.put("province", "/programmes/p1/scope", unitsScope("T19"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void thePreviewCountsAndWritesNothing() {
        JsonObject preview = served.post("province", "/sessions/s1/list-preview", unitsScope("T19"))
                .json();
        assertThat(preview.getJsonObject("standings").getInteger("required")).isEqualTo(2);
        assertThat(preview.getJsonArray("fallenOut").getJsonObject(0).getString("reason"))
                .isEqualTo("status_exempt");
        assertThat(preview.getJsonArray("sites").getJsonObject(0).getInteger("expected"))
                .isEqualTo(1);
        assertThat(await(served.feature.enrolments().version("s1"))).isZero();
    }

    @Test
    void aWrittenScopeBringsTheListInForceAndOneSummonsAUnit() {
        issue();
        JsonObject list = served.get("province", "/sessions/s1/list").json();
        assertThat(list.getInteger("version")).isEqualTo(1);
        assertThat(list.getInteger("total")).isEqualTo(3);
        JsonObject summonses =
                served.get("province", "/programmes/p1/summonses").json();
        assertThat(summonses.getJsonArray("items").stream()
                        .map(item -> ((JsonObject) item).getString("unitName") + " "
                                + ((JsonObject) item).getInteger("people")))
                .containsExactly("Đảng bộ xã Ba Bể 1", "Đảng bộ xã Đại Từ 1");
    }

    @Test
    void twoWhoWriteTheScopeAtOnceDoNotOverwriteEachOther() {
        issue();
        assertThat(served.put("province", "/programmes/p1/scope", unitsScope("T19-1"))
                        .code())
                .isEqualTo("scope_changed");
    }

    @Test
    void anotherUnitsAdministratorMayNot() {
        issue();
        assertThat(served.get("commune1", "/programmes/p1/scope").status()).isEqualTo(404);
        assertThat(served.put("commune1", "/programmes/p1/scope", unitsScope("T19-1"))
                        .status())
                .isEqualTo(404);
        assertThat(served.post("commune1", "/sessions/s1/list-preview", unitsScope("T19-1"))
                        .status())
                .isEqualTo(404);
        assertThat(served.post("commune1", "/sessions/s1/list/refreshment", new JsonObject())
                        .status())
                .isEqualTo(404);
        assertThat(served.put("cadre-a", "/programmes/p1/scope", unitsScope("T19-1"))
                        .status())
                .isEqualTo(403);
        assertThat(served.delete("commune1", "/sessions/s1/scope").status()).isEqualTo(404);
        assertThat(served.put("commune1", "/programmes/p1/paper", paper()).status())
                .isEqualTo(404);
        assertThat(served.post("commune1", "/programmes/p1/summonses/T19-1/links", new JsonObject())
                        .status())
                .isEqualTo(404);
        assertThat(served.put("commune2", "/programmes/p1/summonses/T19-1/receipt", new JsonObject())
                        .status())
                .isEqualTo(404);
        assertThat(served.call("nobody", "PUT", "/my/replies/s1", new JsonObject().put("mode", "room"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void nobodySummonsUnitsOutsideTheirPartOfTheTree() {
        served.world.put("s2", "p2", "T19-1", "/T19/T19-1/", State.ISSUED, World.START);
        assertThat(served.put("commune1", "/programmes/p2/scope", unitsScope("T19-2"))
                        .code())
                .isEqualTo("unit_not_yours");
        assertThat(served.put("commune1", "/programmes/p2/scope", unitsScope("T19-1"))
                        .status())
                .isEqualTo(200);
        assertThat(served.put(
                                "commune1",
                                "/groups/g1",
                                new JsonObject()
                                        .put("name", "Ban Chấp hành")
                                        .put("unit", "T19-2")
                                        .put("persons", new JsonArray())
                                        .put("rev", 0))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void answersMoveTheExpectedCounts() {
        issue();
        assertThat(served.put("cadre-a", "/my/replies/s1", new JsonObject().put("mode", "remote"))
                        .status())
                .isEqualTo(204);
        JsonObject expected = served.get("province", "/sessions/s1/expected").json();
        JsonObject daitu = expected.getJsonArray("sites").getJsonObject(1);
        assertThat(daitu.getInteger("expected")).isZero();
        assertThat(daitu.getInteger("remote")).isEqualTo(1);
        assertThat(served.put("cadre-a", "/my/replies/none", new JsonObject().put("mode", "room"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoIsNotOnTheListCannotAnswer() {
        served.put("province", "/programmes/p1/scope", unitsScope("T19-2"));
        assertThat(served.put("cadre-a", "/my/replies/s1", new JsonObject().put("mode", "room"))
                        .code())
                .isEqualTo("not_summoned");
    }

    @Test
    void mySessionsShowPlaceAnswerAndExcuse() {
        issue();
        served.put("cadre-a", "/my/replies/s1", new JsonObject().put("mode", "room"));
        JsonObject mine = served.get("cadre-a", "/my/schedule")
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(mine.getJsonObject("site").getString("name")).isEqualTo("Điểm cầu daitu");
        assertThat(mine.getString("reply")).isEqualTo("room");
        assertThat(mine.getBoolean("askAgain")).isFalse();
        assertThat(mine.getString("unitName")).isEqualTo("Đảng bộ tỉnh Thái Nguyên");
        assertThat(served.get("province", "/my/schedule").code()).isEqualTo("no_person");
    }

    @Test
    void anExcuseIsDecidedByThePersonsUnitAndTold() {
        issue();
        JsonObject request = new JsonObject().put("session", "s1").put("reason", "Đi công tác");
        assertThat(served.put("cadre-a", "/my/absences/x1", request).json().getString("state"))
                .isEqualTo("open");
        assertThat(served.put("cadre-a", "/my/absences/x1", request).status()).isEqualTo(200);
        assertThat(served.put("cadre-a", "/my/absences/x1", request.copy().put("reason", "khác"))
                        .code())
                .isEqualTo("id_reused");
        JsonObject approve = new JsonObject().put("decision", "approved");
        assertThat(served.post("commune2", "/absences/x1/decision", approve).status())
                .isEqualTo(404);
        assertThat(served.post("cadre-a", "/absences/x1/decision", approve).status())
                .isEqualTo(403);
        assertThat(served.get("commune2", "/absences").json().getJsonArray("items"))
                .isEmpty();
        assertThat(served.get("commune1", "/absences").json().getJsonArray("items"))
                .hasSize(1);
        assertThat(served.post("commune1", "/absences/x1/decision", approve)
                        .json()
                        .getString("state"))
                .isEqualTo("approved");
        assertThat(decisions).hasSize(1);
        assertThat(decisions.get(0).withdrawn()).isFalse();
        assertThat(served.delete("cadre-c", "/my/absences/x1").status()).isEqualTo(404);
        assertThat(served.delete("cadre-a", "/my/absences/x1").json().getString("state"))
                .isEqualTo("withdrawn");
        assertThat(decisions.get(1).withdrawn()).isTrue();
        assertThat(decisions.get(1).id()).isEqualTo(decisions.get(0).id());
    }

    @Test
    void approvingAgainTellsNothingUnlessSomebodyElseIsSent() {
        issue();
        served.put(
                "cadre-a",
                "/my/absences/x1",
                new JsonObject().put("session", "s1").put("reason", "Ốm"));
        JsonObject approve = new JsonObject().put("decision", "approved");
        served.post("commune1", "/absences/x1/decision", approve);
        served.post("commune1", "/absences/x1/decision", approve);
        assertThat(decisions).hasSize(1);
        JsonObject sends = served.post(
                        "commune1", "/absences/x1/decision", approve.copy().put("substitute", "b"))
                .json();
        assertThat(sends.getJsonObject("substitute").getString("name")).isEqualTo("Vàng A Pao");
        assertThat(decisions.stream().map(Enrolments.Decision::withdrawn)).containsExactly(false, true, false);
        assertThat(decisions.get(2).substitute()).isEqualTo("b");
    }

    @Test
    void aPaperPutToARequestIsReadByThePersonAndWhoeverDecidesAndNobodyElse() {
        issue();
        byte[] order = "%PDF-1.7 quyết định".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        served.put(
                "cadre-a",
                "/my/absences/x1",
                new JsonObject().put("session", "s1").put("reason", "Đi công tác"));
        assertThat(served.paper("cadre-c", "x1", "a.pdf", order).status())
                .as("not to somebody else's request")
                .isEqualTo(404);
        assertThat(served.paper("cadre-a", "x9", "a.pdf", order).status()).isEqualTo(404);
        assertThat(served.get("cadre-a", "/absences/x1/attachment").status()).isEqualTo(404);
        JsonObject paper = new JsonObject()
                .put(
                        "upload",
                        served.paper("cadre-a", "x1", "quyet-dinh.pdf", order).upload());
        assertThat(served.put("cadre-a", "/my/absences/x1/attachment", paper).code())
                .isEqualTo("declaration_missing");
        paper.put("declared", true);
        assertThat(served.put("cadre-c", "/my/absences/x1/attachment", paper).status())
                .isEqualTo(404);
        assertThat(served.put("cadre-a", "/my/absences/x1/attachment", paper).status())
                .isEqualTo(200);
        assertThat(served.put("cadre-a", "/my/absences/x1/attachment", paper)
                        .json()
                        .getString("name"))
                .isEqualTo("quyet-dinh.pdf");

        assertThat(served.get("cadre-a", "/absences/x1/attachment").bytes()).isEqualTo(order);
        assertThat(served.get("commune1", "/absences/x1/attachment").bytes()).isEqualTo(order);
        assertThat(served.get("commune2", "/absences/x1/attachment").status()).isEqualTo(404);
        assertThat(served.get("cadre-c", "/absences/x1/attachment").status()).isEqualTo(404);
        assertThat(served.get("commune1", "/absences")
                        .json()
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getJsonObject("attachment")
                        .getInteger("size"))
                .isEqualTo(order.length);
        assertThat(served.get("cadre-a", "/my/schedule").text()).contains("quyet-dinh.pdf");

        served.post("commune1", "/absences/x1/decision", new JsonObject().put("decision", "approved"));
        assertThat(served.put("cadre-a", "/my/absences/x1/attachment", paper).code())
                .as("what was decided about does not change under the decision")
                .isEqualTo("absence_decided");
    }

    @Test
    void lateNoticeStaysVisible() {
        issue();
        served.now = World.START.minusSeconds(3600);
        JsonObject request = new JsonObject().put("session", "s1").put("reason", "Ốm");
        assertThat(served.put("cadre-a", "/my/absences/x1", request).json().getBoolean("late"))
                .isTrue();
    }

    @Test
    void aSubstituteMustBeSomebodyElseWhoIsKnown() {
        issue();
        JsonObject request = new JsonObject().put("session", "s1").put("reason", "Ốm");
        assertThat(served.put("cadre-a", "/my/absences/x1", request.copy().put("substitute", "a"))
                        .code())
                .isEqualTo("substitute_self");
        assertThat(served.put("cadre-a", "/my/absences/x1", request.copy().put("substitute", "zz"))
                        .code())
                .isEqualTo("person_unknown");
        served.put("cadre-a", "/my/absences/x2", request.copy().put("substitute", "c"));
        served.post("commune1", "/absences/x2/decision", new JsonObject().put("decision", "approved"));
        assertThat(decisions.get(0).substitute()).isEqualTo("c");
    }

    @Test
    void theUnitFilesForItsOwnPeopleOnly() {
        issue();
        JsonObject request =
                new JsonObject().put("session", "s1").put("person", "a").put("reason", "Ốm");
        assertThat(served.put("commune2", "/absences/x1", request).status()).isEqualTo(404);
        assertThat(served.put("commune1", "/absences/x1", request).status()).isEqualTo(200);
        assertThat(served.put("cadre-a", "/absences/x2", request).status()).isEqualTo(403);
    }

    @Test
    void theHigherLevelsSummonsProposesAnExcuseInTheLower() {
        served.world.put("low", "p-low", "T19-1", "/T19/T19-1/", State.ISSUED, World.START);
        served.put("commune1", "/programmes/p-low/scope", unitsScope("T19-1"));
        issue();
        JsonArray waiting = served.get("commune1", "/absences").json().getJsonArray("items");
        assertThat(waiting).hasSize(1);
        assertThat(waiting.getJsonObject(0).getString("state")).isEqualTo("proposed");
        assertThat(waiting.getJsonObject(0).getString("session")).isEqualTo("low");
        JsonObject clash = served.post("province", "/sessions/s1/list-preview", unitsScope("T19"))
                .json()
                .getJsonArray("clashes")
                .getJsonObject(0);
        assertThat(clash.getInteger("persons")).isEqualTo(1);
        assertThat(clash.getString("weight")).isEqualTo("this");
    }

    @Test
    void aUnitConfirmsOnceAndAChangeAsksAgain() {
        issue();
        JsonObject receipt = served.put("commune1", "/programmes/p1/summonses/T19-1/receipt", new JsonObject())
                .json();
        assertThat(receipt.getString("receivedBy")).isEqualTo("Cán bộ commune1");
        assertThat(served.get("commune1", "/summonses").json().getJsonArray("items"))
                .hasSize(1);
        served.world.add("d", "Nông Thị Lan", "T19-1-B2", Status.OFFICIAL);
        served.post("province", "/sessions/s1/list/refreshment", new JsonObject());
        JsonObject now = served.get("commune1", "/summonses")
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(now.getBoolean("changed")).isTrue();
        assertThat(now.getString("receivedAt")).isNull();
    }

    @Test
    void aLinkShowsNoNamesAndStopsWhenRevoked() {
        issue();
        JsonObject link = served.post("province", "/programmes/p1/summonses/T19-1/links", new JsonObject())
                .json();
        String url = link.getString("url");
        String token = url.substring(url.lastIndexOf('/') + 1);
        assertThat(link.getString("text"))
                .contains("Kính gửi: Đảng bộ xã Đại Từ")
                .contains(url);
        Served.Answer open = served.get("nobody", "/links/" + token);
        assertThat(open.json().getInteger("people")).isEqualTo(1);
        assertThat(open.text()).doesNotContain("Mai");
        assertThat(served.get("cadre-a", "/links/" + token).json().getJsonArray("mine"))
                .hasSize(1);
        assertThat(served.get("commune1", "/links/" + token).json().getBoolean("mayConfirm"))
                .isTrue();
        served.delete("province", "/programmes/p1/summonses/T19-1/links");
        assertThat(served.get("nobody", "/links/" + token).status()).isEqualTo(404);
    }

    private static JsonObject paper() {
        return new JsonObject()
                .put("layout", "party")
                .put("kind", "summons")
                .put("issuer", "TỈNH ỦY THÁI NGUYÊN")
                .put("number", "05-GTT/TU")
                .put("place", "Thái Nguyên")
                .put("date", "2026-11-20")
                .put("signedFor", "BAN THƯỜNG VỤ")
                .put("signerRole", "Phó Bí thư")
                .put("signerName", "Nguyễn Văn Ký")
                .put("request", new JsonArray().add("Có mặt trước 15 phút."))
                .put("recipients", new JsonArray().add("Như trên."));
    }

    /** The text of a PDF with its lines joined: a narrow column breaks names. */
    private static String words(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }

    @Test
    void thePaperLeavesAsWordAndPdfWithItsNames() throws IOException {
        issue();
        served.put("province", "/programmes/p1/paper", paper());
        byte[] docx = served.get("commune1", "/programmes/p1/summonses/T19-1/file?format=docx")
                .bytes();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx));
                XWPFWordExtractor text = new XWPFWordExtractor(document)) {
            assertThat(text.getText())
                    .contains("ĐẢNG CỘNG SẢN VIỆT NAM", "Số 05-GTT/TU", "GIẤY TRIỆU TẬP", "T/M BAN THƯỜNG VỤ")
                    .contains("Từ 08 giờ 00 đến 11 giờ 00, Chủ nhật, ngày 22/11/2026")
                    .contains("Hoàng Thị Mai")
                    .doesNotContain("Ma Văn Tú");
            assertThat(document.getDocument().getBody().getSectPr().getPgMar().getRight())
                    .isEqualTo(java.math.BigInteger.valueOf(850));
        }
        byte[] pdf = served.get("province", "/programmes/p1/summonses/T19-1/file?format=pdf")
                .bytes();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(words(document))
                    .contains("GIẤY TRIỆU TẬP", "Kính gửi: Đảng bộ xã Đại Từ", "Hoàng Thị Mai", "DANH SÁCH TRIỆU TẬP");
        }
        assertThat(served.get("commune2", "/programmes/p1/summonses/T19-1/file").status())
                .isEqualTo(404);
    }

    @Test
    void allUnitsLeaveAsOneZipAndOnePdf() throws IOException {
        issue();
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(
                new ByteArrayInputStream(served.get("province", "/programmes/p1/summonses-zip?format=docx")
                        .bytes()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                assertThat(zip.readAllBytes().length).isGreaterThan(1000);
            }
        }
        assertThat(names)
                .containsExactly(
                        "001-giay-trieu-tap-dang-bo-xa-ba-be.docx", "002-giay-trieu-tap-dang-bo-xa-dai-tu.docx");
        try (PDDocument document = Loader.loadPDF(
                served.get("province", "/programmes/p1/summonses-pdf").bytes())) {
            assertThat(words(document)).contains("Hoàng Thị Mai", "Ma Văn Tú");
        }
        assertThat(served.get("commune1", "/programmes/p1/summonses-zip").status())
                .isEqualTo(404);
    }

    @Test
    void theCalendarFollowsTheListAndStopsWhenRevoked() {
        issue();
        String url = served.post("cadre-a", "/my/feed", new JsonObject()).json().getString("url");
        String path = url.substring(url.indexOf("/feeds/"));
        VEvent event = Biweekly.parse(served.get("nobody", path).text())
                .first()
                .getEvents()
                .get(0);
        assertThat(event.getUid().getValue()).isEqualTo("s1");
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(World.START);
        String newer =
                served.post("cadre-a", "/my/feed", new JsonObject()).json().getString("url");
        assertThat(served.get("nobody", path).status()).isEqualTo(404);
        served.delete("cadre-a", "/my/feed");
        assertThat(served.get("nobody", newer.substring(newer.indexOf("/feeds/")))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theYearAddsUpWhatHasEnded() {
        issue();
        served.now = World.START.plusSeconds(86_400);
        served.attended.put("s1", new MyAttendance.Attended("present", List.of("late"), false, "linked", 150));
        JsonObject year = served.get("cadre-a", "/my/year?year=2026").json();
        assertThat(year.getJsonObject("counts").getInteger("required")).isEqualTo(1);
        assertThat(year.getJsonObject("counts").getInteger("present")).isEqualTo(1);
        assertThat(year.getJsonObject("counts").getInteger("late")).isEqualTo(1);
        assertThat(served.get("cadre-a", "/my/year?year=2025").json().getJsonArray("items"))
                .isEmpty();
    }

    @Test
    void aMovedSessionAsksForExcusesAndAnswersAgain() {
        issue();
        served.put(
                "cadre-a",
                "/my/absences/x1",
                new JsonObject().put("session", "s1").put("reason", "Ốm"));
        served.post("commune1", "/absences/x1/decision", new JsonObject().put("decision", "approved"));
        Instant later = World.START.plusSeconds(7 * 86_400);
        Session moved = served.world.moved("s1", later);
        await(served.changed(moved));
        assertThat(served.get("commune1", "/absences")
                        .json()
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getString("state"))
                .isEqualTo("to_confirm");
        assertThat(decisions).hasSize(2);
        assertThat(decisions.get(1).withdrawn()).isTrue();
        served.post("commune1", "/absences/x1/decision", new JsonObject().put("decision", "approved"));
        assertThat(decisions.get(2).withdrawn()).isFalse();
        assertThat(decisions.get(2).id()).isNotEqualTo(decisions.get(0).id());
    }
}
