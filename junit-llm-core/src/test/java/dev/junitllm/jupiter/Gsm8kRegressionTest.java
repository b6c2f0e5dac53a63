package dev.junitllm.jupiter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.SharedFolder;
import dev.junitllm.gate.NoRegression;
import dev.junitllm.run.TestModule;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.answer.NumericAnswer;
import dev.junitllm.stats.NonInferiority;
import dev.junitllm.stats.PairedBinary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 2 × 1,319 recorded answers of real models: one as the baseline of the other. */
@Tag("slow")
class Gsm8kRegressionTest {

    private static final String DATA = "data/gsm8k-solutions-6b.jsonl";
    private static final String VERIFICATION = "6b_verification";
    private static final String FINETUNING = "6b_finetuning";

    @TempDir
    private static Path folder;

    private static final Map<String, EvalModule> MODULES = new HashMap<>();
    private static final Map<String, JsonNode> LABELS = new HashMap<>();

    static class RecordedTestCases {

        private final String model = read(TestModule.of(getClass()).folder().resolve("model.txt"));

        @GoldenSet(value = "file:golden.jsonl", input = "/question", expected = "/ground_truth")
        @ReferenceScore(NumericAnswer.class)
        @NoRegression
        void solves(GoldenCase golden, Actual actual) {
            actual.attribute("model", model);
            actual.output(golden.metadata("/" + model + "/solution").orElseThrow());
        }

        private static String read(Path file) {
            try {
                return Files.readString(file, UTF_8);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    @BeforeAll
    static void recordBaselines() throws IOException {
        Path data = SharedFolder.require(DATA);
        for (String model : List.of(VERIFICATION, FINETUNING)) {
            EvalModule module = EvalModule.in(Files.createDirectory(folder.resolve(model)));
            Files.copy(data, module.folder().resolve("golden.jsonl"));
            run(module, model, "junit.llm.baseline", "update");
            MODULES.put(model, module);
        }
        List<JsonNode> cases = MODULES.get(VERIFICATION).lines("cases.jsonl"); // in the order of the file
        List<String> recorded = Files.readAllLines(data, UTF_8);
        JsonMapper mapper = JsonMapper.builder().build();
        for (int i = 0; i < recorded.size(); i++) {
            LABELS.put(cases.get(i).at("/case").asText(), mapper.readTree(recorded.get(i)));
        }
    }

    @Test
    void theWorseModelFailsAndExactlyTheFlippedCasesAreListed() throws IOException {
        EvalModule module = MODULES.get(VERIFICATION);

        String verdict = run(module, FINETUNING).verdict();

        assertThat(verdict)
                .contains("FAIL @NoRegression: the pass rate over 1319 cases is 0.217, and was 0.39 in the baseline")
                .contains("Changed since the baseline: model 6b_verification → 6b_finetuning");
        assertThat(named(module, "newly failing"))
                .containsExactlyInAnyOrderElementsOf(cases((then, now) -> then && !now, VERIFICATION, FINETUNING));
        assertThat(named(module, "newly passing"))
                .containsExactlyInAnyOrderElementsOf(cases((then, now) -> !then && now, VERIFICATION, FINETUNING));
    }

    @Test
    void theBetterModelPasses() throws IOException {
        EvalModule module = MODULES.get(FINETUNING);

        assertThat(run(module, VERIFICATION).verdicts()).isEmpty();

        assertThat(module.verdict().at("/status").asText()).isEqualTo("PASS");
        assertThat(named(module, "newly passing")).hasSizeGreaterThan(200);
    }

    @Test
    void aModelAgainstItselfPassesWithoutAnyChange() throws IOException {
        EvalModule module = MODULES.get(VERIFICATION);

        assertThat(run(module, VERIFICATION).verdicts()).isEmpty();

        assertThat(module.verdict().at("/status").asText()).isEqualTo("PASS");
        assertThat(module.verdict().at("/reason").asText())
                .contains("over 1319 cases")
                .contains("no change");
        assertThat(module.verdict().at("/lists")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void fortyCasesAreJudgedAsThePairedTestSays(int seed) throws IOException {
        EvalModule module = MODULES.get(seed % 2 == 0 ? VERIFICATION : FINETUNING);
        String candidate = seed % 2 == 0 ? FINETUNING : VERIFICATION;

        run(module, candidate, "junit.llm.sample", "40", "junit.llm.seed", Integer.toString(seed));

        List<JsonNode> cases = module.lines("cases.jsonl");
        assertThat(cases).hasSize(40);
        boolean[] then = new boolean[40];
        boolean[] now = new boolean[40];
        for (int i = 0; i < 40; i++) {
            String id = cases.get(i).at("/case").asText();
            then[i] = isCorrect(id, seed % 2 == 0 ? VERIFICATION : FINETUNING);
            now[i] = isCorrect(id, candidate);
        }
        NonInferiority expected = PairedBinary.of(then, now).nonInferiority(0.05, 0.95);
        assertThat(module.verdict().at("/status").asText())
                .isEqualTo(
                        expected.shown()
                                ? "PASS"
                                : expected.worse() || expected.beyondMargin() ? "FAIL" : "INCONCLUSIVE");
        assertThat(module.verdict().at("/figures/lower bound").asDouble())
                .isEqualTo(expected.difference().lower());
    }

    private static EvalTestKit.EvalRun run(EvalModule module, String model, String... parameters) throws IOException {
        Files.writeString(module.folder().resolve("model.txt"), model, UTF_8);
        return module.run(RecordedTestCases.class, parameters);
    }

    private static List<String> cases(BiPredicate<Boolean, Boolean> flips, String baseline, String candidate) {
        return LABELS.keySet().stream()
                .filter(id -> flips.test(isCorrect(id, baseline), isCorrect(id, candidate)))
                .toList();
    }

    private static boolean isCorrect(String id, String model) {
        return LABELS.get(id).at("/" + model + "/is_correct").asBoolean();
    }

    private static List<String> named(EvalModule module, String title) {
        return StreamSupport.stream(module.verdict().at("/lists").spliterator(), false)
                .filter(list -> list.at("/title").asText().equals(title))
                .flatMap(list -> StreamSupport.stream(list.at("/cases").spliterator(), false))
                .map(entry -> entry.at("/case").asText())
                .toList();
    }
}
