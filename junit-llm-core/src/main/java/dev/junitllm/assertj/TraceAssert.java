package dev.junitllm.assertj;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.junitllm.SpanKind;
import dev.junitllm.Trace;
import dev.junitllm.score.Score;
import dev.junitllm.score.ScoringException;
import dev.junitllm.score.trace.TraceCheck;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about what happened during one invocation, step by step, made by {@link LlmAssertions#assertThatTrace} or {@link
 * LlmAssert#trace()}:
 *
 * <pre>{@code
 * assertThatLlm(actual).trace()
 *     .calledToolsInOrder("search", "lookup")
 *     .hasAtMostModelCalls(3)
 *     .usedAtMostTokens(2_000)
 *     .hasNoErrors();
 * }</pre>
 *
 * <p>What the trace doesn't say fails the assertion, and the message says what is unknown: tokens that nobody reported are
 * never under a limit, and an application of which no step was recorded has not been shown to call no tool. What was made to
 * score the case is no step of the application. A failure shows the steps there are.
 */
public class TraceAssert extends AbstractAssert<TraceAssert, Trace> {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Begins assertions. Call {@link LlmAssertions#assertThatTrace} instead; this is public for AssertJ's soft assertions.
     *
     * @param actual the trace
     */
    public TraceAssert(@Nullable Trace actual) {
        super(actual, TraceAssert.class);
    }

    /**
     * Checks that a tool was called.
     *
     * <pre>{@code
     * assertThatTrace(trace).calledTool("search"); // passes where it was, with whatever arguments
     * assertThatTrace(trace).calledTool("pay"); // fails: tool 'pay' was not called; called: 'search'
     * }</pre>
     *
     * @param tool its name
     * @return this
     * @throws AssertionError where it wasn't
     */
    public TraceAssert calledTool(String tool) {
        return hold(TraceCheck.calledTool(tool));
    }

    /**
     * Checks that a tool was called with some arguments; the call may have further ones, at any depth.
     *
     * <pre>{@code
     * // of the call search {"query": "annual leave", "limit": 3}
     * assertThatTrace(trace).calledTool("search", Map.of("limit", 3)); // passes
     * assertThatTrace(trace).calledTool("search", Map.of("limit", 5)); // fails
     * }</pre>
     *
     * @param tool its name
     * @param arguments by name, as JSON would have them: numbers, texts, booleans, lists and maps of such
     * @return this
     * @throws AssertionError where no call of the tool has them
     */
    public TraceAssert calledTool(String tool, Map<String, ?> arguments) {
        return hold(TraceCheck.calledTool(tool, JSON.valueToTree(arguments)));
    }

    /**
     * Checks that none of some tools was called.
     *
     * @param tools their names; at least one
     * @return this
     * @throws AssertionError where one was, or no step of the application is known
     */
    public TraceAssert didNotCallTool(String... tools) {
        return hold(TraceCheck.didNotCallTool(tools));
    }

    /**
     * Checks that tools were called in an order; other calls may come before, between and after them.
     *
     * <pre>{@code
     * // of the calls search, lookup, search
     * assertThatTrace(trace).calledToolsInOrder("search", "lookup"); // passes
     * assertThatTrace(trace).calledToolsInOrder("lookup", "lookup"); // fails: it was called once
     * }</pre>
     *
     * @param tools their names; at least one
     * @return this
     * @throws AssertionError where they weren't
     */
    public TraceAssert calledToolsInOrder(String... tools) {
        return hold(TraceCheck.toolsInOrder(tools));
    }

    /**
     * Checks that these tools were called in this order, and no others.
     *
     * @param tools their names; at least one
     * @return this
     * @throws AssertionError where other calls were made
     */
    public TraceAssert calledToolsExactly(String... tools) {
        return hold(TraceCheck.toolsExactly(tools));
    }

    /**
     * Checks how often models were called.
     *
     * @param most how often at most; a call that one library makes through another is one
     * @return this
     * @throws AssertionError where there were more, or no step of the application is known
     */
    public TraceAssert hasAtMostModelCalls(int most) {
        return hold(TraceCheck.atMostModelCalls(most));
    }

    /**
     * Checks how many tokens the calls of models took, input and output together.
     *
     * @param most how many at most
     * @return this
     * @throws AssertionError where there were more, or it isn't known of every call, or no call is known
     */
    public TraceAssert usedAtMostTokens(long most) {
        return hold(TraceCheck.atMostTokens(most));
    }

    /**
     * Checks what the calls of models, embeddings included, cost.
     *
     * @param most how much at most: in US dollars, or in the one currency that the prices are in
     * @return this
     * @throws AssertionError where it was more, or it isn't known of every call, or no call is known
     */
    public TraceAssert costAtMost(double most) {
        return hold(TraceCheck.atMostCost(BigDecimal.valueOf(most)));
    }

    /**
     * Checks how long the application took, from when the invocation began; in a test body, until now.
     *
     * @param most how long at most
     * @return this
     * @throws AssertionError where it took longer
     */
    public TraceAssert tookAtMost(Duration most) {
        return hold(TraceCheck.within(most));
    }

    /**
     * Checks how long each step of a kind took.
     *
     * <pre>{@code
     * assertThatTrace(trace).eachTookAtMost(SpanKind.RETRIEVAL, Duration.ofMillis(200));
     * }</pre>
     *
     * @param kind of the steps
     * @param most how long at most
     * @return this
     * @throws AssertionError where one took longer, or there is none
     */
    public TraceAssert eachTookAtMost(SpanKind kind, Duration most) {
        return hold(TraceCheck.eachWithin(kind, most));
    }

    /**
     * Checks that no step of the application failed, not even one that was tried again with success.
     *
     * @return this
     * @throws AssertionError where one did, or no step of the application is known
     */
    public TraceAssert hasNoErrors() {
        return hold(TraceCheck.noErrors());
    }

    /**
     * Checks that documents were retrieved, each by any of the searches.
     *
     * @param ids the documents; at least one
     * @return this
     * @throws AssertionError where one wasn't, or no search says what it found
     */
    public TraceAssert retrieved(String... ids) {
        return hold(TraceCheck.retrieved(ids));
    }

    /**
     * Checks the trace by assertions of your own.
     *
     * <pre>{@code
     * assertThatTrace(trace).stepsSatisfy(trace -> assertThat(trace.ofKind(SpanKind.GUARDRAIL)).hasSize(1));
     * }</pre>
     *
     * @param requirements what the trace must satisfy
     * @return this
     * @throws AssertionError where it doesn't
     */
    public TraceAssert stepsSatisfy(Consumer<Trace> requirements) {
        isNotNull();
        requirements.accept(actual);
        return this;
    }

    private TraceAssert hold(TraceCheck check) {
        isNotNull();
        try {
            Score score = check.check(actual);
            if (score.value().orElse(0) < 1) {
                throw new AssertionError(Described.by(info, TraceFailure.of(score.reason(), actual), quoted()));
            }
        } catch (ScoringException e) {
            throw new AssertionError(Described.by(info, TraceFailure.unknown(e, actual), quoted()));
        }
        return this;
    }

    private List<String> quoted() {
        return actual.spans().stream()
                .flatMap(span -> Stream.concat(
                        Stream.of(span.name(), span.error().orElse("")),
                        span.attributes().values().stream().map(String::valueOf)))
                .toList();
    }
}
