package dev.junitllm.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Trace;
import dev.junitllm.TraceNames;
import dev.junitllm.run.TraceNote;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepWordsTest {

    @Test
    void namesTheStepThatTookLongestByItselfRatherThanTheOneAboveIt() {
        assertThat(slowest(HandMadeTrace.invocation(2_000)
                        .step("a", "root", "invoke_agent planner", 0, 1_900, Map.of())
                        .step("b", "a", "execute_tool lookup", 100, 500, Map.of())
                        .step("c", "a", "chat gpt-4o-mini", 600, 1_834, Map.of())))
                .isEqualTo("chat gpt-4o-mini, 1.2 s of 2.0 s");
    }

    @Test
    void comparesWithTheTimeOfTheBody() {
        assertThat(slowest(HandMadeTrace.invocation(2_000)
                        .event(TraceNames.SCORING, 1_500, Map.of())
                        .step("a", "root", "chat", 0, 1_200, Map.of())))
                .isEqualTo("chat, 1.2 s of 1.5 s");
    }

    @Test
    void doesNotTakeAScoreForAStepOfTheApplication() {
        HandMadeTrace spans = HandMadeTrace.invocation(2_000)
                .step("a", "root", "chat", 0, 100, Map.of())
                .step("b", "root", "faithfulness", 200, 1_900, Map.of(TraceNames.KIND, "evaluation"))
                .step("c", "b", "chat judge", 200, 1_900, Map.of())
                .failed("no reply");

        assertThat(slowest(spans)).isEqualTo("chat, 100 ms of 2.0 s");
        assertThat(failed(spans)).isEmpty();
    }

    @Test
    void namesTheStepThatFailedRatherThanThoseItMadeFail() {
        assertThat(failed(HandMadeTrace.invocation(100)
                        .failed("the case failed")
                        .step("a", "root", "invoke_agent planner", 0, 90, Map.of())
                        .failed("tool failed")
                        .step("b", "a", "execute_tool lookup", 10, 20, Map.of())
                        .failed("no such page")
                        .step("c", "a", "execute_tool search", 30, 40, Map.of())
                        .failed("no such index")))
                .isEqualTo("execute_tool lookup: no such page (and 1 more)");
    }

    @Test
    void saysNothingOfATraceWithoutStepsOfTheApplication() {
        assertThat(slowest(HandMadeTrace.invocation(100).failed("the case failed")))
                .isEmpty();
        assertThat(failed(HandMadeTrace.invocation(100).failed("the case failed")))
                .isEmpty();
        assertThat(TraceNote.of(Trace.NONE, "")).isEqualTo(TraceNote.NONE);
    }

    @Test
    void keepsToALineWhateverLibrariesAndToolsSay() {
        assertThat(failed(HandMadeTrace.invocation(100)
                        .step("a", "root", "x\n\u001b[31m\u202ey", 0, 90, Map.of())
                        .failed("a\r\nb")))
                .isEqualTo("x\\n\\u001b[31m\\u202ey: a\\r\\nb");
        assertThat(failed(HandMadeTrace.invocation(100)
                        .step("a", "root", "x".repeat(1_000), 0, 90, Map.of())
                        .failed("y".repeat(100_000))))
                .hasSizeLessThan(400)
                .contains("(1000 characters): ")
                .endsWith("(100000 characters)");
        assertThat(slowest(HandMadeTrace.invocation(100).step("a", "root", " ", 0, 90, Map.of())))
                .isEqualTo("(no name), 90 ms of 100 ms");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 µs",
        "999, 1 µs",
        "999400, 999 µs",
        "999999, 1.0 ms",
        "1000000, 1.0 ms",
        "9940000, 9.9 ms",
        "9960000, 10 ms",
        "85400000, 85 ms",
        "999400000, 999 ms",
        "999600000, 1.0 s",
        "1234000000, 1.2 s",
        "59940000000, 59.9 s",
        "59960000000, 1 min 00 s",
        "119600000000, 2 min 00 s",
        "125000000000, 2 min 05 s"
    })
    void showsTimesInTheUnitThatFits(long nanos, String shown) {
        assertThat(StepWords.time(Duration.ofNanos(nanos))).isEqualTo(shown);
    }

    private static String slowest(HandMadeTrace spans) {
        return StepWords.slowest(SpanTree.of(spans.trace()));
    }

    private static String failed(HandMadeTrace spans) {
        return StepWords.failed(SpanTree.of(spans.trace()));
    }
}
