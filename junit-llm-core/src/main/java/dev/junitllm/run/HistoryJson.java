package dev.junitllm.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.run.HistoryLine.GateStatus;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;

/** The JSON form of a line of a history. */
final class HistoryJson {

    private static final String SCHEMA = "schema";
    private static final String FIGURES = "figures";
    private static final String NEW_LEVEL = "restart";

    private HistoryJson() {}

    static String write(HistoryLine line) throws IOException {
        BaselineOrigin origin = line.origin();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put(SCHEMA, ResultJson.SCHEMA)
                .put("time", line.time().toString())
                .put("run", line.run())
                .put("class", line.test().className())
                .put("method", line.test().method())
                .put("commit", origin.commit())
                .put("application", origin.application())
                .put("prompt", origin.prompt())
                .put("model", origin.model())
                .put("goldenSet", origin.goldenSet());
        line.scorers().forEach(json.putObject("scorers")::put);
        json.put("cases", line.cases()).put("samplesPerCase", line.samplesPerCase());
        if (line.restarts()) {
            json.put("level", NEW_LEVEL);
        }
        ObjectNode outcomes = json.putObject("outcomes");
        line.outcomes().forEach((outcome, count) -> outcomes.put(outcome.name(), count));
        line.errors().forEach(json.putObject("errors")::put);
        ObjectNode figures = json.putObject(FIGURES);
        line.figures()
                .forEach((name, figure) -> figures.putObject(name)
                        .put("value", figure.value())
                        .put("standardError", figure.standardError())
                        .put("count", figure.count()));
        ArrayNode verdicts = json.putArray("verdicts");
        line.verdicts()
                .forEach(verdict -> verdicts.addObject()
                        .put("gate", verdict.gate())
                        .put("status", verdict.status().name()));
        return JsonText.inOneLine(json);
    }

    /**
     * Reads a line, strictly.
     *
     * @throws RuntimeException where it is anything else; its message says what is wrong
     */
    static HistoryLine read(String text) {
        LinedFields fields = LinedFields.of("the run", LinedJson.read(text));
        int schema = fields.requiredCount(SCHEMA);
        if (schema != ResultJson.SCHEMA) {
            throw new LinedJson.Fault(
                    1,
                    "schema %s is not understood, only %s: a later version wrote it"
                            .formatted(schema, ResultJson.SCHEMA));
        }
        Instant time = Instant.parse(fields.requiredText("time"));
        String run = fields.requiredText("run");
        TestId test = new TestId(fields.requiredText("class"), fields.requiredText("method"));
        String commit = fields.requiredText("commit");
        String application = fields.requiredText("application");
        String prompt = fields.requiredText("prompt");
        String model = fields.requiredText("model");
        String goldenSet = fields.requiredText("goldenSet");
        HistoryLine line = new HistoryLine(
                test,
                time,
                run,
                new BaselineOrigin(goldenSet, application, prompt, model, commit),
                map(fields, "scorers", LinedFields::text),
                fields.requiredCount("cases"),
                fields.requiredCount("samplesPerCase"),
                NEW_LEVEL.equals(fields.optionalText("level")),
                outcomes(map(fields, "outcomes", LinedFields::count)),
                map(fields, "errors", LinedFields::count),
                map(fields, FIGURES, HistoryJson::figure),
                verdicts(fields));
        fields.end();
        return line;
    }

    private static <T> Map<String, T> map(LinedFields fields, String name, BiFunction<String, LinedJson, T> read) {
        Map<String, T> map = new LinkedHashMap<>();
        LinedFields.map("'" + name + "'", fields.required(name))
                .forEach((key, json) -> map.put(key, read.apply("'" + key + "'", json)));
        return map;
    }

    private static Map<CaseOutcome, Integer> outcomes(Map<String, Integer> counts) {
        Map<CaseOutcome, Integer> outcomes = new LinkedHashMap<>();
        counts.forEach((name, count) -> outcomes.put(CaseOutcome.valueOf(name.toUpperCase(Locale.ROOT)), count));
        return outcomes;
    }

    private static HistoryFigure figure(String what, LinedJson json) {
        LinedFields fields = LinedFields.of(what, json);
        HistoryFigure figure = new HistoryFigure(
                number("'value'", fields.required("value")),
                number("'standardError'", fields.required("standardError")),
                fields.requiredCount("count"));
        fields.end();
        return figure;
    }

    private static double number(String what, LinedJson json) {
        if (json.value() instanceof LinedJson.Digits digits) {
            return Double.parseDouble(digits.text());
        }
        throw new LinedJson.Fault(json.line(), what + " must be a number");
    }

    private static List<GateStatus> verdicts(LinedFields fields) {
        List<GateStatus> verdicts = new ArrayList<>();
        for (LinedJson json : LinedFields.list("'verdicts'", fields.required("verdicts"))) {
            LinedFields one = LinedFields.of("a verdict", json);
            verdicts.add(new GateStatus(one.requiredText("gate"), VerdictStatus.valueOf(one.requiredText("status"))));
            one.end();
        }
        return verdicts;
    }
}
