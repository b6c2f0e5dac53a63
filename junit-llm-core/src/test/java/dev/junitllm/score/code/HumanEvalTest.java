package dev.junitllm.score.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.SharedFolder;
import dev.junitllm.score.Score;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The proof on real problems: what is right passes, what is nonsense fails, and nothing is left running. */
@Tag("slow")
@EnabledIf(value = Machine.RUNS_PYTHON, disabledReason = Machine.NO_PYTHON)
class HumanEvalTest {

    private static final Duration AT_MOST = Duration.ofSeconds(120);
    private static final int PROBLEMS = 164;

    @Test
    void everySolutionPassesAndNonsenseFails() throws Exception {
        List<JsonNode> problems = problems();
        assertThat(problems).hasSize(PROBLEMS);
        long began = System.nanoTime();

        Map<String, Score> right = scores(problems, problem -> text(problem, "canonical_solution"));
        Map<String, Score> nonsense = scores(problems, problem -> "    pass\n");

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(AT_MOST);
        assertThat(right)
                .hasSize(PROBLEMS)
                .allSatisfy((id, score) ->
                        assertThat(score.value()).as(score.reason()).hasValue(1));
        assertThat(nonsense).hasSize(PROBLEMS).allSatisfy((id, score) -> {
            assertThat(score.value()).as(score.reason()).hasValue(0);
            assertThat(score.details()).containsEntry("ended", "failed");
        });
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    /** What a chat model answers: the whole function in a block, its helpers left to the prompt. */
    @Test
    void wholeFunctionsInBlocksPassToo() throws Exception {
        Map<String, Score> scores = scores(problems().subList(25, 60), problem -> {
            String prompt = text(problem, "prompt");
            String function = prompt.substring(prompt.lastIndexOf("def " + text(problem, "entry_point")));
            return "Here it is:\n\n```python\n" + function + text(problem, "canonical_solution")
                    + "\n```\nAnything else?";
        });

        assertThat(scores)
                .allSatisfy((id, score) ->
                        assertThat(score.value()).as(score.reason()).hasValue(1));
    }

    private static Map<String, Score> scores(List<JsonNode> problems, Function<JsonNode, String> solution)
            throws Exception {
        CodeTests scorer = CodeTests.python().completion();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Map<String, Future<Score>> running = new LinkedHashMap<>();
            for (JsonNode problem : problems) {
                Actual actual = Actual.of(solution.apply(problem));
                running.put(text(problem, "task_id"), threads.submit(() -> scorer.score(golden(problem), actual)));
            }
            Map<String, Score> scores = new LinkedHashMap<>();
            for (Map.Entry<String, Future<Score>> run : running.entrySet()) {
                scores.put(run.getKey(), run.getValue().get());
            }
            return scores;
        } finally {
            threads.shutdownNow();
        }
    }

    private static GoldenCase golden(JsonNode problem) {
        return GoldenCase.builder(text(problem, "task_id"), text(problem, "prompt"))
                .metadata((ObjectNode) problem)
                .build();
    }

    private static List<JsonNode> problems() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        List<JsonNode> problems = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(SharedFolder.require("data/HumanEval.jsonl.gz"))),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                problems.add(mapper.readTree(line));
            }
        }
        return problems;
    }

    private static String text(JsonNode problem, String field) {
        return problem.get(field).asText();
    }
}
