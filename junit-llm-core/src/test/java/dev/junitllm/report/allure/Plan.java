package dev.junitllm.report.allure;

import dev.junitllm.report.SetReport;
import dev.junitllm.report.SetReport.Ending;
import dev.junitllm.run.CaseList;
import dev.junitllm.run.CaseOutcome;
import dev.junitllm.run.CaseResult;
import dev.junitllm.run.Estimate;
import dev.junitllm.run.GateDescription;
import dev.junitllm.run.GitState;
import dev.junitllm.run.ResultTable;
import dev.junitllm.run.RunRecord;
import dev.junitllm.run.RunRecord.SetRecord;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.SampleResult;
import dev.junitllm.run.Tally;
import dev.junitllm.run.TestId;
import dev.junitllm.run.Verdict;
import dev.junitllm.run.VerdictStatus;
import dev.junitllm.score.Bar;
import dev.junitllm.score.PlannedScore;
import dev.junitllm.trace.TraceTotals;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a golden-set method shall come to, without golden file, scorers and gates. */
record Plan(List<CaseResult> cases, Ending ending, List<VerdictStatus> gates, String selection) {

    static Plan decided(List<CaseResult> cases, VerdictStatus... gates) {
        return new Plan(cases, Ending.DECIDED, List.of(gates), "");
    }

    static Plan ended(Ending ending, List<CaseResult> cases) {
        return new Plan(cases, ending, List.of(), "");
    }

    Plan selecting(String words) {
        return new Plan(cases, ending, gates, words);
    }

    /** The same as results of a test that JUnit runs. */
    Plan in(TestId test) {
        return new Plan(cases.stream().map(result -> Cases.in(test, result)).toList(), ending, gates, selection);
    }

    TestId test() {
        return cases.get(0).test();
    }

    boolean fails() {
        return ending == Ending.BROKEN || report().failsTheBuild();
    }

    SetReport report() {
        RunSummary summary = summary();
        List<SampleResult> against = summary.samples()
                .filter(sample -> sample.outcome() != CaseOutcome.PASSED)
                .toList();
        List<Verdict> verdicts = gates.stream()
                .map(status -> Verdict.of(
                                new GateDescription("PassRate", Map.of("atLeast", 0.9)),
                                status,
                                "1 of 2 cases passed",
                                new Tally(1, 1, 0, 0))
                        .measured(Estimate.of(0.5))
                        .figure("cases", 2)
                        .figure("seed", 7L)
                        .naming(new CaseList(
                                "newly failing",
                                status == VerdictStatus.FAIL
                                        ? List.of(new CaseList.Entry("b<a>d", "was 1", "old <answer>", null))
                                        : List.of()))
                        .decidedBy(status == VerdictStatus.PASS ? List.of() : against))
                .toList();
        return new SetReport(
                record(),
                summary,
                ending,
                ending == Ending.BROKEN ? "2 of 5 cases never ended" : "",
                verdicts,
                Duration.ofSeconds(2),
                1,
                Path.of("target/junit-llm/run/summary.md"));
    }

    RunRecord run() {
        return new RunRecord(
                Instant.EPOCH,
                null,
                7,
                Map.of("junit-llm", "0.1.0"),
                new GitState("4f2a", true),
                Map.of(),
                List.of(record()),
                Map.of(),
                TraceTotals.OFF);
    }

    private SetRecord record() {
        return new SetRecord(
                cases.get(0).test(), "golden/handbook.jsonl", "f1e2", cases.size(), 40, 1, selection, Map.of(), 0);
    }

    private RunSummary summary() {
        int samples = cases.get(0).samples();
        List<String> scores = cases.stream()
                .flatMap(result -> result.scores().stream())
                .map(score -> score.name())
                .distinct()
                .toList();
        ResultTable table = new ResultTable(
                cases.size() / samples,
                samples,
                scores.stream()
                        .map(name -> PlannedScore.alone(name, Bar.atLeast(0.5), "000000000000"))
                        .toList(),
                index -> cases.get(index * samples).caseId(),
                index -> "hash");
        for (int row = 0; row < cases.size(); row++) {
            table.add(row, cases.get(row));
        }
        return table.summary(cases.get(0).test(), "golden/handbook.jsonl");
    }
}
