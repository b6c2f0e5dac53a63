package dev.junitllm.gate;

import dev.junitllm.run.Baseline;
import dev.junitllm.run.BaselineCase;
import dev.junitllm.run.BaselineFile;
import dev.junitllm.run.BaselineMark;
import dev.junitllm.run.BaselineOrigin;
import dev.junitllm.run.BaselineOutput;
import dev.junitllm.run.BaselineScore;
import dev.junitllm.run.CaseOutcome;
import dev.junitllm.run.RunBaseline;
import dev.junitllm.run.RunBaseline.Recording;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.SampleResult;
import dev.junitllm.run.TestModule;
import dev.junitllm.score.Bar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a baseline beside a run, case by case, in the order they are added. */
final class BaselineFixture {

    static final BaselineFile FILE = BaselineFile.of(new TestModule(Path.of("module"), Path.of("target")), Runs.TEST);
    static final BaselineOrigin UNKNOWN = new BaselineOrigin("", "", "", "", "");

    private final Map<String, BaselineCase> cases = new LinkedHashMap<>();
    private final Map<String, String> outputs = new LinkedHashMap<>();
    private Map<String, BaselineScore> scores = Map.of("f1", new BaselineScore(Bar.atLeast(0.5), "000000000000"));
    private List<SampleResult> fresh = List.of();
    private boolean narrowed;

    static BaselineMark mark(int passes, int samples) {
        return mark(passes, samples, (double) passes / samples, null);
    }

    static BaselineMark mark(int passes, int samples, double mean, @Nullable String output) {
        return new BaselineMark(
                passes == samples ? CaseOutcome.PASSED : CaseOutcome.FAILED,
                samples,
                passes,
                Map.of("f1", new BaselineMark.Value(mean, samples, passes)),
                output == null ? null : BaselineOutput.of(output));
    }

    static BaselineMark unscored() {
        return new BaselineMark(CaseOutcome.UNSCORED, 1, 0, Map.of(), null);
    }

    /** So many further cases, named case-1 and on as the run names them. */
    BaselineFixture with(int count, BaselineMark mark) {
        return with(count, mark, mark);
    }

    BaselineFixture with(int count, BaselineMark rolling, BaselineMark anchor) {
        for (int i = 0; i < count; i++) {
            add("case-" + (cases.size() + 1), "hash", rolling, anchor);
        }
        return this;
    }

    BaselineFixture changed(int count) {
        for (int i = 0; i < count; i++) {
            add("case-" + (cases.size() + 1), "other", mark(1, 1), mark(1, 1));
        }
        return this;
    }

    private void add(String id, String hash, BaselineMark rolling, BaselineMark anchor) {
        cases.put(id, new BaselineCase(id, hash, rolling, anchor));
    }

    BaselineFixture scores(Map<String, BaselineScore> made) {
        scores = made;
        return this;
    }

    BaselineFixture fresh(RunSummary samples) {
        fresh = new ArrayList<>(samples.samples().toList());
        return this;
    }

    BaselineFixture answers(String id, String output) {
        outputs.put(id, output);
        return this;
    }

    BaselineFixture narrowed() {
        narrowed = true;
        return this;
    }

    Baseline baseline() {
        return new Baseline("demo.EvalTest", "answers", "golden/demo.jsonl", scores, UNKNOWN, UNKNOWN, cases);
    }

    RunSummary beside(RunSummary run) {
        return beside(run, Recording.NOTHING);
    }

    RunSummary beside(RunSummary run, Recording recording) {
        return run.beside(new RunBaseline(
                FILE,
                baseline(),
                UNKNOWN,
                recording,
                narrowed,
                run,
                asked -> {
                    Map<String, BaselineOutput> found = new LinkedHashMap<>();
                    outputs.forEach((id, output) -> found.put(id, BaselineOutput.of(output)));
                    found.keySet().retainAll(asked.keySet());
                    return found;
                },
                fresh));
    }
}
