package vn.diemcau.identity;

import static vn.diemcau.paper.Pdf.escape;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.diemcau.access.Action;
import vn.diemcau.audit.Audit;
import vn.diemcau.http.SignedIn;
import vn.diemcau.paper.Pdf;
import vn.diemcau.paper.Qr;
import vn.diemcau.people.People;
import vn.diemcau.people.Person;
import vn.diemcau.people.UnitTree;
import vn.diemcau.problem.Problem;

/** Prints the tear-off slips with which people activate their phones: a sheet a cell, with the list on which they sign for them. */
final class ActivationSheets {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final int MOST = 600;

    private final Activations activations;
    private final People people;
    private final Pdf pdf;
    private final Audit audit;
    private final InstantSource clock;
    private final String publicUrl;

    ActivationSheets(
            Activations activations, People people, Pdf pdf, Audit audit, InstantSource clock, String publicUrl) {
        this.activations = activations;
        this.people = people;
        this.pdf = pdf;
        this.audit = audit;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    /** New codes for everybody of the unit and below, at most 600 people; older codes are void. Fails with REFUSED too_many_people above. */
    Future<Buffer> print(SignedIn by, String unit) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        return people.tree().compose(tree -> {
            by.require(Action.MANAGE_ACCOUNTS, tree.path(unit, today).orElse(""));
            Map<String, List<Person>> cells = new TreeMap<>();
            int[] count = {0};
            return people.eachWithin(unit, today, person -> {
                        if (person.birthYear().isPresent() && ++count[0] <= MOST) {
                            cells.computeIfAbsent(person.unit(), key -> new ArrayList<>())
                                    .add(person);
                        }
                    })
                    .compose(done -> {
                        if (count[0] > MOST) {
                            return Future.failedFuture(Problem.refused(
                                    "too_many_people", "At most 600 people at once; print unit by unit."));
                        }
                        return sheets(tree, cells, today);
                    })
                    .compose(pdf::of)
                    .compose(made -> audit.add(
                                    by.account(),
                                    "slips_printed",
                                    "unit/" + unit,
                                    by.did(new JsonObject().put("people", count[0])))
                            .map(made));
        });
    }

    private Future<String> sheets(UnitTree tree, Map<String, List<Person>> cells, LocalDate today) {
        StringBuilder html = new StringBuilder(HEAD);
        Future<Void> chain = Future.succeededFuture();
        for (Map.Entry<String, List<Person>> cell : cells.entrySet()) {
            List<Person> persons = cell.getValue();
            persons.sort(Comparator.comparing(Person::sortKey));
            chain = chain.compose(done -> sheet(html, tree.fullName(cell.getKey(), today), persons, today));
        }
        return chain.map(done -> html.append("</body></html>").toString());
    }

    private Future<Void> sheet(StringBuilder html, String unit, List<Person> persons, LocalDate today) {
        return Future.all(persons.stream()
                        .map(person -> activations.issue(person.id(), Activations.SLIP))
                        .toList())
                .map(codes -> {
                    html.append("<section><h1>")
                            .append(escape(unit))
                            .append(
                                    "</h1><p class=\"how\">Phiếu kích hoạt Điểm Cầu. Cắt theo đường kẻ, trao tận tay, ký nhận ở trang sau.</p><table class=\"slips\"><tr>");
                    for (int i = 0; i < persons.size(); i++) {
                        if (i > 0 && i % 2 == 0) html.append("</tr><tr>");
                        slip(html, persons.get(i), codes.resultAt(i), today);
                    }
                    if (persons.size() % 2 == 1) html.append("<td></td>");
                    html.append("</tr></table></section><section><h1>Danh sách ký nhận, ")
                            .append(escape(unit))
                            .append(
                                    "</h1><table class=\"list\"><thead><tr><th>TT</th><th>Họ và tên</th><th>Năm sinh</th><th>Ngày nhận</th><th>Ký nhận</th></tr></thead><tbody>");
                    for (int i = 0; i < persons.size(); i++) {
                        Person person = persons.get(i);
                        html.append("<tr><td>")
                                .append(i + 1)
                                .append("</td><td>")
                                .append(escape(person.name()))
                                .append("</td><td>")
                                .append(person.birthYear().orElse(0))
                                .append("</td><td></td><td></td></tr>");
                    }
                    html.append("</tbody></table></section>");
                    return null;
                });
    }

    private void slip(StringBuilder html, Person person, String code, LocalDate today) {
        String spaced = code.substring(0, 5) + " " + code.substring(5);
        html.append("<td class=\"slip\"><table class=\"in\"><tr><td><b>")
                .append(escape(person.name()))
                .append("</b>, ")
                .append(person.birthYear().orElse(0))
                .append("<div class=\"code\">")
                .append(spaced)
                .append("</div><div class=\"how\">Mở ")
                .append(escape(publicUrl))
                .append("/kich-hoat hoặc quét mã, nhập năm sinh, tự chọn mã PIN sáu số. Dùng một lần, đến hết ngày ")
                .append(DAY.format(today.plusDays(Activations.SLIP.toDays())))
                .append(".</div></td><td class=\"qr\"><img src=\"")
                .append(Qr.image(publicUrl + "/kich-hoat?c=" + code))
                .append("\"/></td></tr></table></td>");
    }

    private static final String HEAD =
            "<html><head><meta charset=\"UTF-8\"/><style>@page{size:A4;margin:15mm}body{font-family:'Liberation Sans';font-size:10pt;margin:0}"
                    + "section{page-break-after:always}h1{font-size:13pt;margin:0 0 2mm}.how{font-size:8pt;color:#444}table{border-collapse:collapse;width:100%}"
                    + ".slips td{vertical-align:top}.slips{border:0}.slips tr{page-break-inside:avoid}.slip{width:50%;border:0.3mm dashed #777;padding:2mm}"
                    + ".in td{border:0}.qr{width:26mm;text-align:right}.qr img{width:25mm;height:25mm}.code{font-size:15pt;font-weight:700;letter-spacing:0.6mm;margin:1mm 0}"
                    + ".list th,.list td{border:0.2mm solid #000;padding:1.6mm 2mm;text-align:left}.list{-fs-table-paginate:paginate}</style></head><body>";
}
