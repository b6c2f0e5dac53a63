package dev.junitllm.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.junitllm.Usage;
import dev.junitllm.run.CaseResult.Exchange;
import dev.junitllm.score.Bar;
import dev.junitllm.score.CaseError;
import dev.junitllm.score.CaseScore;
import dev.junitllm.score.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStoreTest {

    private static final Instant STARTED = Instant.parse("2026-11-22T10:15:30Z");

    @TempDir
    Path folder;

    @Test
    void namesItsFolderByTimeProcessAndCounterAndNeverSharesIt() {
        TestModule module = new TestModule(folder, folder.resolve("target"));
        long pid = ProcessHandle.current().pid();

        try (RunStore one = RunStore.create(module, STARTED, text -> text);
                RunStore other = RunStore.create(module, STARTED, text -> text)) {
            assertThat(one.folder()).isEqualTo(folder.resolve("target/junit-llm/20261122-101530-" + pid + "-1"));
            assertThat(other.folder()).isEqualTo(folder.resolve("target/junit-llm/20261122-101530-" + pid + "-2"));
        }
    }

    @Test
    void keepsWhatATraceShowsWhereThereIsOne() throws IOException {
        CaseScore score = CaseScore.held("f1", Score.of(0.25, "why"), Bar.atLeast(0.5));
        try (RunStore store = store()) {
            store.append(result("x", score));
            store.append(result("x", score).with(new TraceNote("traces/1.json", "chat, 1.0 s of 1.1 s", "")));
        }

        List<String> lines = Files.readAllLines(cases());
        assertThat(lines.get(0)).doesNotContain("trace");
        assertThat(lines.get(1))
                .contains("\"trace\":{\"file\":\"traces/1.json\",\"slowestStep\":\"chat, 1.0 s of 1.1 s\"}");
    }

    @Test
    void keepsASampleAsOneLineWithItsFieldsInOrder() throws IOException {
        try (RunStore store = store()) {
            store.append(
                    result("line\nbreak \ud800 \u202e", CaseScore.held("f1", Score.of(0.25, "why"), Bar.atLeast(0.5))));
        }

        List<String> lines = Files.readAllLines(cases());
        assertThat(lines).hasSize(1);
        JsonNode json = JsonMapper.builder().build().readTree(lines.get(0));
        List<String> fields = new ArrayList<>();
        for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
            fields.add(names.next());
        }
        assertThat(fields)
                .containsExactly(
                        "schema",
                        "class",
                        "method",
                        "case",
                        "sample",
                        "outcome",
                        "scores",
                        "durations",
                        "usage",
                        "contentHash",
                        "inputHash",
                        "output");
        assertThat(json.get("scores").toString())
                .isEqualTo(
                        "[{\"name\":\"f1\",\"value\":0.25,\"bar\":0.5,\"outcome\":\"FAILED\",\"reason\":\"why\",\"error\":null}]");
        assertThat(json.get("durations").toString()).isEqualTo("{\"body\":1.5,\"scoring\":0.0}");
        assertThat(json.get("usage").toString()).isEqualTo("{\"inputTokens\":7}");
        assertThat(json.get("output").asText()).isEqualTo("line\nbreak \ud800 \u202e");
    }

    @Test
    void keepsAnErrorAsAnErrorWithoutAValue() throws IOException {
        try (RunStore store = store()) {
            store.append(result("x", CaseScore.error("f1", Bar.atLeast(0.5), CaseError.of("TIMEOUT", "no reply"))));
        }

        JsonNode score = JsonMapper.builder().build().readTree(cases().toFile()).at("/scores/0");
        assertThat(score.get("value").isNull()).isTrue();
        assertThat(score.get("error").toString()).isEqualTo("{\"kind\":\"TIMEOUT\",\"message\":\"no reply\"}");
    }

    @Test
    void hasEveryFinishedSampleOnDiskBeforeItIsClosed() throws IOException {
        try (RunStore store = store()) {
            store.append(result("one"));
            assertThat(Files.readString(cases())).endsWith("\"output\":\"one\"}\n");
        }
    }

    @Test
    void keepsWholeLinesWhenManyThreadsWrite() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        String output = "x".repeat(20_000);
        try (RunStore store = store()) {
            List<Future<?>> writes = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                writes.add(threads.submit(() -> store.append(result(output))));
            }
            for (Future<?> write : writes) {
                write.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(Files.readAllLines(cases()))
                .hasSize(200)
                .allSatisfy(line -> assertThat(JsonMapper.builder()
                                .build()
                                .readTree(line)
                                .get("output")
                                .asText())
                        .hasSize(20_000));
    }

    private RunStore store() {
        return RunStore.create(new TestModule(folder, folder.resolve("target")), STARTED, text -> text);
    }

    private Path cases() throws IOException {
        try (var runs = Files.list(folder.resolve("target/junit-llm"))) {
            return runs.findFirst().orElseThrow().resolve("cases.jsonl");
        }
    }

    private static CaseResult result(String output, CaseScore... scores) {
        return new CaseResult(
                new TestId("demo.EvalTest", "answers"),
                "refund-3",
                1,
                1,
                CaseOutcome.FAILED,
                false,
                List.of(scores),
                null,
                null,
                new Exchange("in", "out", output, "c0ffee", null, List.of(), new Usage(7L, null), Map.of()),
                Duration.ofNanos(1_500_000),
                Duration.ZERO);
    }
}
