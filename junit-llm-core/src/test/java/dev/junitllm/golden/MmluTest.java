package dev.junitllm.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.GoldenCase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MmluTest {

    private static final String RIVERS = """
            Which is longest?,Rhine,Danube,Elbe,"Main, or so",B
            "Which of these
            is a ""lake""?",Ems,Weser,Chiemsee,,C
            """;

    @TempDir
    private Path folder;

    @Test
    void asksTheQuestionWithItsChoicesAsThePaperDoes() {
        try (GoldenCases cases = new GoldenFolder(folder)
                .with("mmlu/central_european_rivers_test.csv", RIVERS)
                .openAs("mmlu", "mmlu/central_european_rivers_test.csv")) {
            assertThat(cases.size()).isEqualTo(2);
            GoldenCase longest = cases.read(0);
            assertThat(longest.id()).isEqualTo("central_european_rivers_test-1");
            assertThat(longest.input()).isEqualTo("""
                    Which is longest?
                    A. Rhine
                    B. Danube
                    C. Elbe
                    D. Main, or so
                    Answer:""");
            assertThat(longest.expected()).isEqualTo("B");
            assertThat(longest.references()).isEmpty();
            assertThat(longest.tags()).containsExactly("central_european_rivers");
            assertThat(longest.metadata()).hasToString("""
                    {"question":"Which is longest?","subject":"central_european_rivers",\
                    "choices":["Rhine","Danube","Elbe","Main, or so"]}""");
            assertThat(cases.read(1).location()).contains("mmlu/central_european_rivers_test.csv:2");
            assertThat(cases.read(1).input())
                    .isEqualTo("Which of these\nis a \"lake\"?\nA. Ems\nB. Weser\nC. Chiemsee\nD. \nAnswer:");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "anatomy_test.csv, anatomy, anatomy_test-1",
        "anatomy_val.csv, anatomy, anatomy_val-1",
        "anatomy_dev.csv, anatomy, anatomy_dev-1",
        "crash_test_dev.csv, crash_test, crash_test_dev-1",
        "Own.CSV, Own, Own-1",
        "own, own, own-1",
        ".csv, .csv, .csv-1"
    })
    void takesTheSubjectFromTheNameOfTheFile(String file, String subject, String id) {
        try (GoldenCases cases =
                new GoldenFolder(folder).with(file, "Which?,a,b,c,d,A\n").openAs("mmlu", file)) {
            assertThat(cases.read(0).tags()).containsExactly(subject);
            assertThat(cases.id(0)).isEqualTo(id);
        }
    }

    @Test
    void readsCompressedFilesAndSeveralSubjects() {
        GoldenFolder golden = new GoldenFolder(folder)
                .with("mmlu/a_test.csv.gz", GoldenFolder.gzip("Which?,a,b,c,d,A\nWhich?,a,b,c,d,A\n"))
                .with("mmlu/b_test.csv", "Which?,a,b,c,d,D\n");
        try (GoldenCases cases = golden.openAs("mmlu", "mmlu/*")) {
            assertThat(cases.size()).isEqualTo(3);
            assertThat(cases.id(1)).isEqualTo("a_test-2");
            assertThat(cases.id(2)).isEqualTo("b_test-1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "\"C\""})
    void readsJsonLinesWithAPlaceOrALetter(String answer) {
        String line = """
                {"question": "Which?", "subject": "rivers", "choices": ["a", "b", "c", "d"], "answer": %s, "source": "own"}
                """.formatted(answer);
        try (GoldenCases cases =
                new GoldenFolder(folder).with("test.jsonl", line).openAs("mmlu", "test.jsonl")) {
            GoldenCase golden = cases.read(0);
            assertThat(golden.id()).isEqualTo("test-1");
            assertThat(golden.expected()).isEqualTo("C");
            assertThat(golden.tags()).containsExactly("rivers");
            assertThat(golden.metadata("/source")).contains("own");
            assertThat(golden.input()).isEqualTo("Which?\nA. a\nB. b\nC. c\nD. d\nAnswer:");
        }
    }

    @Test
    void readsAnotherFieldAsTheInput() {
        FieldMapping plainQuestion = new FieldMapping("", "/metadata/question", "", "", "", "", "", "", "", "");
        GoldenSource source = new GoldenSource(List.of("a_test.csv"), "mmlu", plainQuestion);
        try (GoldenCases cases = new GoldenFolder(folder)
                .with("a_test.csv", "Which?,a,b,c,d,A\n")
                .open(source, Selection.ALL, ReadingLimits.DEFAULT, List.of())) {
            assertThat(cases.read(0).input()).isEqualTo("Which?");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " -> ", quoteCharacter = '`', textBlock = """
            Which?,a,b,c,A -> a_test.csv:1: the row has 5 cells, but a question of MMLU has 6: the question, four choices and the letter of the right one; put quotes around a cell with a comma in it
            question,A,B,C,D,answer -> a_test.csv:1: its answer is 'answer', but must be A, B, C or D; write the letter of the right choice; a CSV file has no header
            Which?,a,b,c,d,0 -> a_test.csv:1: its answer is '0', but must be A, B, C or D; write the letter of the right choice; a CSV file has no header
            Which?,a,b,c,d,E -> a_test.csv:1: its answer is 'E', but must be A, B, C or D; write the letter of the right choice; a CSV file has no header
            Which?,a,b,c,d, -> a_test.csv:1: it has no 'answer'; take the file as the benchmark publishes it
            ,a,b,c,d,A -> a_test.csv:1: it has no 'question'; take the file as the benchmark publishes it
            `"",a,b,c,d,A` -> a_test.csv:1: its 'question' is blank; take the file as the benchmark publishes it
            """)
    void refusesARowAndSaysWhy(String row, String message) {
        assertThat(new GoldenFolder(folder).refusalAs("mmlu", "a_test.csv", row))
                .containsExactly(message);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " -> ", quoteCharacter = '`', textBlock = """
            ["x"] -> a.jsonl:1: the record is a list, not an object; take the file as the benchmark publishes it
            {"question": "x", "choices": ["a", "b", "c"], "answer": 0} -> a.jsonl:1: it has 3 choices, not four; write them as ["…", "…", "…", "…"]
            {"question": "x", "choices": "a", "answer": 0} -> a.jsonl:1: its 'choices' is a text, but must be a list of four texts; write them as ["…", "…", "…", "…"]
            {"question": "x", "choices": ["a", "b", "c", 4], "answer": 0} -> a.jsonl:1: its 'choices' is a number, but must be four texts; write it as ["…", "…", "…", "…"]
            {"question": "x", "choices": ["a", "b", "c", "d"], "answer": 4} -> a.jsonl:1: its answer is '4', but must be A, B, C or D; write the letter of the right choice; a CSV file has no header
            {"question": "x", "choices": ["a", "b", "c", "d"], "answer": -1} -> a.jsonl:1: its answer is '-1', but must be A, B, C or D; write the letter of the right choice; a CSV file has no header
            {"question": "x", "choices": ["a", "b", "c", "d"], "answer": [0]} -> a.jsonl:1: its answer is a list, but must be A, B, C or D; write the letter of the right choice; a CSV file has no header
            {"question": "x", "choices": ["a", "b", "c", "d"], "answer": null} -> a.jsonl:1: it has no 'answer'; take the file as the benchmark publishes it
            {"question": "x", "choices": ["a", "b", "c", "d"], "answer": 4294967296} -> a.jsonl:1: its answer is '4294967296', but must be A, B, C or D; write the letter of the right choice; a CSV file has no header
            {"question": 7, "choices": ["a", "b", "c", "d"], "answer": 0} -> a.jsonl:1: its 'question' is a number, but must be a text; write it as "…"
            """)
    void refusesALineAndSaysWhy(String line, String message) {
        assertThat(new GoldenFolder(folder).refusalAs("mmlu", "a.jsonl", line)).containsExactly(message);
    }

    @Test
    void reportsEveryBrokenRow() {
        assertThat(new GoldenFolder(folder)
                        .refusalAs("mmlu", "a_test.csv", "question,A,B,C,D,answer\nWhich?,a,b,c,d,A\nWhich?\n"))
                .extracting(problem -> problem.substring(0, "a_test.csv:1".length()))
                .containsExactly("a_test.csv:1", "a_test.csv:3");
    }
}
