package dev.junitllm.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.judge.chat.ChatModel;
import dev.junitllm.judge.chat.ChatModelDescription;
import dev.junitllm.judge.chat.ChatReply;
import dev.junitllm.judge.chat.FinishReason;
import dev.junitllm.judge.criteria.Criteria;
import dev.junitllm.judge.criteria.Criterion;
import dev.junitllm.score.Score;
import dev.junitllm.score.ScoringException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How votes are cast and counted. */
@Timeout(60)
class VotesTest {

    private static final Criterion RUBRIC =
            Criterion.rubric("How friendly is it?", List.of("hostile", "cold", "neutral", "friendly", "warm"));
    private static final GoldenCase GOLDEN =
            GoldenCase.builder("hello", "Hello!").build();
    private static final Actual ACTUAL = Actual.of("Good morning to you.");

    @Test
    void theMedianNeedsNoThirdVoteWhereTwoAgree() throws Exception {
        ScriptedJudge judge = levels(4, 4, 1);

        Score score = Judge.on(RUBRIC).by(judge).votes(3).score(GOLDEN, ACTUAL);

        assertThat(score.value()).hasValue(0.75);
        assertThat(judge.requests()).hasSize(2);
        assertThat(score.details()).containsEntry("votes-cast", 2).containsEntry("agreement", 1.0);
    }

    @Test
    void theMedianNeedsAThirdVoteWhereTwoDiffer() throws Exception {
        ScriptedJudge judge = levels(5, 2, 4);

        Score score = Judge.on(RUBRIC).by(judge).votes(3).score(GOLDEN, ACTUAL);

        assertThat(score.value()).hasValue(0.75);
        assertThat(score.reason()).startsWith("median of 0.25, 0.75, 1: level 4 of 5");
        assertThat(judge.requests()).hasSize(3);
        assertThat(judge.requests())
                .extracting(request -> request.label().vote())
                .containsExactly(1, 2, 3);
        assertThat(judge.requests())
                .extracting(request -> request.label().nonce())
                .doesNotHaveDuplicates();
    }

    @Test
    void allVotesAreCastWhereAskedFor() throws Exception {
        ScriptedJudge judge = levels(4, 4, 1);

        Score score = Judge.on(RUBRIC).by(judge).votes(3).castingAllVotes().score(GOLDEN, ACTUAL);

        assertThat(score.value()).hasValue(0.75);
        assertThat(judge.requests()).hasSize(3);
    }

    @Test
    void theMeanIsNeverCutShort() throws Exception {
        ScriptedJudge judge = levels(5, 5, 2);

        Score score =
                Judge.on(RUBRIC).by(judge).votes(3).aggregatedBy(Aggregate.MEAN).score(GOLDEN, ACTUAL);

        assertThat(score.value()).hasValue(0.75);
        assertThat(judge.requests()).hasSize(3);
    }

    @Test
    void withoutAMajorityThereIsNoScore() {
        Judge judge = Judge.on(RUBRIC).by(levels(1, 3, 5)).votes(3).aggregatedBy(Aggregate.MAJORITY);

        ScoringException error = catchThrowableOfType(ScoringException.class, () -> judge.score(GOLDEN, ACTUAL));

        assertThat(error.kind()).isEqualTo("NO_MAJORITY");
        assertThat(error).hasMessageContaining("3 votes give 0, 0.5, 1");
    }

    @Test
    void anEvenNumberHasAMedianBetweenTheTwoInTheMiddle() throws Exception {
        assertThat(Judge.on(RUBRIC)
                        .by(levels(1, 2, 4, 5))
                        .votes(4)
                        .score(GOLDEN, ACTUAL)
                        .value())
                .hasValue(0.5);
    }

    @Test
    void aVoteThatIsAnErrorCountsForNothing() throws Exception {
        ScriptedJudge judge = refusingFirst(4, 4);

        Score score = Judge.on(RUBRIC).by(judge).votes(3).score(GOLDEN, ACTUAL);

        assertThat(score.value()).hasValue(0.75);
        assertThat(score.details().get("votes").toString()).contains("REFUSAL");
    }

    @Test
    void theOthersDecideNothingWhereTheyDiffer() {
        Judge judge = Judge.on(RUBRIC).by(refusingFirst(4, 5)).votes(3);

        ScoringException error = catchThrowableOfType(ScoringException.class, () -> judge.score(GOLDEN, ACTUAL));

        assertThat(error.kind()).isEqualTo("REFUSAL");
        assertThat(error).hasMessageContaining("2 of 3 votes could be had, and no score has more than half of all");
    }

    @Test
    void noMeanIsMadeWithoutAVote() {
        ScriptedJudge model = refusingFirst(4, 4);
        Judge judge = Judge.on(RUBRIC).by(model).votes(3).aggregatedBy(Aggregate.MEAN);

        ScoringException error = catchThrowableOfType(ScoringException.class, () -> judge.score(GOLDEN, ACTUAL));

        assertThat(error.kind()).isEqualTo("REFUSAL");
        assertThat(model.requests()).as("no further call is paid for").hasSize(1);
    }

    @Test
    void severalJudgesVoteInTurn() throws Exception {
        ScriptedJudge one = levels(5);
        ScriptedJudge two = levels(3);
        ScriptedJudge three = levels(4);

        Score score = Judge.on(RUBRIC)
                .by(named("one", one), named("two", two), named("three", three))
                .score(GOLDEN, ACTUAL);

        assertThat(score.value()).hasValue(0.75);
        assertThat(score.details().get("votes").toString())
                .contains("judge=panel/one", "judge=panel/two", "judge=panel/three");
    }

    @Test
    void votesOfOneModelAreDrawnWithTemperatureAndAPanelsAreNot() throws Exception {
        ScriptedJudge repeated = levels(4);
        ScriptedJudge once = levels(4);
        Judge.on(RUBRIC).by(repeated).votes(3).score(GOLDEN, ACTUAL);
        Judge.on(RUBRIC).by(named("a", once), named("b", once)).score(GOLDEN, ACTUAL);

        assertThat(repeated.requests())
                .extracting(request -> request.sampling().temperature())
                .containsOnly(1.0);
        assertThat(once.requests())
                .extracting(request -> request.sampling().temperature())
                .containsOnly(0.0);
    }

    @Test
    void whatMostVotesFindNotToApplyDoesNotApply() throws Exception {
        ScriptedJudge judge = ScriptedJudge.saying(
                "{'evidence': '', 'reason': 'unclear', 'verdict': 'CANNOT_DETERMINE'}",
                "{'evidence': '', 'reason': 'yes', 'verdict': 'YES'}",
                "{'evidence': '', 'reason': 'unclear', 'verdict': 'CANNOT_DETERMINE'}");

        Score score =
                Judge.on(Criterion.question("Is it polite?")).by(judge).votes(3).score(GOLDEN, ACTUAL);

        assertThat(score.value()).isEmpty();
        assertThat(score.reason()).isEqualTo("2 of 3 votes find that it doesn't apply");
    }

    @Test
    void refusesNoVotes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Judge.on(RUBRIC).votes(0))
                .withMessage("votes = 0: from 1 to 99 can be asked for");
    }

    @Test
    void theFingerprintKnowsModelCriterionVotesAndNotWhetherCastingStops() {
        ScriptedJudge model = levels(4);
        String once = Judge.on(RUBRIC).by(model).describe().fingerprint();

        assertThat(Judge.on(RUBRIC).by(model).describe().fingerprint()).isEqualTo(once);
        assertThat(Judge.on(RUBRIC).by(model).castingAllVotes().describe().fingerprint())
                .isEqualTo(once);
        assertThat(Judge.on(RUBRIC).by(model).votes(3).describe().fingerprint()).isNotEqualTo(once);
        assertThat(Judge.on(RUBRIC).by(named("other", model)).describe().fingerprint())
                .isNotEqualTo(once);
        assertThat(Judge.on(Criteria.COHERENCE).by(model).describe().fingerprint())
                .isNotEqualTo(once);
        assertThat(Judge.on(RUBRIC).by(model).describe().parameters())
                .containsEntry("judges", "scripted/judge")
                .containsEntry("criterion", RUBRIC.hash());
    }

    @Test
    void keepsStepsAndWhoJudged() throws Exception {
        Score score =
                Judge.on(RUBRIC).by(levels(4)).score(GOLDEN, Actual.of("Hi.").attribute("model", "judge"));

        assertThat(score.details())
                .containsEntry("judge", "scripted/judge")
                .containsEntry("calls", 1)
                .containsEntry("steps", Map.of("level", Map.of("evidence", "", "reason", "so", "score", 4)));
        assertThat(score.details().get("notes").toString()).contains("SELF_JUDGE");
    }

    @Test
    void keepsWhatIsSuspiciousAboutTheData() throws Exception {
        ScriptedJudge judge = ScriptedJudge.saying("{'evidence': '', 'reason': 'no', 'verdict': 'NO'}");

        Score score = Judge.on(Criterion.question("Is it polite?")).by(judge).score(GOLDEN, Actual.of("Syd\u200bney"));

        assertThat(score.details()).containsEntry("flags", Map.of("answer", List.of("HIDDEN_CHARACTERS")));
    }

    @Test
    void theSampleOfACaseIsPartOfTheLabel() throws Exception {
        ScriptedJudge judge = levels(4);

        Judge.on(RUBRIC).by(judge).score(GOLDEN, Actual.ofSample(7).output("Hi."));

        assertThat(judge.requests().get(0).label().sample()).isEqualTo(7);
        assertThat(judge.requests().get(0).label().caseId()).isEqualTo("hello");
    }

    private static ScriptedJudge levels(int... levels) {
        String[] replies = new String[levels.length];
        for (int i = 0; i < levels.length; i++) {
            replies[i] = "{'evidence': '', 'reason': 'so', 'score': %d}".formatted(levels[i]);
        }
        return ScriptedJudge.saying(replies);
    }

    private static ScriptedJudge refusingFirst(int second, int third) {
        return ScriptedJudge.replying(request -> switch (request.label().vote()) {
            case 1 -> ChatReply.of("").withFinish(FinishReason.REFUSAL, "refusal");
            default ->
                ChatReply.of(ScriptedJudge.withNonce(
                        "{'evidence': '', 'reason': 'so', 'score': %d}"
                                .formatted(request.label().vote() == 2 ? second : third),
                        request));
        });
    }

    private static ChatModel named(String name, ChatModel model) {
        return model.describedAs(ChatModelDescription.of("panel", name));
    }
}
