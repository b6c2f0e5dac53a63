package dev.junitllm.judge.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.junitllm.judge.prompt.DataField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Criteria of the user's own, from files. */
@Timeout(60)
class CriterionFileTest {

    @TempDir
    Path folder;

    @Test
    void readsARubricByItsPlaceAndByItsName() {
        Criterion tone = Criterion.named("rubrics/tone.yaml");

        assertThat(tone.name()).isEqualTo("tone");
        assertThat(tone.version()).isEqualTo(2);
        assertThat(tone.canBeWeighted()).isTrue();
        assertThat(tone.procedures().get(1).steps().get(0).instruction())
                .contains("How friendly is the answer?")
                .contains("1: hostile\n2: cold\n3: neutral\n4: friendly\n5: warm");
        assertThat(Criterion.named("tone").hash()).isEqualTo(tone.hash());
    }

    @Test
    void readsAQuestionWithItsFields() throws IOException {
        Criterion criterion = Criterion.named(file("q.yaml", """
            name: grounded
            question: Does the answer rest on the passages?
            fields: [question, context, answer]
            nothing-to-judge: not-applicable
            """));

        assertThat(criterion.name()).isEqualTo("grounded");
        assertThat(criterion.needed())
                .containsExactlyInAnyOrder(DataField.QUESTION, DataField.CONTEXT, DataField.ANSWER);
        assertThat(criterion.scoreOfNothing().orElseThrow().value()).isEmpty();
    }

    @Test
    void readsAChecklist() throws IOException {
        Criterion criterion = Criterion.named(file("list.yaml", "checklist:\n  - Is it short?\n  - Is it polite?\n"));

        assertThat(criterion.name()).isEqualTo("list");
        assertThat(criterion.procedures().get(0).steps().get(0).instruction())
                .contains("- q1: Is it short?\n- q2: Is it polite?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        question: [a]                                    | 'question' is missing
        name: x                                          | 'question' is missing
        `question: x\nlevel: 3`                          | there is no setting 'level', did you mean 'levels'?
        `question: x\nlevels: {1: a, 2: b}`              | 'levels' describes [1, 2], but must describe 1 to 5
        `question: x\nlevels: [a, b, c, d, e]`           | 'levels' says what each level from 1 to 5 means
        `question: x\nlevels: {1: a, 2: b, 3: "", 4: d, 5: e}` | levels is blank
        `question: x\nchecklist: [y]`                    | 'checklist' stands alone
        `checklist: []`                                  | 'checklist' must be a list, and not empty
        `question: x\nversion: new`                      | version: a whole number from 1
        `question: x\nfields: [answr]`                   | there is no field 'answr'
        `question: x\nfields: [question]`                | nothing of it was made by the application
        `question: x\nnothing-to-judge: one`             | nothing-to-judge is 'one'
        `question: x\nquestion: y`                       | is no YAML: Duplicate field 'question'
        `- question`                                     | must hold names with values
        `question: "x`                                   | is no YAML
        """)
    void saysWhatIsWrongAndWhere(String text, String message) throws IOException {
        String place = file("wrong.yaml", text.replace("\\n", "\n"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Criterion.named(place))
                .withMessageContaining("wrong.yaml")
                .withMessageContaining(message);
    }

    @Test
    void saysWhereItLooked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Criterion.named("nothing/there.yaml"))
                .withMessage("'nothing/there.yaml' is neither on the class path nor a file under the working folder");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Criterion.named("faithfullness"))
                .withMessageContaining("there is no criterion 'faithfullness', did you mean 'faithfulness'?")
                .withMessageContaining("'rubrics/faithfullness.yaml'");
    }

    @Test
    void placeholdersInAQuestionStayAsTheyAre() {
        Criterion criterion = Criterion.question("Does it say {{question}} and {{nonce}}?");

        assertThat(criterion.procedures().get(0).steps().get(0).instruction())
                .contains("Does it say {{question}} and {{nonce}}?");
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
