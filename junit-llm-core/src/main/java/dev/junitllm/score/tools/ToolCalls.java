package dev.junitllm.score.tools;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.GoldenPart;
import dev.junitllm.score.Score;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScorerDescription;
import dev.junitllm.score.ScoringException;
import dev.junitllm.score.json.JsonComparison;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares the tool calls the application made ({@link Actual#toolCall}) with those the case expects
 * ({@link GoldenCase#toolCalls}). How they must relate {@link ToolCallMatch} says; what of their arguments counts,
 * {@link ToolArguments}. Immutable: each method gives a new scorer.
 *
 * <p>A case whose {@code toolCalls} is an empty list expects that no tool is called; record an output too, for a test body
 * that records nothing is refused. One that says nothing of tool calls is
 * an error before the first case runs. Except by {@link ToolCallMatch#EXACT} and {@link ToolCallMatch#IN_ORDER}, more
 * calls than {@link dev.junitllm.score.Assignment#isTooLarge 500 with 500 or so} are an ERROR of kind {@code TOO_LARGE}.
 */
public final class ToolCalls implements Scorer {

    private final ToolCallMatch match;
    private final CallComparison comparison;

    /** Makes the metric: the same calls with equal arguments in the same order. */
    public ToolCalls() {
        this(ToolCallMatch.EXACT, new CallComparison(ToolArguments.EQUAL, new JsonComparison(), Map.of()));
    }

    private ToolCalls(ToolCallMatch match, CallComparison comparison) {
        this.match = match;
        this.comparison = comparison;
    }

    /**
     * The metric with equal arguments.
     *
     * @param match how the calls must relate
     * @return the scorer, named by the match, such as {@code tool-calls-f1}
     */
    public static ToolCalls matched(ToolCallMatch match) {
        return new ToolCalls().with(match);
    }

    /**
     * The same by names alone.
     *
     * @return the scorer
     */
    public ToolCalls namesOnly() {
        return with(ToolArguments.IGNORED);
    }

    /**
     * The same by lists of accepted values, as {@link ToolArguments#ACCEPTED_VALUES} defines them.
     *
     * @return the scorer
     */
    public ToolCalls acceptedValues() {
        return with(ToolArguments.ACCEPTED_VALUES);
    }

    /**
     * The same with rules for some arguments, which their paths name from the arguments' object on, as in {@code /amount}.
     *
     * @param rules how arguments are compared
     * @return the scorer
     */
    public ToolCalls comparedBy(JsonComparison rules) {
        return new ToolCalls(match, new CallComparison(ToolArguments.EQUAL, rules, comparison.byTool()));
    }

    /**
     * The same with rules for the arguments of one tool, instead of the others.
     *
     * @param tool the tool's name
     * @param rules how its arguments are compared
     * @return the scorer
     */
    public ToolCalls comparedBy(String tool, JsonComparison rules) {
        return new ToolCalls(match, comparison.with(tool, rules));
    }

    @Override
    public Score score(GoldenCase golden, Actual actual) throws ScoringException {
        try {
            return score(Call.of(golden.toolCalls()), Call.of(actual.toolCalls()));
        } catch (ScoringException e) {
            throw new ScoringException(e.kind(), golden.describe() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public ScorerDescription describe() {
        return ScorerDescription.of(match.scoreName(), comparison.parameters());
    }

    @Override
    public Set<GoldenPart> needs() {
        return Set.of(GoldenPart.TOOL_CALLS);
    }

    ToolCalls with(ToolCallMatch another) {
        return new ToolCalls(another, comparison);
    }

    ToolCalls with(ToolArguments arguments) {
        return new ToolCalls(match, new CallComparison(arguments, comparison.comparison(), comparison.byTool()));
    }

    private Score score(List<Call> expected, List<Call> made) throws ScoringException {
        for (Call call : expected) {
            comparison.check(call);
        }
        CallPairs pairs = switch (match) {
            case EXACT -> CallPairs.byPlace(expected, made, comparison);
            case IN_ORDER -> CallPairs.inOrder(expected, made, comparison);
            default -> CallPairs.inAnyOrder(expected, made, comparison);
        };
        boolean allMade = pairs.matched() == expected.size();
        boolean allExpected = pairs.matched() == made.size();
        double value = switch (match) {
            case EXACT, ANY_ORDER -> allMade && allExpected ? 1 : 0;
            case IN_ORDER, SUPERSET -> allMade ? 1 : 0;
            case SUBSET -> allExpected ? 1 : 0;
            case F1 -> pairs.f1();
        };
        return Score.of(value, reason(pairs, value == 1)).withDetails(details(pairs));
    }

    private String reason(CallPairs pairs, boolean right) throws ScoringException {
        if (pairs.expected() + pairs.made() == 0) {
            return "no call is expected, and none was made";
        }
        String counts = "%s of %s expected calls matched by %s made"
                .formatted(
                        Integer.toString(pairs.matched()),
                        Integer.toString(pairs.expected()),
                        Integer.toString(pairs.made()));
        return right
                ? counts
                : counts + ": "
                        + pairs.describe(
                                comparison,
                                match == ToolCallMatch.SUBSET,
                                match == ToolCallMatch.IN_ORDER || match == ToolCallMatch.SUPERSET);
    }

    private static Map<String, Object> details(CallPairs pairs) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("expected", pairs.expected());
        details.put("made", pairs.made());
        details.put("matched", pairs.matched());
        return details;
    }
}
