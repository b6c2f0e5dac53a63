package dev.junitllm.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.score.SetFigures;

/** The JSON form of a verdict, and the version of all that is kept: {@code schema}. */
final class ResultJson {

    static final int SCHEMA = 1;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ResultJson() {}

    static ObjectNode of(TestId test, Verdict verdict) {
        ObjectNode line = head(test);
        fill(line, verdict);
        ArrayNode deciding = line.putArray("deciding");
        verdict.deciding()
                .forEach(sample -> deciding.addObject()
                        .put("case", sample.caseId())
                        .put("sample", sample.sample())
                        .put("outcome", sample.outcome().name()));
        ArrayNode lists = line.putArray("lists");
        verdict.lists().forEach(cases -> append(cases, lists.addObject()));
        return line;
    }

    /** What the gate said and by which figures, without the cases. */
    static void fill(ObjectNode line, Verdict verdict) {
        ObjectNode gate = line.putObject("gate").put("name", verdict.gate().name());
        verdict.gate().attributes().forEach((name, value) -> gate.set(name, JSON.pojoNode(value)));
        line.put("status", verdict.status().name());
        if (verdict.warns()) {
            line.put("onlyWarns", true);
        }
        line.put("reason", verdict.reason());
        Estimate estimate = verdict.estimate();
        if (estimate != null) {
            ObjectNode json = line.putObject("estimate").put("value", estimate.value());
            if (estimate.lower() != null && estimate.upper() != null) {
                json.put("lower", estimate.lower())
                        .put("upper", estimate.upper())
                        .put("method", estimate.method());
            }
            Bounds bounds = estimate.bounds();
            if (bounds != null) {
                json.putObject("bounds")
                        .put("confidence", bounds.confidence())
                        .put("lower", bounds.lower())
                        .put("upper", bounds.upper())
                        .put("method", bounds.method());
            }
        }
        Tally tally = verdict.tally();
        line.putObject("tally")
                .put("passed", tally.passed())
                .put("failed", tally.failed())
                .put("errors", tally.errors())
                .put("notApplicable", tally.notApplicable());
        ObjectNode figures = line.putObject("figures");
        verdict.figures().forEach((name, value) -> figures.set(name, JSON.pojoNode(value)));
    }

    private static void append(CaseList cases, ObjectNode json) {
        ArrayNode entries = json.put("title", cases.title()).putArray("cases");
        cases.entries().forEach(entry -> {
            ObjectNode one = entries.addObject().put("case", entry.caseId()).put("remark", entry.remark());
            if (entry.before() != null) {
                one.put("before", entry.before());
            }
            if (entry.after() != null) {
                one.put("after", entry.after());
            }
        });
    }

    static ObjectNode of(TestId test, String score, SetFigures figures) {
        ObjectNode line = head(test).put("score", score).put("main", figures.main());
        ObjectNode values = line.putObject("figures");
        figures.figures().forEach(values::put);
        ArrayNode tables = line.putArray("tables");
        figures.tables().forEach(table -> {
            ObjectNode json = tables.addObject().put("title", table.title());
            table.columns().forEach(json.putArray("columns")::add);
            ArrayNode rows = json.putArray("rows");
            table.rows().forEach(row -> row.forEach(rows.addArray()::add));
        });
        return line;
    }

    private static ObjectNode head(TestId test) {
        return JSON.objectNode()
                .put("schema", SCHEMA)
                .put("class", test.className())
                .put("method", test.method());
    }
}
