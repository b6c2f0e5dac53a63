package dev.junitllm.score.answer;

import static dev.junitllm.score.TestCases.score;
import static dev.junitllm.score.TestCases.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.score.ScoringException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BooleanAnswerTest {

    private final BooleanAnswer metric = new BooleanAnswer();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "Yes.",
                "**YES**",
                "true",
                "True!",
                "Correct",
                "y",
                "1",
                "Ｙｅｓ",
                "Yes, it is not forbidden.",
                "Yes it is",
                "Yes - of course",
                "Yes\nNo doubt about it.",
                "The answer is yes, no doubt.",
                "No wait. The answer is **yes**",
                "Answer: True",
                "The final answer is \\boxed{\\text{Yes}}.",
                "That is true, as 2 is even.",
                "The statement is not false.",
                "It is even.\n\nYes."
            })
    void readsYes(String output) throws Exception {
        assertThat(value(metric, output, "yes")).isEqualTo(1);
        assertThat(score(metric, output, "no")).hasToString("0.0: says yes instead of no");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no",
                "No, because it's true that 2 is even.",
                "No — never",
                "nope",
                "false",
                "N",
                "0",
                "\"No\"",
                "No it isn't",
                "The answer is: no",
                "the answer is yes. Wait, the answer is no",
                "That is not true.",
                "This isn't correct.",
                "The claim is false. It is incorrect."
            })
    void readsNo(String output) throws Exception {
        assertThat(value(metric, output, "false")).isEqualTo(1);
        assertThat(score(metric, output, "no").details()).containsEntry("says", false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "maybe",
                "Yes and no",
                "yes/no",
                "True or false?",
                "No doubt",
                "No-one knows",
                "nobody",
                "yesterday",
                "I know of no case",
                "True friends are rare",
                "The answer is yes or no",
                "It is true that 2 is even. It is false that 3 is.",
                "Y or N",
                "not sure"
            })
    void readsNeitherWhereItCannotBeTold(String output) throws Exception {
        assertThat(score(metric, output, "yes")).hasToString("0.0: the output says neither yes nor no, or both");
        assertThat(score(metric, output, "yes").negated().value()).hasValue(0);
    }

    @Test
    void readsAJsonBoolean() throws Exception {
        GoldenCase golden =
                GoldenCase.builder("a", "q").expected(BooleanNode.FALSE).build();

        assertThat(metric.score(golden, Actual.of("No.")).value()).hasValue(1);
        assertThat(BooleanAnswer.ofWords(List.of("ja"), List.of("nein"))
                        .score(golden, Actual.of("Nein!"))
                        .value())
                .hasValue(1);
    }

    @Test
    void refusesACaseThatSaysNeitherOrBoth() {
        assertThatThrownBy(() -> score(metric, "yes", "perhaps"))
                .isInstanceOfSatisfying(
                        ScoringException.class, e -> assertThat(e.kind()).isEqualTo("NOT_BOOLEAN"))
                .hasMessage("case 'case-1' (golden/a.jsonl:3): its 'expected' or 'references' says neither yes nor no;"
                        + " write true or false, or one of the words that are known");
        assertThatThrownBy(() -> score(metric, "yes", "yes", "no"))
                .isInstanceOfSatisfying(
                        ScoringException.class, e -> assertThat(e.kind()).isEqualTo("CONTRADICTION"));
    }

    @Test
    void takesWordsOfYourOwn() throws Exception {
        BooleanAnswer german = BooleanAnswer.ofWords(List.of("ja", "stimmt"), List.of("nein", "stimmt nicht"));

        assertThat(value(german, "Ja, klar", "ja")).isEqualTo(1);
        assertThat(value(german, "Stimmt nicht.", "nein")).isEqualTo(1);
        assertThat(score(german, "yes", "ja").value()).hasValue(0);
        assertThat(german.describe().parameters()).containsEntry("yes", "ja | stimmt");
        assertThat(german.describe().fingerprint())
                .isNotEqualTo(metric.describe().fingerprint());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BooleanAnswer.ofWords(List.of("si"), List.of("SI")))
                .withMessage("'SI' can't mean both yes and no");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BooleanAnswer.ofWords(List.of("si"), List.of()))
                .withMessage("give at least one word for no");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BooleanAnswer.ofWords(List.of(" "), List.of("no")))
                .withMessage("a word for yes is empty");
    }
}
