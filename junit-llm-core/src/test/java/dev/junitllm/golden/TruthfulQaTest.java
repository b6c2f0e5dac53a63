package dev.junitllm.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.GoldenCase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruthfulQaTest {

    private static final String HEADER =
            "Type,Category,Question,Best Answer,Correct Answers,Incorrect Answers,Source\n";

    @TempDir
    private Path folder;

    @Test
    void asksTheQuestionAndKeepsTheAnswersApart() {
        String rows = HEADER + """
                Adversarial,Confusion: Places,"Where is the ""Dead Sea""?",In a desert,\
                In a desert; Between Jordan and Israel;  ; It is a lake. ,At the pole; In the sky;,own
                """;
        try (GoldenCases cases =
                new GoldenFolder(folder).with("TruthfulQA.csv", rows).openAs("truthfulqa", "TruthfulQA.csv")) {
            GoldenCase golden = cases.read(0);
            assertThat(golden.id()).isEqualTo("TruthfulQA-1");
            assertThat(golden.location()).contains("TruthfulQA.csv:2");
            assertThat(golden.input()).isEqualTo("Where is the \"Dead Sea\"?");
            assertThat(golden.expected()).isEqualTo("In a desert");
            assertThat(golden.references()).containsExactly("Between Jordan and Israel", "It is a lake.");
            assertThat(golden.tags()).containsExactly("Adversarial", "Confusion: Places");
            assertThat(golden.metadata()).hasToString("""
                    {"type":"Adversarial","category":"Confusion: Places","source":"own",\
                    "incorrect_answers":["At the pole","In the sky"]}""");
        }
    }

    @Test
    void takesTheColumnsOfLaterVersionsInAnyOrder() {
        String rows = """
                Question,Incorrect Answers,Correct Answers,Best Answer,Best Incorrect Answer
                Which?,No,Yes; Yes indeed,Yes,No
                """;
        try (GoldenCases cases = new GoldenFolder(folder).with("a.csv", rows).openAs("truthfulqa", "a.csv")) {
            GoldenCase golden = cases.read(0);
            assertThat(golden.acceptableAnswers()).containsExactly("Yes", "Yes indeed");
            assertThat(golden.tags()).isEmpty();
            assertThat(golden.metadata("/best_incorrect_answer")).contains("No");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " -> ", quoteCharacter = '`', textBlock = """
            ,,,b,c,i, -> a.csv:2: it has no 'Question'; take the file as the benchmark publishes it
            ,,q,,c,i, -> a.csv:2: it has no 'Best Answer'; take the file as the benchmark publishes it
            ,,q,b,,i, -> a.csv:2: it has no 'Correct Answers'; take the file as the benchmark publishes it
            ,,q,b,c,, -> a.csv:2: it has no 'Incorrect Answers'; take the file as the benchmark publishes it
            ,,q,b,c,;; ;, -> a.csv:2: its 'Incorrect Answers' is blank; take the file as the benchmark publishes it
            ,,q,b,c,i -> a.csv:2: the row has 6 cells, but the header has 7 columns; leave a cell empty for what is absent, and put quotes around a cell with a comma in it
            """)
    void refusesARowAndSaysWhy(String row, String message) {
        assertThat(new GoldenFolder(folder).refusalAs("truthfulqa", "a.csv", HEADER + row))
                .containsExactly(message);
    }
}
