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
import org.jspecify.annotations.Nullable;

/** How each case of a run came out, in the form of a baseline: both sides of a comparison are made the same way. */
final class CaseMarks {

    private CaseMarks() {}

    /**
     * The marks of a run's cases.
     *
     * @param run the run
     * @return by case, in the order of the golden file; without the cases of which every sample ended in an error. They have
     *     steps only where some case has: a run in which nobody took any is not traced
     */
    static Map<String, TodaysCase> of(RunSummary run) {
        Map<String, List<SampleResult>> byCase = new LinkedHashMap<>();
        run.samples()
                .forEach(sample -> byCase.computeIfAbsent(sample.caseId(), id -> new ArrayList<>(run.samplesPerCase()))
                        .add(sample));
        boolean traced = run.samples().map(SampleResult::steps).anyMatch(steps -> steps != null && !steps.isEmpty());
        Map<String, TodaysCase> marks = new LinkedHashMap<>();
        byCase.forEach((id, samples) -> {
            List<SampleResult> counted = counted(samples);
            if (!counted.isEmpty()) {
                marks.put(id, of(counted, run.scoreNames(), traced));
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

    private static TodaysCase of(List<SampleResult> samples, List<String> scoreNames, boolean traced) {
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
                new BaselineMark(outcome, samples.size(), passes, values, null, traced ? steps(samples) : null),
                shown.sample());
    }

    private static @Nullable CaseSteps steps(List<SampleResult> samples) {
        return CaseSteps.of(samples.stream()
                .map(SampleResult::steps)
                .filter(Objects::nonNull)
                .toList());
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
