package dev.junitllm.run;

import dev.junitllm.Printable;
import dev.junitllm.SpanKind;
import dev.junitllm.score.Bar;
import dev.junitllm.trace.Handling;
import dev.junitllm.trace.Kept;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads baselines strictly: a baseline that means something else than it seems to would judge a build. */
final class BaselineReader {

    private static final List<CaseOutcome> OUTCOMES =
            List.of(CaseOutcome.PASSED, CaseOutcome.FAILED, CaseOutcome.UNSCORED);

    private final String shown;
    private Map<String, BaselineScore> scores = Map.of();

    /**
     * A reader of one file.
     *
     * @param shown what the file is called in messages
     */
    BaselineReader(String shown) {
        this.shown = shown;
    }

    Baseline read(String text) {
        try {
            return baseline(LinedJson.read(text));
        } catch (LinedJson.Fault e) {
            throw new BaselineException(
                    "%s, line %s: %s. %s".formatted(shown, e.line(), e.getMessage(), remedy(text)), e);
        }
    }

    private static String remedy(String text) {
        boolean conflict = text.lines().anyMatch(line -> line.startsWith("<<<<<<<"));
        return conflict
                ? "The file holds a merge conflict: take either side, and record the baseline anew (-Djunit.llm.baseline=update)"
                : "Take the file from version control again, or delete it and record a new one (-Djunit.llm.baseline=update)";
    }

    private Baseline baseline(LinedJson json) {
        LinedFields fields = LinedFields.of("the baseline", json);
        LinedJson schema = fields.required("schema");
        int version = LinedFields.count("'schema'", schema);
        if (version != ResultJson.SCHEMA && version != BaselineWriter.SCHEMA_WITH_STEPS) {
            throw new LinedJson.Fault(
                    schema.line(),
                    "the baseline has schema %s, and this version of junit-llm reads schemas %s and %s"
                            .formatted(version, ResultJson.SCHEMA, BaselineWriter.SCHEMA_WITH_STEPS));
        }
        String className = fields.requiredText("class");
        String method = fields.requiredText("method");
        String goldenSet = fields.requiredText("goldenSet");
        scores = scores(fields.required("scores"));
        BaselineOrigin rolling = origin("'rolling'", fields.required("rolling"));
        BaselineOrigin anchor =
                fields.optional("anchor").map(one -> origin("'anchor'", one)).orElse(rolling);
        Map<SpanKind, Double> latency = fields.optional("latency")
                .map(one -> StepsJson.kinds("'latency'", one))
                .orElse(Map.of());
        List<LinedJson> lines = LinedFields.list("'cases'", fields.required("cases"));
        fields.end();
        return new Baseline(className, method, goldenSet, scores, rolling, anchor, cases(lines), latency);
    }

    private static Map<String, BaselineScore> scores(LinedJson json) {
        Map<String, BaselineScore> scores = new LinkedHashMap<>();
        LinedFields.map("'scores'", json).forEach((name, one) -> {
            LinedFields fields = LinedFields.of("a score of 'scores'", one);
            Bar bar = fields.optional("atLeast")
                    .map(atLeast -> Bar.atLeast(LinedFields.share("'atLeast'", atLeast)))
                    .orElse(Bar.RECORD_ONLY);
            scores.put(name, new BaselineScore(bar, fields.requiredText("fingerprint")));
            fields.end();
        });
        return scores;
    }

    private static BaselineOrigin origin(String what, LinedJson json) {
        LinedFields fields = LinedFields.of(what, json);
        BaselineOrigin origin = new BaselineOrigin(
                fields.optionalText("goldenSet"),
                fields.optionalText("application"),
                fields.optionalText("prompt"),
                fields.optionalText("model"),
                fields.optionalText("commit"));
        fields.end();
        return origin;
    }

    private Map<String, BaselineCase> cases(List<LinedJson> lines) {
        Map<String, BaselineCase> cases = new TreeMap<>();
        Map<String, Integer> places = new LinkedHashMap<>();
        for (LinedJson json : lines) {
            BaselineCase one = line(json);
            Integer before = places.put(one.id(), json.line());
            if (before != null) {
                throw new LinedJson.Fault(
                        json.line(),
                        "case '%s' stands on line %s already"
                                .formatted(Printable.line(one.id(), 80), before.toString()));
            }
            cases.put(one.id(), one);
        }
        return cases;
    }

    private BaselineCase line(LinedJson json) {
        LinedFields fields = LinedFields.of("a case", json);
        String id = fields.requiredText("case");
        String content = fields.requiredText("content");
        BaselineMark rolling = mark("'rolling'", fields.required("rolling"));
        BaselineMark anchor =
                fields.optional("anchor").map(one -> mark("'anchor'", one)).orElse(rolling);
        fields.end();
        return new BaselineCase(id, content, rolling, anchor);
    }

    private BaselineMark mark(String what, LinedJson json) {
        LinedFields fields = LinedFields.of(what, json);
        CaseOutcome outcome = outcome(fields.required("outcome"));
        int passes = fields.requiredCount("passes");
        int samples = fields.requiredCount("samples");
        Map<String, BaselineMark.Value> values = new TreeMap<>();
        LinedFields.map("'scores'", fields.required("scores"))
                .forEach((name, value) -> values.put(name, value(name, value)));
        CaseSteps steps = fields.optional("steps")
                .map(one -> StepsJson.read(one, samples))
                .orElse(null);
        Optional<LinedJson> output = fields.optional("output");
        fields.end();
        return LinedJson.checked(
                json.line(),
                () -> new BaselineMark(outcome, samples, passes, values, output(output.orElse(null)), steps));
    }

    private static CaseOutcome outcome(LinedJson json) {
        String name = LinedFields.text("'outcome'", json);
        return OUTCOMES.stream()
                .filter(outcome -> outcome.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new LinedJson.Fault(
                        json.line(), "the outcome '%s' is none of %s".formatted(Printable.line(name, 40), OUTCOMES)));
    }

    private BaselineMark.Value value(String name, LinedJson json) {
        BaselineScore made = scores.get(name);
        if (made == null) {
            throw new LinedJson.Fault(
                    json.line(),
                    "the score '%s' is not described in 'scores' at the top".formatted(Printable.line(name, 80)));
        }
        if (json.value() instanceof LinedJson.Digits) {
            return BaselineWriter.single(LinedFields.share("a score", json), made.bar());
        }
        LinedFields fields = LinedFields.of("a score", json);
        double mean = LinedFields.share("'mean'", fields.required("mean"));
        int passes = fields.requiredCount("passes");
        int samples = fields.requiredCount("samples");
        fields.end();
        return LinedJson.checked(json.line(), () -> new BaselineMark.Value(mean, samples, passes));
    }

    private static @Nullable BaselineOutput output(@Nullable LinedJson json) {
        if (json == null) {
            return null;
        }
        if (json.value() instanceof String text) {
            return BaselineOutput.of(text);
        }
        LinedFields fields = LinedFields.of("'output'", json);
        Handling handling =
                fields.optional("handling").map(BaselineReader::handling).orElse(Handling.WHOLE);
        Optional<LinedJson> text = fields.optional("text");
        if (text.isPresent()) {
            fields.end();
            return BaselineOutput.of(new Kept(LinedFields.text("'text'", text.get()), handling));
        }
        BaselineOutput output = new BaselineOutput(
                fields.requiredText("begins"), fields.requiredCount("bytes"), fields.requiredText("hash"), handling);
        fields.end();
        if (!output.isCut()) {
            throw new LinedJson.Fault(
                    json.line(), "an output of only %s bytes is written whole, as a text".formatted(output.bytes()));
        }
        return output;
    }

    private static Handling handling(LinedJson json) {
        LinedFields fields = LinedFields.of("'handling'", json);
        Map<String, Integer> removed = new TreeMap<>();
        fields.optional("removed")
                .ifPresent(rules -> LinedFields.map("'removed'", rules)
                        .forEach((rule, times) -> removed.put(rule, LinedFields.count("a count", times))));
        boolean cut = fields.optional("cut").isPresent();
        boolean withheld = fields.optional("withheld").isPresent();
        int length = fields.optional("length")
                .map(count -> LinedFields.count("'length'", count))
                .orElse(0);
        String sha256 = fields.optionalText("sha256");
        fields.end();
        return new Handling(removed, cut, withheld, length, sha256);
    }
}
