package dev.junitllm.gate;

import dev.junitllm.Usage;
import dev.junitllm.run.CaseDecision;
import dev.junitllm.run.CaseResult;
import dev.junitllm.run.QuarantinedCase;
import dev.junitllm.run.ResultTable;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.TestId;
import dev.junitllm.score.Bar;
import dev.junitllm.score.CaseError;
import dev.junitllm.score.CaseScore;
import dev.junitllm.score.PlannedScore;
import dev.junitllm.score.Score;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes runs for gates to decide, sample by sample, in the order they are added. */
final class Runs {

    static final TestId TEST = new TestId("demo.EvalTest", "answers");

    private final int samplesPerCase;
    private final List<String> scoreNames;
    private final List<Sample> samples = new ArrayList<>();

    private record Sample(List<CaseScore> scores, @Nullable CaseError error, boolean assertionFailed) {}

    private Runs(int samplesPerCase, List<String> scoreNames) {
        this.samplesPerCase = samplesPerCase;
        this.scoreNames = scoreNames;
    }

    static Runs of(String... scoreNames) {
        return new Runs(1, List.of(scoreNames));
    }

    static Runs sampled(int samplesPerCase, String... scoreNames) {
        return new Runs(samplesPerCase, List.of(scoreNames));
    }

    /** So many samples whose first score has this value against a bar of 0.5. */
    Runs with(int count, double value) {
        return with(count, CaseScore.held(scoreNames.get(0), Score.of(value), Bar.atLeast(0.5)));
    }

    Runs with(int count, CaseScore... scores) {
        for (int i = 0; i < count; i++) {
            samples.add(new Sample(List.of(scores), null, false));
        }
        return this;
    }

    Runs recorded(int count, double value) {
        return with(count, CaseScore.held(scoreNames.get(0), Score.of(value), Bar.RECORD_ONLY));
    }

    Runs errors(int count) {
        for (int i = 0; i < count; i++) {
            samples.add(new Sample(List.of(), CaseError.of(CaseError.APPLICATION, "503"), false));
        }
        return this;
    }

    /** Neither a recording nor a model to ask. */
    Runs notRun(int count) {
        for (int i = 0; i < count; i++) {
            samples.add(new Sample(List.of(), CaseError.of(CaseError.NOT_RUN, "no recording"), false));
        }
        return this;
    }

    Runs assertionsFailed(int count) {
        for (int i = 0; i < count; i++) {
            samples.add(new Sample(List.of(), null, true));
        }
        return this;
    }

    Runs notApplicable(int count) {
        return with(
                count, CaseScore.held(scoreNames.get(0), Score.notApplicable("nothing to recall"), Bar.atLeast(0.5)));
    }

    RunSummary end() {
        return table().summary(TEST, "golden/demo.jsonl");
    }

    /** Ends with the case at a place, from 0, in quarantine. */
    RunSummary endWithQuarantined(int place) {
        QuarantinedCase one = new QuarantinedCase("case-" + (place + 1), LocalDate.of(2027, 1, 31), "flaky", 0, 0, 0);
        return table().summary(TEST, "golden/demo.jsonl", Map.of(place, one));
    }

    private ResultTable table() {
        ResultTable table = new ResultTable(
                samples.size() / samplesPerCase,
                samplesPerCase,
                scoreNames.stream()
                        .map(name -> PlannedScore.alone(name, Bar.atLeast(0.5), "000000000000"))
                        .toList(),
                index -> "case-" + (index + 1),
                index -> "hash");
        for (int row = 0; row < samples.size(); row++) {
            table.add(row, result(row, samples.get(row)));
        }
        return table;
    }

    private CaseResult result(int row, Sample sample) {
        CaseDecision decision = CaseDecision.of(sample.error(), sample.assertionFailed(), true, sample.scores());
        return new CaseResult(
                TEST,
                "case-" + (row / samplesPerCase + 1),
                row % samplesPerCase + 1,
                samplesPerCase,
                decision.outcome(),
                true,
                sample.scores(),
                sample.assertionFailed() ? "expected a but was b" : null,
                decision.error(),
                new CaseResult.Exchange("in", "out", "out", "hash", null, List.of(), Usage.UNKNOWN, Map.of()),
                Duration.ZERO,
                Duration.ZERO);
    }
}
