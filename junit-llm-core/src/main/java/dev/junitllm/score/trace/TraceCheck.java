package dev.junitllm.score.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.SpanKind;
import dev.junitllm.Trace;
import dev.junitllm.score.Score;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScorerDescription;
import dev.junitllm.score.ScoringException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * Asks one thing of a trace: 1 where it is so, 0 where it is not. The annotations of this package ask the same for each case
 * of a golden set, AssertJ's {@code assertThatTrace} for one trace. Immutable and thread-safe.
 *
 * <p>What the trace doesn't say is an ERROR, never a 0 and never a 1: of kind {@code NO_TRACE} where there is none, {@code
 * NO_STEPS} where it holds no step of the application that could tell, {@code UNKNOWN_TOKENS} and {@code UNKNOWN_COST} where a
 * limit seems kept and some call of a model doesn't say what it took. What was made to score the case is no step of the
 * application.
 */
public final class TraceCheck implements Scorer {

    private final TraceRule rule;

    private TraceCheck(TraceRule rule) {
        this.rule = rule;
    }

    /**
     * A tool was called.
     *
     * @param tool its name
     * @return the check, named {@code called-tool …}
     */
    public static TraceCheck calledTool(String tool) {
        return calledTool(tool, JsonNodeFactory.instance.objectNode());
    }

    /**
     * A tool was called with some arguments.
     *
     * @param tool its name
     * @param arguments an object; the call may have further ones, at any depth. Numbers are equal by value; arrays and texts
     *     must be equal
     * @return the check, named {@code called-tool …}
     */
    public static TraceCheck calledTool(String tool, JsonNode arguments) {
        if (!arguments.isObject()) {
            throw new IllegalArgumentException("arguments must be a JSON object, unlike " + arguments);
        }
        return new TraceCheck(new CalledToolRule(named(List.of(tool)).get(0), arguments.deepCopy()));
    }

    /**
     * Some tools were not called.
     *
     * @param tools their names; at least one
     * @return the check, named {@code did-not-call-tool …}
     */
    public static TraceCheck didNotCallTool(String... tools) {
        return new TraceCheck(new UncalledToolRule(named(List.of(tools))));
    }

    /**
     * Tools were called in an order; other calls may come before, between and after them.
     *
     * @param tools their names; at least one. A tool that is named twice must be called twice
     * @return the check, named {@code tool-order}
     */
    public static TraceCheck toolsInOrder(String... tools) {
        return new TraceCheck(new ToolOrderRule(named(List.of(tools)), false));
    }

    /**
     * These tools were called in this order, and no others.
     *
     * @param tools their names; at least one
     * @return the check, named {@code tool-order-exact}
     */
    public static TraceCheck toolsExactly(String... tools) {
        return new TraceCheck(new ToolOrderRule(named(List.of(tools)), true));
    }

    /**
     * Models were called so often at most; a call that one library makes through another is one.
     *
     * @param most how often, at least 0
     * @return the check, named {@code max-model-calls}
     */
    public static TraceCheck atMostModelCalls(int most) {
        if (most < 0) {
            throw new IllegalArgumentException("a number of calls is at least 0, unlike " + most);
        }
        return new TraceCheck(new ModelCallsRule(most));
    }

    /**
     * Models took so many tokens at most, input and output together.
     *
     * @param most how many, at least 0
     * @return the check, named {@code max-tokens}
     */
    public static TraceCheck atMostTokens(long most) {
        if (most < 0) {
            throw new IllegalArgumentException("a number of tokens is at least 0, unlike " + most);
        }
        return new TraceCheck(new TokensRule(most));
    }

    /**
     * Models, embeddings included, cost so much at most.
     *
     * @param most how much, at least 0: in US dollars, or in the one currency that the prices are in
     * @return the check, named {@code max-cost}
     */
    public static TraceCheck atMostCost(BigDecimal most) {
        if (most.signum() < 0) {
            throw new IllegalArgumentException("a cost is at least 0, unlike " + most);
        }
        return new TraceCheck(new CostRule(most));
    }

    /**
     * The application took so long at most, from when the invocation began until scoring did. It doesn't apply to an answer
     * from a recording.
     *
     * @param most how long, above 0
     * @return the check, named {@code max-latency}
     */
    public static TraceCheck within(Duration most) {
        return new TraceCheck(new LatencyRule(null, above(most)));
    }

    /**
     * Each step of a kind took so long at most; there must be one. It doesn't apply to an answer from a recording.
     *
     * @param kind of the steps
     * @param most how long, above 0
     * @return the check, named such as {@code max-latency LLM}
     */
    public static TraceCheck eachWithin(SpanKind kind, Duration most) {
        return new TraceCheck(new LatencyRule(kind, above(most)));
    }

    /**
     * No step of the application failed, not even one that was tried again with success.
     *
     * @return the check, named {@code no-error-span}
     */
    public static TraceCheck noErrors() {
        return new TraceCheck(new NoErrorRule());
    }

    /**
     * Some documents were retrieved, each by any of the searches.
     *
     * @param ids the documents; at least one
     * @return the check, named {@code retrieved-document …}
     */
    public static TraceCheck retrieved(String... ids) {
        return new TraceCheck(new RetrievedRule(named(List.of(ids))));
    }

    /**
     * Checks a trace.
     *
     * @param trace the trace
     * @return 1 or 0, and why
     * @throws ScoringException where the trace doesn't say
     */
    public Score check(Trace trace) throws ScoringException {
        return rule.check(trace);
    }

    @Override
    public Score score(GoldenCase golden, Actual actual) throws ScoringException {
        if (rule.isAboutTime() && "true".equals(actual.attributes().get("replayed"))) {
            return Score.notApplicable("it was answered from a recording, which says nothing of time");
        }
        return rule.check(actual.trace());
    }

    @Override
    public ScorerDescription describe() {
        return rule.describe();
    }

    private static List<String> named(List<String> names) {
        if (names.isEmpty() || names.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a name is missing or blank in " + names);
        }
        return names;
    }

    private static Duration above(Duration most) {
        if (most.isZero() || most.isNegative()) {
            throw new IllegalArgumentException("a time limit lies above 0, unlike " + most);
        }
        return most;
    }
}
