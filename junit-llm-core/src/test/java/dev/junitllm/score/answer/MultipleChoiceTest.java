package dev.junitllm.score.answer;

import static dev.junitllm.score.TestCases.score;
import static dev.junitllm.score.TestCases.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.score.Score;
import dev.junitllm.score.ScoringException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultipleChoiceTest {

    private final MultipleChoice metric = new MultipleChoice();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "The answer is (C). | C",
                "Answer: D | D",
                "**Answer:** D | D",
                "**Answer**: **D** | D",
                "The correct option is B because A is not. | B",
                "the answer is option D | D",
                "the answer is: the letter D | D",
                "The answer is B. No wait, the answer is A | A",
                "The answer is $\\boxed{\\text{(D)}}$. | D",
                "Therefore \\boxed{B}, or so | B",
                "\\boxed{A} and then \\boxed{\\textbf{C}} | C",
                "The answer is not A. \\boxed{C} | C",
                "B | B",
                "B. Paris | B",
                "B) Paris | B",
                "(B) Paris | B",
                "**B** | B",
                "B Paris | B",
                "B because of it | B",
                "A is right | A",
                "A. Paris | A",
                "`C` | C",
                "Option C fits | C",
                "It can only be (D), as shown. | D",
                "Either way, (D) beats it: (D) | D",
                "The answer is A, B was close | A",
                "The answer is C, I think | C",
                "The answer is C and I am sure | C",
                "A good question. The answer is D | D",
                "The answer is X or so, but (B) fits | B",
                "答案是（B） | B"
            })
    void readsTheLetterAnOutputSettlesOn(String output, char letter) {
        assertThat(ChoiceLetter.in(output, 10).letter()).isEqualTo(letter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "none of these",
                "A good question.",
                "I don't know",
                "A dog",
                "b",
                "the answer is b",
                "The answer is not A.",
                "The answer is A or B",
                "The answer is (A) or (B).",
                "The answer is A/B",
                "The answer is A, B",
                "A and B",
                "both (A) and (B) fit",
                "A. Paris\nB. London\nC. Rome",
                "Berlin",
                "A-levels",
                "The answer is K",
                "The answer is B2"
            })
    void readsNoLetterWhereNoneIsSettledOn(String output) throws Exception {
        assertThat(ChoiceLetter.in(output, 10).isReadable()).isFalse();
        assertThat(score(metric, output, "A").negated().value()).hasValue(0);
    }

    @Test
    void comparesItWithTheRightChoice() throws Exception {
        assertThat(score(metric, "The answer is C", "C")).hasToString("1.0: C, after 'answer is', is right");
        assertThat(score(metric, "(B)", "C", "D")).hasToString("0.0: B, at the beginning, instead of C or D");
        assertThat(score(metric, "(B)", "C").details()).containsEntry("choice", "B");
        assertThat(score(metric, "not sure", "C")).hasToString("0.0: the output names no choice");
        assertThat(score(metric, "A or B", "C")).hasToString("0.0: the output names both A and B at the beginning");
    }

    @ParameterizedTest
    @ValueSource(strings = {"B", "b", "(B)", " B ", "B.", "B)", "B. Paris", "(B) Paris", "B: Paris\nand more"})
    void takesTheExpectedLetterAsPeopleWriteIt(String expected) throws Exception {
        assertThat(value(metric, "B", expected)).isEqualTo(1);
        assertThat(value(metric, "C", expected)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Paris", "1", "", "B Paris", "K", "A dog"})
    void refusesACaseWithoutARightChoice(String expected) {
        assertThatThrownBy(() -> score(metric, "B", expected))
                .isInstanceOfSatisfying(
                        ScoringException.class, e -> assertThat(e.kind()).isEqualTo("NO_CHOICE"))
                .hasMessage("case 'case-1' (golden/a.jsonl:3): no letter from A to J stands in its 'expected' or"
                        + " 'references', such as 'B' or 'B. Paris'");
    }

    @Test
    void takesTheNumberOfChoicesFromTheMetadata() throws Exception {
        assertThat(withChoices("B", "4", "The answer is E, so (B)").value()).hasValue(1);
        assertThat(withChoices("B", "[\"Rome\", \"Paris\"]", "The answer is C, so (B)")
                        .value())
                .hasValue(1);
        assertThat(withChoices("Z", "26", "The answer is Z").value()).hasValue(1);
        assertThatThrownBy(() -> withChoices("C", "2", "C"))
                .hasMessage("case 'case-1': no letter from A to B stands in its 'expected' or 'references', such as 'B'"
                        + " or 'B. Paris'");
        for (String wrong : new String[] {"1", "27", "2.5", "\"many\"", "[]", "{}", "null"}) {
            assertThatThrownBy(() -> withChoices("B", wrong, "B"))
                    .hasMessage(
                            "case 'case-1': 'choices' in its metadata is a list of 2 to 26 choices, or their number");
        }
    }

    private Score withChoices(String expected, String choices, String output) throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        JsonNode node = mapper.readTree(choices);
        ObjectNode metadata = mapper.createObjectNode().set("choices", node);
        GoldenCase golden = GoldenCase.builder("case-1", "question")
                .expected(expected)
                .metadata(metadata)
                .build();
        return metric.score(golden, Actual.of(output));
    }
}
