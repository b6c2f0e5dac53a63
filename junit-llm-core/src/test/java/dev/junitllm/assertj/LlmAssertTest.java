package dev.junitllm.assertj;

import static dev.junitllm.assertj.LlmAssertions.assertThatLlm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.junitllm.Actual;
import dev.junitllm.Document;
import dev.junitllm.GoldenCase;
import dev.junitllm.GoldenPart;
import dev.junitllm.ToolCall;
import dev.junitllm.score.Score;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScorerDescription;
import dev.junitllm.score.ScoringException;
import dev.junitllm.score.answer.NumericAnswer;
import dev.junitllm.score.text.Contains;
import dev.junitllm.score.text.ExactMatch;
import dev.junitllm.score.text.Matches;
import dev.junitllm.score.text.TokenF1;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class LlmAssertTest {

    static final class Unreachable implements Scorer {
        @Override
        public Score score(GoldenCase golden, Actual actual) throws ScoringException {
            throw new ScoringException("TIMEOUT", "no answer for 30 s");
        }

        @Override
        public ScorerDescription describe() {
            return ScorerDescription.of("politeness");
        }
    }

    static final class NothingRelevant implements Scorer {
        @Override
        public Score score(GoldenCase golden, Actual actual) {
            return Score.notApplicable("nothing is relevant");
        }

        @Override
        public ScorerDescription describe() {
            return ScorerDescription.of("recall");
        }

        @Override
        public Set<GoldenPart> needs() {
            return Set.of(GoldenPart.CONTEXT);
        }
    }

    @Test
    void passesWhereEveryScoreReachesItsBar() {
        Actual actual = Actual.of("30 days");

        assertThatLlm(actual)
                .hasOutput()
                .given("How long do refunds take?")
                .against("a month", "30 days")
                .scoresAtLeast(1, ExactMatch.class)
                .scoresAtLeast(0.5, TokenF1.class)
                .scoresAtLeast(1, NumericAnswer.within(0.5, 0))
                .scoresAtLeast(1, Matches.pattern("\\d+ days"))
                .outputSatisfies(text -> assertThat(text).hasSizeLessThan(80));
        assertThat(actual.output("still open").output()).isEqualTo("still open");
    }

    @Test
    void saysWhatWasAskedExpectedAnsweredAndWhyItIsBelowTheBar() {
        assertThat(messageOf(() -> assertThatLlm("within 14 days\nor so\u001b")
                        .given("How long do refunds take?")
                        .against("within 30 days", "a month")
                        .scoresAtLeast(0.8, TokenF1.class)))
                .isEqualTo("""
                        token-f1 is 0.5, but must be >= 0.8
                          input:    How long do refunds take?
                          expected: within 30 days
                          or:       a month
                          actual:   within 14 days
                                    or so\\u001b
                          reason:   precision 0.40 (2 of 5 words), recall 0.67 (2 of 3 words) against the expected answer""");
    }

    @Test
    void leavesOutWhatThereIsNot() {
        assertThat(messageOf(() -> assertThatLlm("").scoresAtLeast(1, Matches.pattern("\\d"))))
                .isEqualTo("""
                        matches is 0, but must be >= 1
                          actual:   (empty)
                          reason:   '\\d' is not found""");
    }

    @Test
    void neverTakesAMissingReferenceForAScore() {
        assertThat(messageOf(() -> assertThatLlm("30 days").scoresAtLeast(0, TokenF1.class)))
                .isEqualTo("""
                        token-f1 is an ERROR, not a score: NO_REFERENCE: it needs 'expected' or 'references': give it by \
                        against(…) before scoresAtLeast
                          actual:   30 days""");
        assertThat(messageOf(() -> assertThatLlm("30 days").against("a month").scoresAtLeast(0, NothingRelevant.class)))
                .startsWith(
                        "recall is an ERROR, not a score: NO_REFERENCE: it needs 'context': give it by against(…) in a"
                                + " golden case before scoresAtLeast\n");
    }

    @Test
    void neverTakesAScoreThatCouldNotBeMadeForAScore() {
        Throwable failure =
                catchThrowable(() -> assertThatLlm("30 days").against("a month").scoresAtLeast(0, new Unreachable()));

        assertThat(failure)
                .isInstanceOf(AssertionError.class)
                .hasCauseInstanceOf(ScoringException.class)
                .hasMessage("""
                politeness is an ERROR, not a score: TIMEOUT: no answer for 30 s
                  expected: a month
                  actual:   30 days""");
        assertThat(messageOf(() -> assertThatLlm(new Actual()).against("x").scoresAtLeast(0, Contains.class)))
                .isEqualTo("""
                        contains is an ERROR, not a score: NO_OUTPUT: the test body never called actual.output(…): record \
                        there what the application answered
                          expected: x
                          actual:   no output was recorded""");
    }

    @Test
    void failsWhereNothingWasChecked() {
        GoldenCase golden = GoldenCase.builder("a", "q")
                .context(java.util.List.of(dev.junitllm.Document.of("d", "x")))
                .build();

        assertThat(messageOf(() -> assertThatLlm("30 days").against(golden).scoresAtLeast(0, NothingRelevant.class)))
                .isEqualTo("""
                        recall doesn't apply, so nothing was checked
                          input:    q
                          actual:   30 days
                          reason:   nothing is relevant""");
    }

    @Test
    void offersBothSidesToTheIde() {
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> assertThatLlm("30 Days").against("30 days").scoresAtLeast(1, ExactMatch.class))
                .satisfies(
                        failure -> assertThat(failure.getExpected().getValue()).isEqualTo("30 days"))
                .satisfies(failure -> assertThat(failure.getActual().getValue()).isEqualTo("30 Days"));
    }

    @Test
    void keepsADescriptionAndPercentSigns() {
        assertThat(messageOf(() ->
                        assertThatLlm("100 %s").as("refunds").against("50 %n").scoresAtLeast(1, ExactMatch.class)))
                .startsWith("[refunds] exact-match is 0, but must be >= 1\n  expected: 50 %n\n  actual:   100 %s\n");
        assertThat(messageOf(() ->
                        assertThatLlm("a").withFailMessage("wrong").against("b").scoresAtLeast(1, ExactMatch.class)))
                .isEqualTo("wrong");
    }

    @Test
    void comparesWithTheLastReferenceGiven() {
        GoldenCase golden = GoldenCase.builder("a", "q").expected("b").build();

        assertThatLlm("b").against("a").against(golden).scoresAtLeast(1, ExactMatch.class);
        assertThatLlm("a").against(golden).against("a").scoresAtLeast(1, ExactMatch.class);
    }

    @Test
    void failsWithoutAnOutput() {
        assertThat(messageOf(() -> assertThatLlm(new Actual()).given("q").hasOutput()))
                .isEqualTo("the application recorded no output\n  input:    q");
        assertThat(messageOf(() -> assertThatLlm(new Actual()).outputSatisfies(text -> {})))
                .isEqualTo("the application recorded no output");
        assertThat(messageOf(() -> assertThatLlm("x")
                        .outputSatisfies(text -> assertThat(text).isEmpty())))
                .contains("Expecting empty but was: \"x\"");
        assertThat(messageOf(() -> assertThatLlm((Actual) null).hasOutput()))
                .contains("Expecting actual not to be null");
    }

    @Test
    void refusesABarThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThatLlm("x").against("x").scoresAtLeast(80, TokenF1.class))
                .withMessage("a bar lies from 0 to 1, unlike 80.0");
    }

    @Test
    void neitherTellsSecretsNorHalfOfOne() {
        String key = "sk-proj-" + "Qm4xR7vT2kLp9sWd6hJn".repeat(4);

        assertThat(messageOf(() -> assertThatLlm("the key is " + key)
                        .against("the key is safe")
                        .scoresAtLeast(1, ExactMatch.class)))
                .contains("actual:   the key is [REDACTED:openai-key]", "at character 13: '[REDACTED:openai-key]'")
                .doesNotContain("Qm4x");
    }

    @Test
    void tellsNoHalfOfASecretOfDocumentsAndToolCallsEither() {
        String key = "sk-proj-" + "Qm4xR7vT2kLp9sWd6hJn".repeat(4);
        String other = "sk-proj-" + "Zb8nY3cF5gHs1aKe0uVi".repeat(4);
        Actual actual = Actual.of("it is safe")
                .retrieved(List.of(Document.of("d1", "the key is " + key)))
                .toolCall(ToolCall.of(
                        "open", JsonNodeFactory.instance.objectNode().put("with", other)));
        Scorer quoting = new Scorer() {
            @Override
            public Score score(GoldenCase golden, Actual scored) {
                return Score.of(0, "found " + key.substring(10, 30) + ", opened with " + other.substring(10, 30));
            }

            @Override
            public ScorerDescription describe() {
                return ScorerDescription.of("quoting");
            }
        };

        assertThat(messageOf(() -> assertThatLlm(actual).scoresAtLeast(1, quoting)))
                .contains("found [REDACTED:openai-key], opened with [REDACTED:openai-key]");
    }

    @Test
    void staysSmall() {
        assertThat(Arrays.stream(LlmAssert.class.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic()))
                .hasSizeLessThan(25);
    }

    private static String messageOf(Runnable assertion) {
        return assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(assertion::run)
                .actual()
                .getMessage();
    }
}
