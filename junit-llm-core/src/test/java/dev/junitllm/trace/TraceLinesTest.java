package dev.junitllm.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.SpanEvent;
import dev.junitllm.SpanStatus;
import dev.junitllm.TraceNames;
import dev.junitllm.TraceSpan;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TraceLinesTest {

    private final TraceLines lines = new TraceLines();

    /** Some clocks tell milliseconds. */
    @Test
    void ofTheSameTimeStayInTheOrderTheyWereWrittenIn() {
        for (int i = 0; i < 20; i++) {
            lines.add(i % 3 == 0 ? "root" : "not kept " + i % 7, line("line " + i));
        }

        assertThat(lines.in(List.of(span("step", "root"), span("root", "")))
                        .get(1)
                        .events())
                .extracting(event -> event.attributes().get("message"))
                .containsExactlyElementsOf(
                        IntStream.range(0, 20).mapToObj(i -> "line " + i).toList());
    }

    @Test
    void standWithTheStepTheyWereWrittenIn() {
        lines.add("step", line("in the step"));
        lines.add("gone", line("in no step that is kept"));

        List<TraceSpan> spans = lines.in(List.of(span("step", "root"), span("other", "root"), span("root", "")));

        assertThat(spans)
                .extracting(span -> span.events().stream()
                        .map(event -> event.attributes().get("message"))
                        .toList())
                .containsExactly(List.of("in the step"), List.of(), List.of("in no step that is kept"));
    }

    private static SpanEvent line(String message) {
        return new SpanEvent(TraceNames.LOG, 7, Map.of("message", message));
    }

    private static TraceSpan span(String id, String parent) {
        return new TraceSpan(
                id,
                parent,
                id,
                "INTERNAL",
                0,
                9,
                new SpanStatus(SpanStatus.Code.UNSET, ""),
                Map.of(),
                List.of(),
                List.of(),
                "",
                Map.of());
    }
}
