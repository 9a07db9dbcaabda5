package vn.diemcau.exchange;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import vn.diemcau.attendance.SheetIntake.Mark;
import vn.diemcau.attendance.Standing;

/** Plans on the wire: all questions and refused rows, and enough of what is written to look at. */
final class SheetJson {
    private static final int SHOWN = 200;

    private SheetJson() {}

    static JsonObject of(SheetPlan plan, boolean closed) {
        Map<Standing, Integer> counts = new EnumMap<>(Standing.class);
        plan.writes().forEach(write -> counts.merge(write.mark().standing(), 1, Integer::sum));
        JsonArray writes = new JsonArray();
        plan.writes().stream()
                .limit(SHOWN)
                .forEach(write -> writes.add(line(write.line()).put("mark", mark(write.mark()))));
        JsonArray questions = new JsonArray();
        plan.questions().stream().limit(SHOWN).map(SheetJson::question).forEach(questions::add);
        JsonArray refused = new JsonArray();
        plan.refused().stream()
                .limit(SHOWN)
                .forEach(line -> refused.add(line(line)
                        .put("fault", line.fault() == null ? "" : wire(line.fault()))
                        .put("text", line.faulty())));
        return new JsonObject()
                .put("plan", plan.fingerprint())
                .put("closed", closed)
                .put("rows", plan.rows())
                .put("present", counts.getOrDefault(Standing.PRESENT, 0))
                .put("excused", counts.getOrDefault(Standing.EXCUSED, 0))
                .put("absent", plan.absent())
                .put("unchanged", plan.unchanged())
                .put("asked", plan.questions().size())
                .put("refused", plan.refused().size())
                .put("writes", writes)
                .put("questions", questions)
                .put("refusals", refused);
    }

    private static JsonObject line(SheetLine line) {
        return new JsonObject()
                .put("row", line.number())
                .put("name", line.name())
                .put("unitName", line.unit());
    }

    private static JsonObject mark(Mark mark) {
        JsonObject json =
                new JsonObject().put("standing", mark.standing().wire()).put("remote", mark.site() == null);
        if (mark.site() != null) json.put("site", mark.site());
        if (mark.arrived() != null) json.put("arrived", mark.arrived().toString());
        if (mark.left() != null) json.put("left", mark.left().toString());
        if (mark.reason() != null) json.put("reason", mark.reason());
        return json;
    }

    private static JsonObject question(SheetPlan.Question question) {
        JsonArray candidates = new JsonArray();
        for (SheetPlan.Candidate candidate : question.candidates()) {
            JsonObject json = new JsonObject()
                    .put("name", candidate.name())
                    .put("unitName", candidate.unitName())
                    .put("mark", mark(candidate.mark()));
            if (candidate.birthYear() != null) json.put("birthYear", candidate.birthYear());
            candidates.add(json);
        }
        JsonObject json =
                line(question.line()).put("kind", wire(question.kind())).put("candidates", candidates);
        if (question.known() != null) json.put("known", question.known());
        return json;
    }

    private static String wire(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
