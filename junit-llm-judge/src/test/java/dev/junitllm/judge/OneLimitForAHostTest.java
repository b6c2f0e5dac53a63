package dev.junitllm.judge;

import static dev.junitllm.assertj.LlmAssertions.assertThatLlm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.junitllm.Actual;
import dev.junitllm.Configuration;
import dev.junitllm.judge.criteria.Criterion;
import dev.junitllm.judge.embedding.OpenAiEmbeddings;
import dev.junitllm.jupiter.GoldenSet;
import dev.junitllm.jupiter.Samples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.testkit.engine.EngineTestKit;

/** A run of the engine, judges in plain tests and an embedding model, all of one process, call one server. */
@Timeout(60)
class OneLimitForAHostTest {

    private static final int LIMIT = 3;
    private static final int IN_RUN = 24;
    private static final int IN_PLAIN_TESTS = 4;
    private static final String GOLDEN_SET = "asked by a golden set";
    private static final String PLAIN_TEST = "asked by a plain test";
    private static final String EMBEDDING = "embed me";

    static class PetsTestCases {

        @GoldenSet("embedding/pets.jsonl")
        @Samples(IN_RUN / 3)
        @JudgeScore(question = "Is it asked by a golden set?", atLeast = 1)
        void answers(Actual actual) {
            actual.output("A kitten.");
        }
    }

    /** The others call for as long as the run does, so that all do at the same time. */
    @Test
    void nobodyPassesIt() throws Exception {
        try (CountingServer server = new CountingServer(GOLDEN_SET, PLAIN_TEST, EMBEDDING)) {
            Map<String, String> settings = Map.of(
                    "junit.llm.judge.model",
                    "m",
                    "junit.llm.judge.base-url",
                    server.url(),
                    "junit.llm.judge.concurrency",
                    Integer.toString(LIMIT),
                    "junit.llm.cassette.mode",
                    "live");
            CountDownLatch ended = new CountDownLatch(1);
            ExecutorService threads = Executors.newCachedThreadPool();
            try {
                List<Future<?>> others = new ArrayList<>();
                for (int i = 0; i < IN_PLAIN_TESTS; i++) {
                    others.add(threads.submit(() -> plainTest(settings, ended)));
                }
                others.add(threads.submit(() -> embeddings(server.url(), ended)));
                try {
                    run(settings);
                } finally {
                    ended.countDown();
                }
                for (Future<?> other : others) {
                    other.get();
                }
            } finally {
                threads.shutdownNow();
            }

            assertThat(server.most()).as("calls at once").isEqualTo(LIMIT);
            List<String> duringTheRun = server.arrived()
                    .subList(
                            server.arrived().indexOf(GOLDEN_SET),
                            server.arrived().lastIndexOf(GOLDEN_SET));
            assertThat(duringTheRun).as("nobody waits until others are done").contains(PLAIN_TEST, EMBEDDING);
            assertThat(duringTheRun.stream().filter(PLAIN_TEST::equals).count())
                    .as("those with fewer threads get their share")
                    .isGreaterThan(IN_RUN / 8);
        }
    }

    private static void run(Map<String, String> settings) {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(PetsTestCases.class))
                .configurationParameters(settings)
                .configurationParameter("junit.llm.console", "off")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "8")
                .execute()
                .testEvents()
                .assertStatistics(all -> all.started(IN_RUN).succeeded(IN_RUN));
    }

    private static Void plainTest(Map<String, String> settings, CountDownLatch ended) throws Exception {
        Configuration configuration = Configuration.of(key -> Optional.ofNullable(settings.get(key)), Map.of());
        Judge judge = Judge.on(Criterion.question("Is it asked by a plain test?"))
                .standing(new StandaloneJudge(() -> configuration, testClass -> Path.of(".")));
        while (ended.getCount() > 0) {
            assertThatLlm("Certainly!").given("Please?").scoresAtLeast(1, judge);
        }
        return null;
    }

    private static Void embeddings(String url, CountDownLatch ended) throws Exception {
        try (OpenAiEmbeddings model = OpenAiEmbeddings.builder(url, "m").build()) {
            while (ended.getCount() > 0) {
                assertThat(model.embed(List.of("embed me"))).hasSize(1);
            }
        }
        return null;
    }
}
