package dev.junitllm.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.gate.PassRate;
import dev.junitllm.jupiter.EvalTestKit.EvalRun;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.ExactMatch;
import dev.junitllm.score.trace.CalledTool;
import dev.junitllm.trace.LlmSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A score quotes the beginning of what differs: half a secret is one, too, and no rule knows it by its form. */
class CutSecretsTest {

    private static final String TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJQbDRudGVkIn0." + "Pl4ntedSignaturePl4nted";

    static class QuotedTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 1)
        void answers(GoldenCase golden, Actual actual) {
            actual.output(golden.expected() + " " + TOKEN);
        }
    }

    static class QuotedCallsTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @CalledTool(value = "search", arguments = "{\"city\":\"Rome\"}")
        @PassRate(atLeast = 1)
        void answers(GoldenCase golden, Actual actual) {
            LlmSpan.tool("search", span -> {
                span.arguments(Map.of("a", "x".repeat(165) + " " + TOKEN));
                return "";
            });
            actual.output(golden.expected());
        }
    }

    static class ThrowingTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 1)
        void answers(GoldenCase golden, Actual actual) {
            actual.output(golden.expected() + " " + TOKEN);
            throw new IllegalStateException("no city in '" + TOKEN.substring(0, 30) + "'");
        }
    }

    @Test
    void areRemovedFromWhatTheBodyThrows() {
        EvalRun run = EvalTestKit.run(ThrowingTestCases.class);

        assertThat(run.thrownBy("france"))
                .hasMessageContaining("no city in '[REDACTED:jwt]'")
                .hasRootCauseMessage("java.lang.IllegalStateException: no city in '[REDACTED:jwt]'");
    }

    @ParameterizedTest
    @ValueSource(classes = {QuotedTestCases.class, QuotedCallsTestCases.class, ThrowingTestCases.class})
    void areRemovedWhereverAScoreQuotesThem(Class<?> evals) throws IOException {
        EvalRun run = EvalTestKit.run(evals);

        StringBuilder all = new StringBuilder(run.verdict());
        try (Stream<Path> files = Files.walk(run.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file));
            }
        }
        assertThat(all.toString())
                .containsAnyOf(
                        "differs from the expected answer at character 6: ' [REDACTED:jwt]' instead of the end",
                        "no city in '[REDACTED:jwt]'",
                        "but never with {\\\"city\\\":\\\"Rome\\\"}: [{\\\"a\\\":\\\"xxx")
                .contains("[REDACTED:jwt]")
                .doesNotContainIgnoringCase("eyJhbGci");
    }
}
