package dev.junitllm.gate;

import dev.junitllm.Trace;
import dev.junitllm.Usage;
import dev.junitllm.run.Baseline;
import dev.junitllm.run.BaselineCase;
import dev.junitllm.run.CaseOutcome;
import dev.junitllm.run.CaseResult;
import dev.junitllm.run.ResultTable;
import dev.junitllm.run.RunBaseline;
import dev.junitllm.run.RunBaseline.Recording;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.SampleSteps;
import dev.junitllm.run.TraceNote;
import dev.junitllm.score.Bar;
import dev.junitllm.score.CaseScore;
import dev.junitllm.score.PlannedScore;
import dev.junitllm.score.Score;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts the traces of a run beside those of its baseline, case by case, in the order they are added. */
public final class BehaviorFixture {

    private final List<List<Trace>> then = new ArrayList<>();
    private final List<List<Trace>> now = new ArrayList<>();
    private final Map<String, String> changed = new LinkedHashMap<>();
    private final boolean replayed;

    private BehaviorFixture(boolean replayed) {
        this.replayed = replayed;
    }

    public static BehaviorFixture of() {
        return new BehaviorFixture(false);
    }

    /** Whose answers come from recordings today. */
    public static BehaviorFixture replayed() {
        return new BehaviorFixture(true);
    }

    /** So many further cases, named case-1 and on. */
    public BehaviorFixture with(int cases, Trace before, Trace today) {
        for (int i = 0; i < cases; i++) {
            samples(List.of(before), List.of(today));
        }
        return this;
    }

    /** A case of several samples. */
    public BehaviorFixture samples(List<Trace> before, List<Trace> today) {
        then.add(before);
        now.add(today);
        return this;
    }

    /** The last so many cases have other content in the baseline. */
    public BehaviorFixture changed(int cases) {
        for (int i = 0; i < cases; i++) {
            changed.put("case-" + (then.size() - i), "other");
        }
        return this;
    }

    public RunSummary beside() {
        return beside(Recording.NOTHING);
    }

    public RunSummary beside(Recording recording) {
        RunBaseline before = beside(run(then, false), null, Recording.ROLLING);
        Map<String, BaselineCase> cases = new LinkedHashMap<>();
        before.cases()
                .forEach((id, one) -> cases.put(
                        id, new BaselineCase(id, changed.getOrDefault(id, one.contentHash()), one.mark(), one.mark())));
        Baseline baseline = new Baseline(
                "demo.EvalTest",
                "answers",
                "golden/demo.jsonl",
                Map.of("f1", before.scores().get("f1")),
                BaselineFixture.UNKNOWN,
                BaselineFixture.UNKNOWN,
                cases,
                before.latency());
        RunSummary today = run(now, replayed);
        return today.beside(beside(today, baseline, recording));
    }

    public RunSummary withoutBaseline() {
        RunSummary today = run(now, replayed);
        return today.beside(beside(today, null, Recording.NOTHING));
    }

    private static RunBaseline beside(RunSummary run, Baseline recorded, Recording recording) {
        return new RunBaseline(
                BaselineFixture.FILE,
                recorded,
                BaselineFixture.UNKNOWN,
                recording,
                false,
                run,
                asked -> Map.of(),
                List.of());
    }

    private static RunSummary run(List<List<Trace>> cases, boolean replayed) {
        int samples = cases.get(0).size();
        ResultTable table = new ResultTable(
                cases.size(),
                samples,
                List.of(PlannedScore.alone("f1", Bar.atLeast(0.5), "000000000000")),
                index -> "case-" + (index + 1),
                index -> "hash");
        for (int i = 0; i < cases.size() * samples; i++) {
            Trace trace = cases.get(i / samples).get(i % samples);
            table.add(
                    i,
                    result(i / samples, i % samples, samples, replayed)
                            .with(TraceNote.of(trace, "").with(SampleSteps.of(trace))));
        }
        return table.summary(Runs.TEST, "golden/demo.jsonl");
    }

    private static CaseResult result(int place, int sample, int samples, boolean replayed) {
        return new CaseResult(
                Runs.TEST,
                "case-" + (place + 1),
                sample + 1,
                samples,
                CaseOutcome.PASSED,
                true,
                List.of(CaseScore.held("f1", Score.of(1), Bar.atLeast(0.5))),
                null,
                null,
                new CaseResult.Exchange(
                        "in",
                        "out",
                        "out",
                        "hash",
                        null,
                        List.of(),
                        Usage.UNKNOWN,
                        replayed ? Map.of(CaseResult.REPLAYED, "true") : Map.of()),
                Duration.ZERO,
                Duration.ZERO);
    }
}
