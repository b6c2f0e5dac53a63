package dev.junitllm.jupiter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.SharedFolder;
import dev.junitllm.gate.PassRate;
import dev.junitllm.run.TestModule;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.answer.NumericAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 2 × 1,319 recorded answers of real models: our outcomes are the labels that were recorded with them. */
class Gsm8kTest {

    private static final String DATA = "data/gsm8k-solutions-6b.jsonl";
    private static final String BESIDE_THE_CHECKOUT = "../../shared/" + DATA;

    static class VerificationTestCases {
        @GoldenSet(value = "file:" + BESIDE_THE_CHECKOUT, input = "/question", expected = "/ground_truth")
        @ReferenceScore(NumericAnswer.class)
        @PassRate(atLeast = 1)
        void solves(GoldenCase golden, Actual actual) {
            actual.output(golden.metadata("/6b_verification/solution").orElseThrow());
        }
    }

    static class FinetuningTestCases {
        @GoldenSet(value = "file:" + BESIDE_THE_CHECKOUT, input = "/question", expected = "/ground_truth")
        @ReferenceScore(NumericAnswer.class)
        @PassRate(atLeast = 1)
        void solves(GoldenCase golden, Actual actual) {
            actual.output(golden.metadata("/6b_finetuning/solution").orElseThrow());
        }
    }

    @Test
    void everyOutcomeOfTheVerificationModelIsTheRecordedLabel() throws IOException {
        agreesWithTheLabels(VerificationTestCases.class, "/6b_verification", 515);
    }

    @Test
    void everyOutcomeOfTheFinetuningModelIsTheRecordedLabel() throws IOException {
        agreesWithTheLabels(FinetuningTestCases.class, "/6b_finetuning", 286);
    }

    private static void agreesWithTheLabels(Class<?> evals, String model, int correct) throws IOException {
        Path data = data();

        EvalTestKit.EvalRun run = EvalTestKit.run(evals);

        List<JsonNode> cases = lines(run.folder().resolve("cases.jsonl"));
        List<JsonNode> recorded = lines(data);
        assertThat(cases).hasSize(1319).hasSameSizeAs(recorded);
        List<String> disagreements = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            JsonNode label = recorded.get(i).at(model);
            assertThat(cases.get(i).at("/output")).isEqualTo(label.at("/solution"));
            String outcome = label.at("/is_correct").asBoolean() ? "PASSED" : "FAILED";
            if (!cases.get(i).at("/outcome").asText().equals(outcome)) {
                disagreements.add(cases.get(i) + " should be " + outcome);
            }
        }
        assertThat(disagreements).isEmpty();
        assertThat(run.verdict()).contains(": FAIL").contains(correct + " of 1319 cases passed");
    }

    /** An annotation can only name a fixed place, the usual one: a shared folder elsewhere leaves this test out. */
    private static Path data() {
        SharedFolder.require(DATA);
        Path file = TestModule.of(Gsm8kTest.class).folder().resolve(BESIDE_THE_CHECKOUT);
        assumeThat(file)
                .as("skipped: the shared folder is not beside the checkout")
                .exists();
        return file;
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file, UTF_8)) {
            lines.add(mapper.readTree(line));
        }
        return lines;
    }
}
