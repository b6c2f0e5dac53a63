package dev.junitllm.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.junitllm.score.Bar;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Baselines as text that people review: a head, then one line per case, so that a line of a diff is a case that moved.
 * What is the same twice is written once: an anchor only where it differs from the rolling mark.
 */
final class BaselineWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Of a baseline that says which steps its cases took; one without is as older versions write and read it. */
    static final int SCHEMA_WITH_STEPS = 2;

    private BaselineWriter() {}

    static String write(Baseline baseline) throws IOException {
        StringBuilder text = new StringBuilder("{\n");
        field(text, "schema", Integer.toString(baseline.hasSteps() ? SCHEMA_WITH_STEPS : ResultJson.SCHEMA));
        field(text, "class", quoted(baseline.className()));
        field(text, "method", quoted(baseline.method()));
        field(text, "goldenSet", quoted(baseline.goldenSet()));
        List<String> scores = new ArrayList<>();
        for (Map.Entry<String, BaselineScore> score : baseline.scores().entrySet()) {
            scores.add(quoted(score.getKey()) + ": " + JsonText.inOneLine(score(score.getValue())));
        }
        field(text, "scores", "{" + lines(scores) + "}");
        field(text, "rolling", JsonText.inOneLine(origin(baseline.rolling())));
        if (!baseline.anchor().equals(baseline.rolling())) {
            field(text, "anchor", JsonText.inOneLine(origin(baseline.anchor())));
        }
        if (!baseline.latency().isEmpty()) {
            ObjectNode latency = JSON.objectNode();
            baseline.latency().forEach((kind, millis) -> StepsJson.put(latency, kind.name(), millis));
            field(text, "latency", JsonText.inOneLine(latency));
        }
        List<String> cases = new ArrayList<>();
        for (BaselineCase one : baseline.cases().values()) {
            cases.add(JsonText.inOneLine(line(one, baseline.scores())));
        }
        return text.append("\"cases\": [").append(lines(cases)).append("]\n}\n").toString();
    }

    private static void field(StringBuilder text, String name, String json) {
        text.append('"').append(name).append("\": ").append(json).append(",\n");
    }

    private static String lines(List<String> lines) {
        return lines.isEmpty() ? "" : "\n" + String.join(",\n", lines) + "\n";
    }

    private static ObjectNode score(BaselineScore score) {
        ObjectNode json = JSON.objectNode();
        Double atLeast = score.bar().atLeast();
        if (atLeast != null) {
            json.put("atLeast", atLeast);
        }
        return json.put("fingerprint", score.fingerprint());
    }

    private static ObjectNode origin(BaselineOrigin origin) {
        ObjectNode json = JSON.objectNode();
        origin.known().forEach(json::put);
        return json;
    }

    private static ObjectNode line(BaselineCase one, Map<String, BaselineScore> scores) {
        ObjectNode json = JSON.objectNode().put("case", one.id()).put("content", one.contentHash());
        json.set("rolling", mark(one.rolling(), scores));
        if (!one.anchor().equals(one.rolling())) {
            json.set("anchor", mark(one.anchor(), scores));
        }
        return json;
    }

    private static ObjectNode mark(BaselineMark mark, Map<String, BaselineScore> scores) {
        ObjectNode json = JSON.objectNode()
                .put("outcome", mark.outcome().name())
                .put("passes", mark.passes())
                .put("samples", mark.samples());
        ObjectNode values = json.putObject("scores");
        mark.scores().forEach((name, value) -> {
            BaselineScore made = scores.get(name);
            Bar bar = made == null ? Bar.RECORD_ONLY : made.bar();
            if (value.equals(BaselineWriter.single(value.mean(), bar))) {
                values.put(name, value.mean());
            } else {
                values.putObject(name)
                        .put("mean", value.mean())
                        .put("passes", value.passes())
                        .put("samples", value.samples());
            }
        });
        CaseSteps steps = mark.steps();
        if (steps != null) {
            json.set("steps", StepsJson.write(steps, mark.samples()));
        }
        BaselineOutput output = mark.output();
        if (output != null) {
            json.set("output", output(output));
        }
        return json;
    }

    private static JsonNode output(BaselineOutput output) {
        if (!output.isCut() && output.handling().isWhole()) {
            return TextNode.valueOf(output.text());
        }
        ObjectNode json = JSON.objectNode();
        if (output.isCut()) {
            json.put("begins", output.text()).put("bytes", output.bytes()).put("hash", output.hash());
        } else {
            json.put("text", output.text());
        }
        if (!output.handling().isWhole()) {
            json.set("handling", HandlingJson.of(output.handling()));
        }
        return json;
    }

    /** What a mere number stands for: one sample, which passed where it reached the bar. */
    static BaselineMark.Value single(double value, Bar bar) {
        return new BaselineMark.Value(value, 1, !bar.recordOnly() && bar.isReachedBy(value) ? 1 : 0);
    }

    private static String quoted(String text) throws IOException {
        return JsonText.inOneLine(TextNode.valueOf(text));
    }
}
