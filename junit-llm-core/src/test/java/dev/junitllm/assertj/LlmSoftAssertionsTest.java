package dev.junitllm.assertj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.junitllm.Actual;
import dev.junitllm.score.text.Contains;
import dev.junitllm.score.text.ExactMatch;
import dev.junitllm.score.text.TokenF1;
import org.assertj.core.api.BDDSoftAssertions;
import org.assertj.core.api.junit.jupiter.InjectSoftAssertions;
import org.assertj.core.api.junit.jupiter.SoftAssertionsExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SoftAssertionsExtension.class)
class LlmSoftAssertionsTest {

    static class AllSoftly extends BDDSoftAssertions implements LlmSoftAssertionsProvider {}

    @InjectSoftAssertions
    private LlmSoftAssertions injected;

    @Test
    void reportsEveryFailureTogether() {
        LlmSoftAssertions softly = new LlmSoftAssertions();
        softly.assertThatLlm(Actual.of("14 days"))
                .against("30 days")
                .scoresAtLeast(0.5, TokenF1.class)
                .scoresAtLeast(1, ExactMatch.class)
                .scoresAtLeast(1, Contains.class);
        softly.assertThatLlm("x").scoresAtLeast(1, ExactMatch.class);
        softly.assertThatLlm("x").outputSatisfies(text -> assertThat(text).isEqualTo("y"));
        softly.assertThat(1).isEqualTo(2);

        assertThat(softly.errorsCollected()).hasSize(5);
        assertThat(softly.errorsCollected().get(0)).hasMessageStartingWith("exact-match is 0, but must be >= 1\n");
        assertThat(softly.errorsCollected().get(2)).hasMessageStartingWith("exact-match is an ERROR, not a score: ");
    }

    @Test
    void checksAllBeforeItFails() {
        assertThatThrownBy(() -> LlmSoftAssertions.assertSoftly(softly -> {
                    softly.assertThatLlm("a").against("b").scoresAtLeast(1, ExactMatch.class);
                    softly.assertThatLlm("c").against("d").scoresAtLeast(1, ExactMatch.class);
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("2 failures", "expected: b", "expected: d");
        LlmSoftAssertions.assertSoftly(
                softly -> softly.assertThatLlm("a").against("a").scoresAtLeast(1, ExactMatch.class));
    }

    @Test
    void joinsSoftAssertionsOfOnesOwn() {
        AllSoftly softly = new AllSoftly();
        softly.assertThatLlm("a").against("b").scoresAtLeast(1, ExactMatch.class);
        softly.then(1).isEqualTo(2);

        assertThat(softly.errorsCollected()).hasSize(2);
    }

    @Test
    void isInjectedByAssertJsExtension() {
        injected.assertThatLlm("a").against("a").scoresAtLeast(1, ExactMatch.class);

        assertThat(injected.errorsCollected()).isEmpty();
    }
}
