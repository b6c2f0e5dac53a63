package dev.junitllm.score.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.GoldenPart;
import dev.junitllm.Printable;
import dev.junitllm.score.Score;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScorerDescription;
import dev.junitllm.score.ScoringException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Compares the output, read as JSON, with each acceptable answer field by field, as {@link JsonComparison} defines it; the
 * best answer counts. With m fields that match, of e expected ones and a in the output, precision is m / a, recall m / e,
 * and the score F1 = 2m / (e + a), unless {@linkplain #measuring another figure} is asked for. A score of 1 means equal.
 *
 * <p>An output that is no JSON ({@link ValidJson}) scores 0. A case of which an acceptable answer is no JSON is an ERROR of
 * kind {@code JSON_INVALID}; an answer that is text counts as the JSON it holds.
 */
public final class JsonFields implements Scorer {

    private final JsonComparison comparison;
    private final FieldFigure figure;
    private final boolean mayBeFenced;

    /** Makes the metric: F1 over the fields, by plain comparison. */
    public JsonFields() {
        this(new JsonComparison(), FieldFigure.F1, false);
    }

    private JsonFields(JsonComparison comparison, FieldFigure figure, boolean mayBeFenced) {
        this.comparison = comparison;
        this.figure = figure;
        this.mayBeFenced = mayBeFenced;
    }

    /**
     * The metric with rules for some fields.
     *
     * @param comparison how fields are compared
     * @return the scorer
     */
    public static JsonFields comparedBy(JsonComparison comparison) {
        return new JsonFields(comparison, FieldFigure.F1, false);
    }

    /**
     * The same with another figure as its score.
     *
     * @param another which figure
     * @return the scorer, named by the figure
     */
    public JsonFields measuring(FieldFigure another) {
        return new JsonFields(comparison, another, mayBeFenced);
    }

    /**
     * The same for output that may stand in a Markdown code fence, as {@link ValidJson.Fenced} defines it.
     *
     * @return the scorer
     */
    public JsonFields orFenced() {
        return new JsonFields(comparison, figure, true);
    }

    @Override
    public Score score(GoldenCase golden, Actual actual) throws ScoringException {
        List<JsonNode> answers = answers(golden);
        for (JsonNode answer : answers) {
            check(answer, golden);
        }
        JsonNode output;
        try {
            output = StrictJson.read(mayBeFenced ? FencedBlock.contentOf(actual.output()) : actual.output());
        } catch (MalformedJsonException e) {
            return ValidJson.unreadable(e);
        }
        JsonDifferences best = compare(answers.get(0), output, golden);
        int nearest = 0;
        for (int i = 1; i < answers.size(); i++) {
            JsonDifferences differences = compare(answers.get(i), output, golden);
            if (figure.of(differences) > figure.of(best)) {
                best = differences;
                nearest = i;
            }
        }
        String against = answers.size() == 1 ? "" : " (against " + name(golden, nearest) + ")";
        return Score.of(figure.of(best), best + against).withDetails(best.details());
    }

    @Override
    public ScorerDescription describe() {
        Map<String, String> parameters = new TreeMap<>(comparison.parameters());
        if (mayBeFenced) {
            parameters.put("fenced", "allowed");
        }
        return ScorerDescription.of(figure.scoreName(), parameters);
    }

    @Override
    public Set<GoldenPart> needs() {
        return Set.of(GoldenPart.ANSWER);
    }

    private void check(JsonNode answer, GoldenCase golden) throws ScoringException {
        try {
            comparison.check(answer);
        } catch (ScoringException e) {
            throw of(golden, e);
        }
        if (comparison.leavesNothingOf(answer)) {
            throw new ScoringException(
                    "EMPTY_REFERENCE",
                    "%s: every field of its expected JSON is ignored, so any output would do"
                            .formatted(golden.describe()));
        }
    }

    private JsonDifferences compare(JsonNode answer, JsonNode output, GoldenCase golden) throws ScoringException {
        try {
            return comparison.compare(answer, output);
        } catch (ScoringException e) {
            throw of(golden, e);
        }
    }

    private static ScoringException of(GoldenCase golden, ScoringException e) {
        return new ScoringException(e.kind(), golden.describe() + ": " + e.getMessage(), e);
    }

    private static List<JsonNode> answers(GoldenCase golden) throws ScoringException {
        List<String> texts = golden.acceptableAnswers();
        List<JsonNode> answers = new ArrayList<>(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            try {
                answers.add(StrictJson.read(texts.get(i)));
            } catch (MalformedJsonException e) {
                throw new ScoringException(
                        "JSON_INVALID",
                        "%s: %s is not JSON: '%s' (%s)"
                                .formatted(
                                        golden.describe(),
                                        name(golden, i),
                                        Printable.line(texts.get(i), 60),
                                        e.getMessage()),
                        e);
            }
        }
        return answers;
    }

    private static String name(GoldenCase golden, int index) {
        if (!golden.hasExpected()) {
            return "reference " + (index + 1);
        }
        return index == 0 ? "the expected answer" : "reference " + index;
    }
}
