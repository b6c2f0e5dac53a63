package dev.junitllm.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.Message;
import dev.junitllm.judge.chat.ChatRequest;
import dev.junitllm.judge.criteria.Criteria;
import dev.junitllm.score.Score;
import dev.junitllm.score.ScoringException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A long conversation is judged part by part. */
class LongConversationTest {

    private static final String NOTHING = "{'intents': [], 'facts': [], 'role_violations': []}";

    @ParameterizedTest
    @CsvSource({"2, 1", "40, 1", "41, 2", "76, 2", "77, 3", "112, 3", "113, 4"})
    void isShownInPartsOfAtMost40TurnsThatShareFour(int turns, int parts) throws Exception {
        ScriptedJudge judge = ScriptedJudge.saying(NOTHING);

        Judge.on(Criteria.CONVERSATION).by(judge).score(conversation(turns), actual());

        assertThat(judge.requests()).hasSize(parts);
        List<Integer> seen = new ArrayList<>();
        for (ChatRequest request : judge.requests()) {
            List<Integer> shown = IntStream.rangeClosed(1, turns)
                    .filter(turn -> request.messages().get(1).text().contains("id=\"t" + turn + "\""))
                    .boxed()
                    .toList();
            assertThat(shown).hasSizeLessThanOrEqualTo(40);
            assertThat(shown.get(shown.size() - 1) - shown.get(0)).isEqualTo(shown.size() - 1);
            assertThat(shown.get(0)).isEqualTo(seen.isEmpty() ? 1 : seen.get(seen.size() - 1) - 3);
            seen.addAll(shown);
        }
        assertThat(seen).contains(1, turns);
    }

    @Test
    void eachPartIsShownTheListsOfThoseBefore() throws Exception {
        ScriptedJudge judge = ScriptedJudge.saying(
                "{'intents': [{'id': 'i1', 'turn': 't1', 'text': 'a refund', 'reason': 'so', 'satisfied': false}], 'facts': [],"
                        + " 'role_violations': []}",
                NOTHING);

        Judge.on(Criteria.CONVERSATION).by(judge).score(conversation(80), actual());

        assertThat(judge.requests()).extracting(ScriptedJudge::step).containsExactly("turns-1", "turns-2", "turns-3");
        assertThat(judge.requests().get(0).messages().get(0).text()).contains("part 1 of 3");
        assertThat(judge.requests().get(2).messages().get(1).text())
                .contains("name=\"turns-1\"")
                .contains("name=\"turns-2\"")
                .contains("a refund");
    }

    @Test
    void whatALaterPartSaysOfAnEntryTakesThePlaceOfWhatWasSaidBefore() throws Exception {
        ScriptedJudge judge = ScriptedJudge.bySteps(
                "turns-1",
                "{'intents': [{'id': 'i1', 'turn': 't1', 'text': 'a refund', 'reason': 'so', 'satisfied': false},"
                        + " {'id': 'i2', 'turn': 't3', 'text': 'a date', 'reason': 'so', 'satisfied': true}],"
                        + " 'facts': [{'id': 'f1', 'introduced': 't5', 'text': 'lives in Rome', 'reason': 'so', 'contradicted_at': ''}],"
                        + " 'role_violations': []}",
                "turns-2",
                "{'intents': [{'id': 'i1', 'turn': 't1', 'text': 'a refund', 'reason': 'so', 'satisfied': true},"
                        + " {'id': 'i3', 'turn': 't50', 'text': 'a call', 'reason': 'so', 'satisfied': false}],"
                        + " 'facts': [{'id': 'f1', 'introduced': 't5', 'text': 'lives in Rome', 'reason': 'so', 'contradicted_at': 't60'},"
                        + " {'id': 'f2', 'introduced': 't45', 'text': 'is 30', 'reason': 'so', 'contradicted_at': ''}],"
                        + " 'role_violations': []}");

        Score score = Judge.on(Criteria.CONVERSATION).by(judge).score(conversation(60), actual());

        assertThat(score.details()).containsEntry("satisfied", 2.0 / 3).containsEntry("retained", 0.5);
        assertThat(score.value()).hasValue(0.5);
        assertThat(score.reason()).contains("lives in Rome").contains("a call").doesNotContain("a refund");
    }

    @Test
    void aPartThatCantBeReadIsAnErrorOfTheWholeAndNoScore() {
        ScriptedJudge judge = ScriptedJudge.bySteps("turns-1", NOTHING, "turns-2", "{'intents': 'many'}");

        ScoringException error = catchThrowableOfType(
                ScoringException.class,
                () -> Judge.on(Criteria.CONVERSATION).by(judge).score(conversation(60), actual()));

        assertThat(error.kind()).isEqualTo("SCHEMA_VIOLATION");
        assertThat(error).hasMessageContaining("turns-2");
    }

    /** So many turns, of which the application's answer is the last. */
    private static GoldenCase conversation(int turns) {
        List<Message> messages = IntStream.range(1, turns)
                .mapToObj(turn -> new Message(turn % 2 == 1 ? "user" : "assistant", "turn " + turn))
                .toList();
        return GoldenCase.builder("long", "the end").messages(messages).build();
    }

    private static Actual actual() {
        return Actual.of("That is all.");
    }
}
