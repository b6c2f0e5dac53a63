package dev.junitllm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ActualTest {

    @Test
    void keepsTheLastOutput() {
        Actual actual = new Actual().output("draft").output("answer");

        assertThat(actual.output()).isEqualTo("answer");
        assertThat(actual.recordedOutput()).contains("answer");
        assertThat(actual.output(JsonNodeFactory.instance.objectNode().put("a", 1))
                        .output())
                .isEqualTo("{\"a\":1}");
    }

    @Test
    void tellsAnEmptyOutputFromNone() {
        assertThat(Actual.of("").hasOutput()).isTrue();
        assertThat(new Actual().hasOutput()).isFalse();
        assertThat(new Actual().recordedOutput()).isEmpty();
        assertThatThrownBy(new Actual()::output)
                .isInstanceOf(MissingOutputException.class)
                .hasMessage("the test body never called actual.output(…): record there what the application answered");
        assertThatNullPointerException()
                .isThrownBy(() -> new Actual().output((String) null))
                .withMessage("the output is null: what did the application answer?");
    }

    @Test
    void tellsNothingRetrievedFromNothingRecorded() {
        assertThat(new Actual().hasRetrieved()).isFalse();
        assertThat(new Actual().retrieved(List.of()).hasRetrieved()).isTrue();
        assertThat(new Actual().retrieved(List.of()).retrieved()).isEmpty();
    }

    @Test
    void hasATraceOfNothingUntilOneIsRecorded() {
        Trace trace = TestTrace.of(1).trace();

        assertThat(new Actual().trace()).isEqualTo(Trace.NONE);
        assertThat(new Actual().trace(Trace.NONE).trace(trace).trace()).isSameAs(trace);
    }

    @Test
    void showsTheTraceAsFarAsItHasComeUntilItIsClosed() {
        Trace soFar = TestTrace.of(2).trace();
        Trace whole = TestTrace.of(1).trace();
        Actual actual = new Actual().tracedBy(() -> soFar);

        assertThat(actual.trace()).isSameAs(soFar);
        actual.close(whole);
        assertThat(actual.trace()).isSameAs(whole);
        assertThat(new Actual().tracedBy(() -> soFar).trace(whole).trace()).isSameAs(whole);
    }

    @Test
    void knowsWhetherThereIsEvidence() {
        Actual onlyFacts = new Actual().attribute("model", "m").usage(Usage.of(1, 2));

        assertThat(onlyFacts.hasEvidence()).isFalse();
        assertThat(Actual.of("").hasEvidence()).isTrue();
        assertThat(new Actual().retrieved(List.of()).hasEvidence()).isTrue();
        assertThat(new Actual().retrieved(List.of(Document.of("d", ""))).hasEvidence())
                .isTrue();
        assertThat(new Actual().toolCall(ToolCall.of("t")).hasEvidence()).isTrue();
    }

    @Test
    void givesCopiesAway() {
        List<Document> documents = new ArrayList<>(List.of(Document.of("d", "")));
        Actual actual = new Actual().retrieved(documents).attribute("a", "1");
        documents.clear();
        actual.attributes().clear();

        assertThat(actual.retrieved()).hasSize(1);
        assertThat(actual.attributes()).isEqualTo(Map.of("a", "1"));
    }

    @Test
    void refusesEveryWriteOnceItIsClosed() {
        Actual actual = Actual.of("answer");
        actual.close();
        actual.close();

        List<Runnable> writes = List.of(
                () -> actual.output("late"),
                () -> actual.retrieved(List.of()),
                () -> actual.trace(Trace.NONE),
                () -> actual.tracedBy(() -> Trace.NONE),
                () -> actual.toolCall(ToolCall.of("t")),
                () -> actual.usage(Usage.UNKNOWN),
                () -> actual.attribute("a", "b"));
        assertThat(writes)
                .allSatisfy(write -> assertThatIllegalStateException()
                        .isThrownBy(write::run)
                        .withMessage("this Actual is closed: the test body it belongs to has ended or timed out,"
                                + " and what it recorded is being scored"));
        assertThat(actual.output()).isEqualTo("answer");
    }

    @Test
    void losesNothingThatSeveralThreadsWrite() throws Exception {
        Actual actual = new Actual();
        CountDownLatch together = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<?>> writers = new ArrayList<>();
        IntStream.range(0, 8)
                .forEach(thread -> writers.add(threads.submit(() -> {
                    together.await();
                    for (int i = 0; i < 500; i++) {
                        actual.toolCall(ToolCall.of("t" + thread)).attribute(thread + "-" + i, "");
                        assertThat(actual.toolCalls()).isNotEmpty();
                    }
                    return null;
                })));
        together.countDown();
        for (Future<?> writer : writers) {
            writer.get(30, TimeUnit.SECONDS);
        }
        threads.shutdown();

        assertThat(actual.toolCalls()).hasSize(4_000);
        assertThat(actual.attributes()).hasSize(4_000);
    }
}
