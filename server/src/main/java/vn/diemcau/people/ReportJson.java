package vn.diemcau.people;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/** What became of the rows of an import, as it goes over the wire and into the store. */
final class ReportJson {
    private ReportJson() {}

    static JsonObject of(FileReport report) {
        JsonObject effects = new JsonObject();
        report.effects.forEach((effect, count) -> effects.put(PersonDocument.code(effect), count));
        return new JsonObject()
                .put("rows", report.rows)
                .put("understood", report.understood)
                .put("effects", effects)
                .put("repairedRows", report.repairedRows)
                .put("refusedRows", report.refusedRows)
                .put("waiting", report.waiting)
                .put("repairs", tallies(report.repairs))
                .put("refusals", tallies(report.refusals))
                .put("changes", tallies(report.changes));
    }

    private static JsonArray tallies(Map<? extends Enum<?>, FileReport.Tally> tallies) {
        JsonArray array = new JsonArray();
        tallies.forEach((what, tally) -> {
            JsonArray samples = new JsonArray();
            for (FileReport.Sample sample : tally.samples) {
                samples.add(new JsonObject()
                        .put("row", sample.row())
                        .put("before", sample.before())
                        .put("after", sample.after()));
            }
            array.add(new JsonObject()
                    .put("what", PersonDocument.code(what))
                    .put("count", tally.count)
                    .put("samples", samples));
        });
        return array;
    }

    static JsonArray questions(List<Question> questions) {
        JsonArray array = new JsonArray();
        for (Question question : questions) {
            JsonArray samples = new JsonArray();
            for (Question.Sample sample : question.samples()) {
                samples.add(new JsonObject()
                        .put("file", sample.file())
                        .put("row", sample.row())
                        .put("what", sample.what()));
            }
            JsonArray candidates = new JsonArray();
            for (Question.Candidate candidate : question.candidates()) {
                candidates.add(new JsonObject()
                        .put("id", candidate.id())
                        .put("name", candidate.name())
                        .put("detail", candidate.detail()));
            }
            JsonObject json = new JsonObject()
                    .put("id", question.id())
                    .put("kind", PersonDocument.code(question.kind()))
                    .put("text", question.text())
                    .put("rows", question.rows())
                    .put("samples", samples)
                    .put("candidates", candidates);
            if (question.decision() != null) json.put("decision", decision(question.decision()));
            array.add(json);
        }
        return array;
    }

    static JsonObject decision(Question.Decision decision) {
        JsonObject json = new JsonObject().put("choice", PersonDocument.code(decision.choice()));
        if (decision.target() != null) json.put("target", decision.target());
        return json;
    }

    static JsonObject heading(Heading heading) {
        JsonArray used = new JsonArray();
        heading.used().forEach(column -> used.add(PersonDocument.code(column)));
        return new JsonObject()
                .put("row", heading.lastRow())
                .put("used", used)
                .put("ignored", new JsonArray(heading.ignored()))
                .put("refused", new JsonArray(heading.refused()));
    }
}
