package dev.junitllm.run;

import dev.junitllm.run.BaselineMark.Value;
import dev.junitllm.run.SampleResult.ScoreValue;
import dev.junitllm.score.ScoreOutcome;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How each case of a run came out, in the form of a baseline: both sides of a comparison are made the same way. */
final class CaseMarks {

    private CaseMarks() {}

    /**
     * The marks of a run's cases.
     *
     * @param run the run
     * @return by case, in the order of the golden file; without the cases of which every sample ended in an error
     */
    static Map<String, TodaysCase> of(RunSummary run) {
        Map<String, List<SampleResult>> byCase = new LinkedHashMap<>();
        run.samples()
                .forEach(sample -> byCase.computeIfAbsent(sample.caseId(), id -> new ArrayList<>(run.samplesPerCase()))
                        .add(sample));
        Map<String, TodaysCase> marks = new LinkedHashMap<>();
        byCase.forEach((id, samples) -> {
            List<SampleResult> counted = counted(samples);
            if (!counted.isEmpty()) {
                marks.put(id, of(counted, run.scoreNames()));
            }
        });
        return marks;
    }

    /** Those that passed or failed; where there are none, those that were scored without being asked for anything. */
    private static List<SampleResult> counted(List<SampleResult> samples) {
        List<SampleResult> decided = samples.stream()
                .filter(sample -> sample.outcome() == CaseOutcome.PASSED || sample.outcome() == CaseOutcome.FAILED)
                .toList();
        return decided.isEmpty()
                ? samples.stream()
                        .filter(sample -> sample.outcome() == CaseOutcome.UNSCORED
                                && !sample.scores().isEmpty())
                        .toList()
                : decided;
    }

    private static TodaysCase of(List<SampleResult> samples, List<String> scoreNames) {
        int passes = (int) samples.stream()
                .filter(sample -> sample.outcome() == CaseOutcome.PASSED)
                .count();
        CaseOutcome outcome = samples.get(0).outcome() == CaseOutcome.UNSCORED
                ? CaseOutcome.UNSCORED
                : passes == samples.size() ? CaseOutcome.PASSED : CaseOutcome.FAILED;
        Map<String, Value> values = new LinkedHashMap<>();
        for (String name : scoreNames) {
            List<ScoreValue> made = samples.stream()
                    .map(sample -> sample.score(name))
                    .filter(score -> score.value() != null)
                    .toList();
            if (!made.isEmpty()) {
                values.put(name, value(made));
            }
        }
        SampleResult shown = samples.stream()
                .filter(sample -> sample.outcome() == outcome)
                .findFirst()
                .orElseThrow();
        return new TodaysCase(
                shown.caseId(),
                shown.contentHash(),
                new BaselineMark(outcome, samples.size(), passes, values, null),
                shown.sample());
    }

    private static Value value(List<ScoreValue> scores) {
        BigDecimal sum = scores.stream()
                .map(score -> BigDecimal.valueOf(Objects.requireNonNull(score.value())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        int passes = (int) scores.stream()
                .filter(score -> score.outcome() == ScoreOutcome.PASSED)
                .count();
        double mean = scores.size() == 1
                ? Objects.requireNonNull(scores.get(0).value())
                : sum.divide(BigDecimal.valueOf(scores.size()), MathContext.DECIMAL128)
                        .doubleValue();
        return new Value(mean, scores.size(), passes);
    }
}
