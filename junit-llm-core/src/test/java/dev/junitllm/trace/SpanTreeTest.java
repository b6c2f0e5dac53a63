package dev.junitllm.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Trace;
import dev.junitllm.TraceNames;
import dev.junitllm.trace.SpanTree.Step;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SpanTreeTest {

    @Test
    void putsEachStepBelowTheOneItBelongsToByWhenItBegan() {
        SpanTree tree = SpanTree.of(HandMadeTrace.invocation(100)
                .step("c", "root", "chat", 50, 90, Map.of())
                .step("a", "root", "agent", 0, 40, Map.of())
                .step("b", "a", "tool", 10, 20, Map.of())
                .trace());

        assertThat(shown(tree)).containsExactly("refund-3", "- agent", "-- tool", "- chat");
    }

    @Test
    void countsWhatRunsSideBySideOnce() {
        SpanTree tree = SpanTree.of(HandMadeTrace.invocation(100)
                .step("a", "root", "one", 10, 50, Map.of())
                .step("b", "root", "other", 20, 40, Map.of())
                .step("c", "root", "later", 45, 70, Map.of())
                .step("d", "root", "too late", 90, 130, Map.of())
                .trace());

        assertThat(millis(tree.steps().get(0))).isEqualTo(100 - 60 - 10);
    }

    @Test
    void showsStepsWhoseParentIsNotRecordedBelowTheInvocation() {
        SpanTree tree = SpanTree.of(HandMadeTrace.invocation(100)
                .step("a", "gone", "orphan", 10, 20, Map.of())
                .step("b", "a", "its tool", 12, 14, Map.of())
                .trace());

        assertThat(shown(tree)).containsExactly("refund-3", "- orphan", "-- its tool");
    }

    @Test
    void showsEachStepOnceWhateverTheyBelongTo() {
        SpanTree tree = SpanTree.of(HandMadeTrace.invocation(100)
                .step("self", "self", "itself", 10, 20, Map.of())
                .step("a", "b", "circle", 30, 40, Map.of())
                .step("b", "a", "and back", 31, 39, Map.of())
                .step("b", "root", "same id", 50, 60, Map.of())
                .trace());

        assertThat(shown(tree)).containsExactly("refund-3", "- itself", "- circle", "-- and back", "- same id");
    }

    @Test
    void doesWithoutAnInvocation() {
        assertThat(SpanTree.of(Trace.NONE).steps()).isEmpty();
        assertThat(shown(SpanTree.of(HandMadeTrace.empty()
                        .step("a", "gone", "one", 10, 20, Map.of())
                        .step("b", "a", "below", 11, 12, Map.of())
                        .step("x", "y", "circle", 30, 40, Map.of())
                        .step("y", "x", "and back", 31, 39, Map.of())
                        .trace())))
                .containsExactly("one", "- below", "circle", "- and back");
    }

    @Test
    void tellsWhatWasMadeToScoreFromTheApplication() {
        SpanTree tree = SpanTree.of(HandMadeTrace.invocation(100)
                .step("a", "root", "chat", 10, 20, Map.of(TraceNames.KIND, "llm"))
                .step("b", "root", "faithfulness", 30, 90, Map.of(TraceNames.KIND, "evaluation"))
                .step("c", "b", "chat judge", 31, 89, Map.of(TraceNames.KIND, "llm"))
                .trace());

        assertThat(tree.steps()).extracting(Step::ofEvaluation).containsExactly(false, false, true, true);
    }

    @Test
    void placesADeepTraceWithoutRunningOutOfStack() {
        HandMadeTrace spans = HandMadeTrace.invocation(100);
        for (int depth = 0; depth < 20_000; depth++) {
            spans.step("s" + depth, depth == 0 ? "root" : "s" + (depth - 1), "deeper", 0, 100, Map.of());
        }

        assertThat(SpanTree.of(spans.trace()).steps().get(20_000).depth()).isEqualTo(20_000);
    }

    private static long millis(Step step) {
        return TimeUnit.NANOSECONDS.toMillis(step.ownNanos());
    }

    private static List<String> shown(SpanTree tree) {
        return tree.steps().stream()
                .map(step -> ("-".repeat(step.depth()) + " " + step.span().name()).strip())
                .toList();
    }
}
