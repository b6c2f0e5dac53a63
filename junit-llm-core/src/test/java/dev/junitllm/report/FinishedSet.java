package dev.junitllm.report;

import dev.junitllm.Usage;
import dev.junitllm.run.CaseList;
import dev.junitllm.run.CaseOutcome;
import dev.junitllm.run.CaseResult;
import dev.junitllm.run.Estimate;
import dev.junitllm.run.GateDescription;
import dev.junitllm.run.ResultTable;
import dev.junitllm.run.RunRecord.SetRecord;
import dev.junitllm.run.Tally;
import dev.junitllm.run.TestId;
import dev.junitllm.run.TraceNote;
import dev.junitllm.run.Verdict;
import dev.junitllm.run.VerdictStatus;
import dev.junitllm.score.Bar;
import dev.junitllm.score.CaseError;
import dev.junitllm.score.CaseScore;
import dev.junitllm.score.PlannedScore;
import dev.junitllm.score.Score;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A golden set that has ended, made up for a test. */
final class FinishedSet {

    private final TestId test;
    private final String goldenSet;
    private final List<CaseResult> results = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    private int total;
    private Duration duration = Duration.ofMillis(1234);
    private int mostAtOnce = 1;

    private FinishedSet(TestId test, String goldenSet) {
        this.test = test;
        this.goldenSet = goldenSet;
    }

    static FinishedSet of(String testClass, String method, String goldenSet) {
        return new FinishedSet(new TestId("demo." + testClass, method), goldenSet);
    }

    FinishedSet passed(String id, double value) {
        return add(id, CaseOutcome.PASSED, score(value), null);
    }

    FinishedSet missed(String id, double value) {
        return add(id, CaseOutcome.FAILED, score(value), null);
    }

    FinishedSet erred(String id) {
        return add(id, CaseOutcome.ERROR, List.of(), CaseError.of("TIMEOUT", "no answer"));
    }

    FinishedSet unscored(String id) {
        return add(id, CaseOutcome.UNSCORED, List.of(), CaseError.of(CaseError.UNSCORED, "nothing was scored"));
    }

    /** What the trace of the case added last shows. */
    FinishedSet traced(String file, String slowestStep, String failedStep) {
        int last = results.size() - 1;
        results.set(last, results.get(last).with(new TraceNote(file, slowestStep, failedStep)));
        return this;
    }

    FinishedSet outOf(int cases) {
        total = cases;
        return this;
    }

    FinishedSet in(Duration time) {
        duration = time;
        return this;
    }

    FinishedSet atOnce(int cases) {
        mostAtOnce = cases;
        return this;
    }

    FinishedSet verdict(VerdictStatus status, String gate, Map<String, Object> attributes, Estimate estimate) {
        return verdict(status, gate, attributes, estimate, 0, "the reason");
    }

    FinishedSet verdict(
            VerdictStatus status,
            String gate,
            Map<String, Object> attributes,
            Estimate estimate,
            int errors,
            String reason) {
        verdicts.add(Verdict.of(new GateDescription(gate, attributes), status, reason, new Tally(1, 1, errors, 0))
                .measured(estimate));
        return this;
    }

    /** Another figure of the verdict added last. */
    FinishedSet figure(String name, Object value) {
        int last = verdicts.size() - 1;
        verdicts.set(last, verdicts.get(last).figure(name, value));
        return this;
    }

    /** Cases the verdict added last names besides. */
    FinishedSet naming(CaseList cases) {
        int last = verdicts.size() - 1;
        verdicts.set(last, verdicts.get(last).naming(cases));
        return this;
    }

    SetReport decided() {
        return report(verdicts.isEmpty() ? SetReport.Ending.NO_GATES : SetReport.Ending.DECIDED, "");
    }

    SetReport report(SetReport.Ending ending, String remark) {
        ResultTable table = new ResultTable(
                results.size(),
                1,
                List.of(PlannedScore.alone("token-f1", Bar.atLeast(0.5), "000000000000")),
                index -> results.get(index).caseId(),
                index -> "0123");
        for (int row = 0; row < results.size(); row++) {
            table.add(row, results.get(row));
        }
        String selection = total == 0 ? "" : results.size() + " of " + total + " cases";
        return new SetReport(
                new SetRecord(
                        test,
                        goldenSet,
                        "abc",
                        results.size(),
                        total == 0 ? results.size() : total,
                        1,
                        selection,
                        Map.of(),
                        0),
                table.summary(test, goldenSet),
                ending,
                remark,
                verdicts,
                duration,
                mostAtOnce,
                Path.of("/elsewhere/target/junit-llm/20261122-101500-7-1/summary.md"));
    }

    /** Attributes in the order they are written. */
    static Map<String, Object> attributes(Object... namesAndValues) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            attributes.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return attributes;
    }

    private FinishedSet add(String id, CaseOutcome outcome, List<CaseScore> scores, CaseError error) {
        CaseResult.Exchange exchange =
                new CaseResult.Exchange("in", "out", "out", "0123", null, List.of(), Usage.UNKNOWN, Map.of());
        results.add(new CaseResult(
                test, id, 1, 1, outcome, true, scores, null, error, exchange, Duration.ZERO, Duration.ZERO));
        return this;
    }

    private static List<CaseScore> score(double value) {
        return List.of(CaseScore.held("token-f1", Score.of(value), Bar.atLeast(0.5)));
    }
}
