package dev.junitllm.assertj;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.GoldenCaseBuilder;
import dev.junitllm.GoldenPart;
import dev.junitllm.Trace;
import dev.junitllm.score.Bar;
import dev.junitllm.score.CaseScore;
import dev.junitllm.score.Measure;
import dev.junitllm.score.QuotedTexts;
import dev.junitllm.score.ScoreOutcome;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScorerInstantiation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.error.AssertionErrorCreator;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about what an application answered, made by {@link LlmAssertions#assertThatLlm}. First say what to compare the
 * answer with, then what it must score:
 *
 * <pre>{@code
 * assertThatLlm(actual)
 *     .given("How long do refunds take?")
 *     .against("30 days", "a month")
 *     .scoresAtLeast(0.5, TokenF1.class)
 *     .scoresAtLeast(1, Matches.pattern("\\d+ days"));
 * }</pre>
 *
 * <p>A score that can't be made, be it for a missing reference or a judge that can't be reached, fails the assertion as an
 * ERROR; it is never taken for a score of 0. A metric that doesn't apply to the case fails it too, for nothing was checked.
 */
public class LlmAssert extends AbstractAssert<LlmAssert, Actual> {

    private @Nullable String input;
    private List<String> answers = List.of();
    private @Nullable GoldenCase golden;
    private Function<Trace, TraceAssert> traceAssertions = TraceAssert::new;

    /**
     * Begins assertions. Call {@link LlmAssertions#assertThatLlm} instead; this is public for AssertJ's soft assertions.
     *
     * @param actual what the application did
     */
    public LlmAssert(@Nullable Actual actual) {
        super(actual, LlmAssert.class);
    }

    /**
     * Says what the application was asked, for scorers that read it and for the failure message. Not together with
     * {@link #against(GoldenCase)}, which says it already.
     *
     * @param question what went into the application
     * @return this
     */
    public LlmAssert given(String question) {
        input = Objects.requireNonNull(question, "question");
        golden = null;
        return this;
    }

    /**
     * Says what a good answer is. Replaces what was said before.
     *
     * @param expected the expected answer
     * @param references further acceptable answers
     * @return this
     */
    public LlmAssert against(String expected, String... references) {
        Objects.requireNonNull(expected, "expected");
        answers = Stream.concat(Stream.of(expected), Stream.of(references)).toList();
        golden = null;
        return this;
    }

    /**
     * Says what went in, what a good answer is, and all else there is to know. Replaces what was said before.
     *
     * @param reference a golden case
     * @return this
     */
    public LlmAssert against(GoldenCase reference) {
        golden = Objects.requireNonNull(reference, "reference");
        return this;
    }

    /**
     * Checks that a metric scores the answer so high.
     *
     * <pre>{@code
     * assertThatLlm("30 days").against("30 days").scoresAtLeast(1, ExactMatch.class); // passes
     * assertThatLlm("30 Days").against("30 days").scoresAtLeast(1, ExactMatch.class); // fails
     * }</pre>
     *
     * @param bar the least score that passes, from 0 to 1
     * @param metric a scorer with a constructor without parameters
     * @return this
     * @throws AssertionError where the score lies below the bar, can't be made, or doesn't apply
     */
    public LlmAssert scoresAtLeast(double bar, Class<? extends Scorer> metric) {
        return hold(Measure.of(ScorerInstantiation.of(metric), Bar.atLeast(bar)));
    }

    /**
     * Checks that a scorer scores the answer so high.
     *
     * <pre>{@code
     * assertThatLlm("about 3.14").against("3.1416").scoresAtLeast(1, NumericAnswer.within(0.01, 0)); // passes
     * assertThatLlm("about 3").against("3.1416").scoresAtLeast(1, NumericAnswer.within(0.01, 0)); // fails
     * }</pre>
     *
     * @param bar the least score that passes, from 0 to 1
     * @param scorer the scorer
     * @return this
     * @throws AssertionError where the score lies below the bar, can't be made, or doesn't apply
     */
    public LlmAssert scoresAtLeast(double bar, Scorer scorer) {
        return hold(Measure.of(scorer, Bar.atLeast(bar)));
    }

    /**
     * Checks that the application answered at all.
     *
     * @return this
     * @throws AssertionError where no output was recorded
     */
    public LlmAssert hasOutput() {
        recordedOutput();
        return this;
    }

    /**
     * Checks the output by AssertJ's own assertions.
     *
     * <pre>{@code
     * assertThatLlm("30 days").outputSatisfies(text -> assertThat(text).hasSizeLessThan(80)); // passes
     * assertThatLlm("30 days").outputSatisfies(text -> assertThat(text).contains("month")); // fails
     * }</pre>
     *
     * @param requirements what the output must satisfy
     * @return this
     * @throws AssertionError where no output was recorded, or it doesn't satisfy them
     */
    public LlmAssert outputSatisfies(Consumer<String> requirements) {
        requirements.accept(recordedOutput());
        return this;
    }

    /**
     * Goes on to what happened, step by step.
     *
     * <pre>{@code
     * assertThatLlm(actual).trace().calledTool("lookup").hasAtMostModelCalls(3);
     * }</pre>
     *
     * @return assertions about the trace; in soft assertions they are soft too
     */
    public TraceAssert trace() {
        isNotNull();
        return traceAssertions.apply(actual.trace()).as(info.description());
    }

    /** Soft assertions make theirs soft. */
    LlmAssert withTraceAssertions(Function<Trace, TraceAssert> begin) {
        traceAssertions = begin;
        return this;
    }

    private String recordedOutput() {
        isNotNull();
        return actual.recordedOutput()
                .orElseThrow(() -> new AssertionError(
                        Described.by(info, ScoreFailure.noOutput(comparison()), QuotedTexts.of(comparison(), actual))));
    }

    private LlmAssert hold(Measure measure) {
        isNotNull();
        GoldenCase reference = comparison();
        Optional<GoldenPart> missing = measure.scorer().needs().stream()
                .sorted()
                .filter(part -> !part.isIn(reference))
                .findFirst();
        if (missing.isPresent()) {
            throw failed(reference, ScoreFailure.missing(measure.name(), missing.get(), reference, actual));
        }
        CaseScore score = measure.take(reference, actual);
        if (score.outcome() == ScoreOutcome.PASSED) {
            return this;
        }
        AssertionError failure = failed(reference, ScoreFailure.of(score, reference, actual));
        if (score.error() != null && score.error().cause() != null) {
            failure.initCause(Described.safe(score.error().cause()));
        }
        throw failure;
    }

    /** Where both sides are known, IDEs offer to compare them. */
    private AssertionError failed(GoldenCase reference, String message) {
        return GoldenPart.ANSWER.isIn(reference) && actual.hasOutput()
                ? new AssertionErrorCreator()
                        .assertionError(
                                Described.by(info, message, QuotedTexts.of(reference, actual)),
                                Described.safe(actual.output()),
                                Described.safe(reference.acceptableAnswers().get(0)),
                                info.representation())
                : new AssertionError(Described.by(info, message, QuotedTexts.of(reference, actual)));
    }

    private GoldenCase comparison() {
        if (golden != null) {
            return golden;
        }
        GoldenCaseBuilder builder = GoldenCase.builder("assertion", input == null ? "" : input);
        if (!answers.isEmpty()) {
            builder.expected(answers.get(0)).references(answers.subList(1, answers.size()));
        }
        return builder.build();
    }
}
