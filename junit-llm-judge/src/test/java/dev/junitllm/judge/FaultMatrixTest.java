package dev.junitllm.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.judge.chat.ChatReply;
import dev.junitllm.judge.criteria.Criteria;
import dev.junitllm.judge.criteria.Criterion;
import dev.junitllm.score.Bar;
import dev.junitllm.score.CaseScore;
import dev.junitllm.score.Measure;
import dev.junitllm.score.Score;
import dev.junitllm.score.ScoreOutcome;
import dev.junitllm.score.ScoringException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of replies that can't be used. The table in docs/judge.md is made of it. */
class FaultMatrixTest {

    private static final Set<String> NO_SECOND_CHANCE = Set.of("REFUSAL", "TRUNCATED", "EMPTY", "INJECTION_SUSPECTED");

    private static final GoldenCase GOLDEN = GoldenCase.builder("australia", "What is the capital of Australia?")
            .expected("Canberra")
            .build();

    private static final Criterion LEVELS =
            Criterion.rubric("How right is the answer?", List.of("wrong", "poor", "fair", "good", "right"));

    @Test
    void theMatrixIsLarge() {
        assertThat(Fault.all()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(Fault.all().stream().map(Fault::what)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("dev.junitllm.judge.Fault#all")
    void endsInAnErrorOfItsKindAndNeverInAScore(Fault fault) {
        ScriptedJudge model = ScriptedJudge.replying(fault.reply());

        ScoringException error = catchThrowableOfType(
                ScoringException.class, () -> judge(fault, model).score(GOLDEN, Actual.of("Sydney")));

        assertThat(error).as("an error").isNotNull();
        assertThat(error.kind()).isEqualTo(fault.kind());
        assertThat(error.getMessage())
                .startsWith("scripted/judge")
                .contains(fault.message())
                .hasSizeLessThan(1_000);
        assertThat(model.requests()).hasSize(NO_SECOND_CHANCE.contains(fault.kind()) ? 1 : 2);
    }

    @ParameterizedTest
    @MethodSource("dev.junitllm.judge.Fault#all")
    void neverPassesWhateverTheBar(Fault fault) {
        CaseScore score = Measure.of(judge(fault, ScriptedJudge.replying(fault.reply())), Bar.atLeast(0))
                .take(GOLDEN, Actual.of("Sydney"));

        assertThat(score.outcome()).isEqualTo(ScoreOutcome.ERROR);
        assertThat(score.value()).isNull();
    }

    @ParameterizedTest
    @MethodSource("dev.junitllm.judge.Fault#all")
    void isRepairedWhereTheSecondReplyFits(Fault fault) throws Exception {
        if (NO_SECOND_CHANCE.contains(fault.kind())) {
            return; // the test above counts its one request
        }
        ScriptedJudge model =
                ScriptedJudge.replying(request -> request.messages().size() == 2
                        ? fault.reply().apply(request)
                        : ChatReply.of(ScriptedJudge.withNonce(
                                fault.leveled()
                                        ? "{'evidence': '', 'reason': 'wrong', 'score': 1}"
                                        : "{'evidence': 'Sydney', 'reason': 'wrong', 'verdict': 'INCORRECT'}",
                                request)));

        Score score = judge(fault, model).score(GOLDEN, Actual.of("Sydney"));

        assertThat(score.value()).hasValue(0);
        assertThat(score.details()).containsEntry("calls", 2);
        assertThat(String.valueOf(score.details().get("notes"))).contains("repaired: " + fault.kind());
        assertThat(model.requests().get(1).messages().get(3).text())
                .contains("This reply can't be used: ")
                .contains(model.requests().get(1).label().nonce());
    }

    @Test
    void aSingleFencedBlockIsReadAndNoted() throws Exception {
        ScriptedJudge model = ScriptedJudge.replying(request -> ChatReply.of("\n```json\n"
                + ScriptedJudge.withNonce("{'evidence': '', 'reason': 'wrong', 'verdict': 'INCORRECT'}", request)
                + "\n```\n"));

        Score score = Judge.on(Criteria.CORRECTNESS).by(model).score(GOLDEN, Actual.of("Sydney"));

        assertThat(score.value()).hasValue(0);
        assertThat(String.valueOf(score.details().get("notes"))).contains("fenced");
    }

    private static Judge judge(Fault fault, ScriptedJudge model) {
        return (fault.leveled() ? Judge.on(LEVELS) : Judge.on(Criteria.CORRECTNESS)).by(model);
    }
}
