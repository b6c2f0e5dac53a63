package dev.junitllm.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.GoldenCase;
import dev.junitllm.SharedFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Public data sets, read as they are. */
class PublicDataTest {

    @TempDir
    private Path module;

    private GoldenCases open(String file, FieldMapping mapping) {
        return new GoldenFolder(module).open(mapping, path(file));
    }

    private static String path(String file) {
        return SharedFolder.require("data").resolve(file).toAbsolutePath().toString();
    }

    @Test
    void readsGsm8k() {
        try (GoldenCases cases = open("gsm8k-test.jsonl", GoldenFolder.inputAndExpected("/question", "/answer"))) {
            assertThat(cases.size()).isEqualTo(1319);
            assertThat(cases.read(0).input()).startsWith("Janet\u2019s ducks lay 16 eggs per day.");
            assertThat(cases.read(1318).expected()).contains("#### ");
        }
    }

    @Test
    void keepsTheRecordedSolutionsOfGsm8kInTheMetadata() {
        try (GoldenCases cases =
                open("gsm8k-solutions-6b.jsonl", GoldenFolder.inputAndExpected("/question", "/ground_truth"))) {
            assertThat(passed(cases, "/6b_finetuning")).isEqualTo(286);
            assertThat(passed(cases, "/6b_verification")).isEqualTo(515);
            assertThat(cases.read(0).metadata("/6b_finetuning/solution"))
                    .hasValueSatisfying(text -> assertThat(text).startsWith("Janet eats 3 ducks eggs"));
        }
    }

    private static long passed(GoldenCases cases, String model) {
        return IntStream.range(0, cases.size())
                .filter(i -> cases.read(i)
                        .metadata(model + "/is_correct")
                        .orElseThrow()
                        .equals("true"))
                .count();
    }

    @Test
    void readsHumanEvalCompressed() {
        FieldMapping mapping =
                new FieldMapping("/task_id", "/prompt", "/canonical_solution", "", "", "", "", "", "", "");
        try (GoldenCases cases = open("HumanEval.jsonl.gz", mapping)) {
            assertThat(List.of(cases.size(), cases.id(163))).containsExactly(164, "HumanEval/163");
            assertThat(cases.read(0).metadata("/entry_point")).contains("has_close_elements");
        }
    }

    @Test
    void readsGsm8kInItsOwnFormat() {
        try (GoldenCases cases = new GoldenFolder(module).openAs("gsm8k", path("gsm8k-test.jsonl"))) {
            assertThat(cases.size()).isEqualTo(1319);
            assertThat(cases.id(1318)).isEqualTo("gsm8k-test-1319");
            assertThat(cases.read(0).expected()).isEqualTo("18");
            assertThat(cases.read(0).metadata("/answer")).get().asString().endsWith("#### 18");
        }
    }

    @Test
    void readsHumanEvalInItsOwnFormat() {
        try (GoldenCases cases = new GoldenFolder(module).openAs("humaneval", path("HumanEval.jsonl.gz"))) {
            assertThat(List.of(cases.size(), cases.id(163))).containsExactly(164, "HumanEval/163");
            GoldenCase first = cases.read(0);
            assertThat(first.input()).contains("def has_close_elements(");
            assertThat(first.expected()).startsWith("    for idx, elem in enumerate(numbers):");
            assertThat(first.metadata("/entry_point")).contains("has_close_elements");
            assertThat(first.metadata("/test")).get().asString().contains("def check(candidate):");
        }
    }

    @Test
    void readsHaluEval() {
        try (GoldenCases cases =
                open("halueval-general-even.jsonl", GoldenFolder.inputAndExpected("/user_query", ""))) {
            assertThat(cases.size()).isEqualTo(2254);
            assertThat(cases.read(0).metadata("/hallucination")).contains("no");
        }
    }

    @Test
    void readsToolCallQuestions() {
        FieldMapping mapping =
                new FieldMapping("", "/question", "/possible_answer", "", "", "/question/0", "", "", "", "");
        try (GoldenCases simple = open("bfcl-simple_python.jsonl", mapping);
                GoldenCases multiple = open("bfcl-multiple.jsonl", mapping)) {
            assertThat(List.of(simple.size(), multiple.size())).containsExactly(400, 200);
            assertThat(simple.id(0)).isEqualTo("simple_python_0");
            assertThat(simple.read(0).messages())
                    .singleElement()
                    .extracting("role")
                    .isEqualTo("user");
        }
    }
}
