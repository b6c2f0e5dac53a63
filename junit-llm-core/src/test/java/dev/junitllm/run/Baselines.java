package dev.junitllm.run;

import dev.junitllm.score.Bar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Baselines made up for tests. */
final class Baselines {

    static final TestId TEST = new TestId("demo.EvalTest", "answers");
    static final BaselineOrigin ORIGIN = new BaselineOrigin("9f8e", "2.1", "v7", "gpt-x-2026", "abc123");

    private final Map<String, BaselineCase> cases = new TreeMap<>();
    private final Map<String, BaselineScore> scores = new LinkedHashMap<>();
    private BaselineOrigin anchor = ORIGIN;

    private Baselines() {}

    static Baselines scored(String name, Bar bar) {
        return new Baselines().andScored(name, bar);
    }

    Baselines andScored(String name, Bar bar) {
        scores.put(name, new BaselineScore(bar, "fp-" + name));
        return this;
    }

    Baselines anchor(BaselineOrigin origin) {
        anchor = origin;
        return this;
    }

    Baselines with(String id, BaselineMark mark) {
        return with(id, mark, mark);
    }

    Baselines with(String id, BaselineMark rolling, BaselineMark anchor) {
        cases.put(id, new BaselineCase(id, "hash-" + id, rolling, anchor));
        return this;
    }

    Baseline made() {
        return new Baseline("demo.EvalTest", "answers", "golden/demo.jsonl", scores, ORIGIN, anchor, cases);
    }

    static BaselineMark passed(String score, double value, String output) {
        return mark(CaseOutcome.PASSED, 1, score, value, output);
    }

    static BaselineMark failed(String score, double value, String output) {
        return mark(CaseOutcome.FAILED, 0, score, value, output);
    }

    private static BaselineMark mark(CaseOutcome outcome, int passes, String score, double value, String output) {
        return new BaselineMark(
                outcome,
                1,
                passes,
                Map.of(score, new BaselineMark.Value(value, 1, passes)),
                output == null ? null : BaselineOutput.of(output));
    }
}
