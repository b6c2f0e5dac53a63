package dev.junitllm.run;

import dev.junitllm.SpanKind;
import dev.junitllm.score.PlannedScore;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the cases of one golden set came out when somebody asked for it to be kept: what {@code @NoRegression} compares with.
 * Every case has two marks: the rolling one, recorded last, and the anchor, approved last. Immutable.
 *
 * @param className the class the results are filed under
 * @param method the name they are filed under within the class
 * @param goldenSet the golden set, as the annotation names it
 * @param scores how each score was made, by name
 * @param rolling what the rolling marks were recorded from
 * @param anchor what the anchors were recorded from
 * @param cases by id, in their order
 * @param latency how long a step of each kind took in the rolling run, half of the cases less: in milliseconds
 */
public record Baseline(
        String className,
        String method,
        String goldenSet,
        Map<String, BaselineScore> scores,
        BaselineOrigin rolling,
        BaselineOrigin anchor,
        Map<String, BaselineCase> cases,
        Map<SpanKind, Double> latency) {

    /**
     * Checks what it is made of.
     *
     * @param className the class the results are filed under
     * @param method the name they are filed under within the class
     * @param goldenSet the golden set, as the annotation names it
     * @param scores how each score was made, by name
     * @param rolling what the rolling marks were recorded from
     * @param anchor what the anchors were recorded from
     * @param cases by id, in their order
     * @param latency how long a step of each kind took in the rolling run, half of the cases less: in milliseconds
     */
    public Baseline {
        scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
        cases = Collections.unmodifiableSortedMap(new TreeMap<>(cases));
        latency = Collections.unmodifiableMap(new TreeMap<>(latency));
    }

    /**
     * A baseline that says nothing of time.
     *
     * @param className the class the results are filed under
     * @param method the name they are filed under within the class
     * @param goldenSet the golden set, as the annotation names it
     * @param scores how each score was made, by name
     * @param rolling what the rolling marks were recorded from
     * @param anchor what the anchors were recorded from
     * @param cases by id, in their order
     */
    public Baseline(
            String className,
            String method,
            String goldenSet,
            Map<String, BaselineScore> scores,
            BaselineOrigin rolling,
            BaselineOrigin anchor,
            Map<String, BaselineCase> cases) {
        this(className, method, goldenSet, scores, rolling, anchor, cases, Map.of());
    }

    /**
     * Whether it says which steps cases took.
     *
     * @return true where it does of at least one
     */
    public boolean hasSteps() {
        return cases.values().stream()
                .anyMatch(one -> one.rolling().steps() != null || one.anchor().steps() != null);
    }

    /**
     * How scores are made today.
     *
     * @param planned the scores of a method
     * @return what a baseline says of them
     */
    public static Map<String, BaselineScore> scores(List<PlannedScore> planned) {
        Map<String, BaselineScore> scores = new LinkedHashMap<>();
        planned.forEach(score -> scores.put(score.name(), new BaselineScore(score.bar(), score.fingerprint())));
        return scores;
    }

    /**
     * Whether it belongs to a test.
     *
     * @param test the test
     * @return true where its results are filed under the same names
     */
    public boolean belongsTo(TestId test) {
        return className.equals(test.className()) && method.equals(test.method());
    }
}
