package dev.junitllm.gate;

import dev.junitllm.SpanKind;
import dev.junitllm.run.Baseline;
import dev.junitllm.run.CaseSteps;
import dev.junitllm.run.RunBaseline;
import dev.junitllm.run.RunSummary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a run goes about its cases, beside how it did when its baseline was recorded: what reports say, whether or not a gate
 * asks for it. Immutable.
 */
public final class BehaviorChanges {

    private final BehaviorPairs cases;
    private final RunBaseline beside;
    private final Baseline recorded;

    private BehaviorChanges(RunBaseline beside, Baseline recorded) {
        this.cases = BehaviorPairs.of(beside, recorded);
        this.beside = beside;
        this.recorded = recorded;
    }

    /**
     * Compares a run with its baseline.
     *
     * @param run the run
     * @return the changes; empty where there is no baseline beside it, or the run was not traced
     */
    public static Optional<BehaviorChanges> of(RunSummary run) {
        return run.baseline()
                .filter(BehaviorPairs::isTraced)
                .flatMap(beside -> beside.recorded().map(recorded -> new BehaviorChanges(beside, recorded)));
    }

    /**
     * Whether the baseline says nothing of steps, such as one of an older version.
     *
     * @return true where nothing can be compared until it is recorded anew
     */
    public boolean isBaselineWithoutSteps() {
        return !recorded.hasSteps();
    }

    /**
     * How many cases have a trace then and now.
     *
     * @return at least 0
     */
    public int compared() {
        return cases.pairs().size();
    }

    /**
     * What has changed, a sentence each. Tokens and cost are said to have changed only where an interval shows it; time
     * never is.
     *
     * @return such as {@code tool 'lookup' no longer called in 7 of 40 cases}; empty where nothing has
     */
    public List<String> sentences() {
        List<CaseBehavior> pairs = cases.pairs();
        List<String> sentences = new ArrayList<>(BehaviorWords.tools(pairs));
        counted(
                sentences,
                pairs.stream().filter(BehaviorChanges::isReordered).count(),
                "tools called in another order in");
        counted(sentences, changed(Behavior.DOCUMENTS).count(), "retrieval returned other documents in");
        counted(
                sentences,
                changed(Behavior.MODEL_CALLS)
                        .filter(one -> more(one, SpanKind.LLM))
                        .count(),
                "models called more often in");
        counted(
                sentences,
                changed(Behavior.MODEL_CALLS)
                        .filter(one -> !more(one, SpanKind.LLM))
                        .count(),
                "models called less often in");
        counted(sentences, changed(Behavior.FAILED_STEPS).count(), "more steps fail in");
        amounts().filter(AmountChange::isShown).map(AmountChange::sentence).forEach(sentences::add);
        if (!cases.lost().isEmpty()) {
            int lost = cases.lost().size();
            sentences.add(
                    NoRegressionMessages.count(lost, "case") + (lost == 1 ? " has" : " have") + " no trace any more");
        }
        return sentences;
    }

    private void counted(List<String> sentences, long changed, String what) {
        if (changed > 0) {
            sentences.add(what + " "
                    + BehaviorWords.ofCases((int) changed, cases.pairs().size()));
        }
    }

    private static boolean isReordered(CaseBehavior one) {
        return one.hasChanged(Behavior.TOOL_ORDER).orElse(false)
                && !one.hasChanged(Behavior.TOOLS).orElse(false);
    }

    private static boolean more(CaseBehavior one, SpanKind kind) {
        return one.now().calls(kind) > one.then().calls(kind);
    }

    private Stream<CaseBehavior> changed(Behavior behavior) {
        return cases.pairs().stream().filter(one -> one.hasChanged(behavior).orElse(false));
    }

    private Stream<AmountChange> amounts() {
        return Stream.of(Behavior.TOKENS, Behavior.COST)
                .flatMap(behavior -> AmountChange.of(behavior, cases.pairs()).stream());
    }

    /**
     * The cases that have changed, by what has.
     *
     * @return such as {@code other tools}, with each case's id and its behavior now and then; without what has not changed
     */
    public Map<String, Map<String, String>> cases() {
        Map<String, Map<String, String>> changes = new LinkedHashMap<>();
        Arrays.stream(Behavior.values())
                .filter(behavior -> !behavior.isAmount())
                .forEach(behavior -> {
                    Map<String, String> remarks = new LinkedHashMap<>();
                    changed(behavior)
                            .filter(one -> behavior != Behavior.TOOL_ORDER || isReordered(one))
                            .forEach(one -> remarks.put(one.id(), one.remark(behavior)));
                    if (!remarks.isEmpty()) {
                        changes.put(behavior.words(), Collections.unmodifiableMap(remarks));
                    }
                });
        return changes;
    }

    /**
     * The pattern of the whole run: steps of each kind a case, tokens, cost, and the time of a step.
     *
     * @return a row for each, in the order to show them
     */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (SpanKind kind : SpanKind.values()) {
            double then = mean(cases.pairs().stream().map(CaseBehavior::then).toList(), kind);
            double now = mean(cases.pairs().stream().map(CaseBehavior::now).toList(), kind);
            if (then + now > 0) {
                rows.add(new Row(kind + " steps a case", BehaviorWords.number(then), BehaviorWords.number(now), ""));
            }
        }
        amounts()
                .forEach(amount -> rows.add(new Row(
                        amount.behavior().words() + " a case",
                        BehaviorWords.number(amount.ratio().meanBefore()),
                        BehaviorWords.number(amount.ratio().meanNow()),
                        amount.sentence())));
        for (SpanKind kind : SpanKind.values()) {
            Double then = recorded.latency().get(kind);
            Double now = beside.latency().get(kind);
            if (then != null && now != null) {
                rows.add(new Row(
                        "ms of one " + kind + " step, median",
                        BehaviorWords.number(then),
                        BehaviorWords.number(now),
                        "gates nothing: time is noise"));
            }
        }
        return rows;
    }

    private static double mean(List<CaseSteps> cases, SpanKind kind) {
        return cases.stream().mapToDouble(steps -> steps.calls(kind)).average().orElse(0);
    }

    /**
     * One figure of both sides.
     *
     * @param what the figure
     * @param then in the baseline
     * @param now in this run
     * @param remark what there is to say of it; may be empty
     */
    public record Row(String what, String then, String now, String remark) {}
}
