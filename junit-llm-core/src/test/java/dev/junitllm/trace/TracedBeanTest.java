package dev.junitllm.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.junitllm.Configuration;
import dev.junitllm.Document;
import dev.junitllm.SpanKind;
import dev.junitllm.ToolCall;
import dev.junitllm.Trace;
import dev.junitllm.TraceNames;
import dev.junitllm.TraceSpan;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TracedBeanTest {

    private final RunTraces run = new RunTraces(
            Configuration.of(key -> Optional.empty(), Map.of()), Capture.with(Redactor.forEnvironment(Map.of())));

    @AfterEach
    void end() {
        run.close();
    }

    interface Handbook {

        @Traced(kind = SpanKind.RETRIEVAL, value = "handbook")
        List<Document> search(String question) throws IOException;

        @Traced(kind = SpanKind.TOOL)
        String weather(String city, int days);

        @Traced(kind = SpanKind.LLM, value = "m-1")
        CompletionStage<String> ask(String prompt);

        @Traced
        Future<String> later();

        @Traced
        default String shouted(String text) {
            return text + "!";
        }

        String untraced();
    }

    private static class Real implements Handbook {

        final CompletableFuture<String> reply = new CompletableFuture<>();
        final FutureTask<String> task = new FutureTask<>(() -> "done");

        @Override
        public List<Document> search(String question) throws IOException {
            if (question.isEmpty()) {
                throw new IOException("nothing to search for");
            }
            return List.of(Document.of("a", "text"));
        }

        @Override
        public String weather(String city, int days) {
            return "sunny";
        }

        @Override
        public CompletionStage<String> ask(String prompt) {
            return reply;
        }

        @Override
        public Future<String> later() {
            return task;
        }

        @Override
        public String untraced() {
            return "quiet";
        }
    }

    private final Real real = new Real();
    private final Handbook handbook = Traces.wrap(real, Handbook.class);

    @Test
    void callsAreStepsOfTheirKinds() {
        Trace trace = traced(() -> {
            assertThat(handbook.search("capital")).hasSize(1);
            assertThat(handbook.weather("Lima", 3)).isEqualTo("sunny");
            assertThat(handbook.untraced()).isEqualTo("quiet");
        });

        assertThat(trace.application())
                .extracting(TraceSpan::name)
                .containsExactly("retrieval handbook", "execute_tool weather");
        assertThat(trace.ofKind(SpanKind.RETRIEVAL).get(0).query()).contains("capital");
        assertThat(trace.retrieved()).contains(List.of(Document.of("a", "text")));
        assertThat(trace.toolCalls())
                .extracting(ToolCall::toString)
                .containsExactly("weather{\"city\":\"Lima\",\"days\":3}");
        assertThat(trace.ofKind(SpanKind.TOOL).get(0).attributes()).containsEntry(TraceNames.TOOL_CALL_RESULT, "sunny");
    }

    @Test
    void whatIsThrownIsThrownAsItIs() {
        Trace trace = traced(() -> assertThatThrownBy(() -> handbook.search(""))
                .isInstanceOf(IOException.class)
                .hasMessage("nothing to search for"));

        assertThat(trace.spans().get(1).error()).contains("java.io.IOException: nothing to search for");
    }

    @Test
    void aStepWhoseResultComesLaterEndsWhenItDoes() throws Exception {
        OpenTrace open = run.begin("test", Map.of()).orElseThrow();
        CompletionStage<String> reply =
                open.context().wrap(() -> handbook.ask("why?")).call();
        assertThat(reply).isSameAs(real.reply);
        assertThat(open.soFar().spans().get(1).attributes()).containsEntry(TraceNames.NOT_ENDED, true);

        real.reply.complete("because");
        open.settle(Duration.ofSeconds(10));
        TraceSpan call = open.end(false).modelCalls().get(0);

        assertThat(call.attributes())
                .containsEntry(TraceNames.INPUT_VALUE, "why?")
                .containsEntry(TraceNames.OUTPUT_VALUE, "because")
                .doesNotContainKey(TraceNames.NOT_ENDED);
    }

    @Test
    void aStepWhoseResultFailsLaterFails() throws Exception {
        OpenTrace open = run.begin("test", Map.of()).orElseThrow();
        open.context().wrap(() -> handbook.ask("why?")).call();

        real.reply.completeExceptionally(new IllegalStateException("no"));

        assertThat(open.end(false).modelCalls().get(0).error()).contains("java.lang.IllegalStateException: no");
    }

    @Test
    void aStepWhoseResultIsAPlainFutureEndsWhenThatIsAskedFor() throws Exception {
        OpenTrace open = run.begin("test", Map.of()).orElseThrow();
        Future<String> later = open.context().wrap(handbook::later).call();
        assertThat(open.soFar().spans().get(1).attributes()).containsEntry(TraceNames.NOT_ENDED, true);

        real.task.run();
        assertThat(later.get()).isEqualTo("done");

        assertThat(open.end(false).spans().get(1).attributes())
                .containsEntry(TraceNames.OUTPUT_VALUE, "done")
                .doesNotContainKey(TraceNames.NOT_ENDED);
    }

    @Test
    void aPlainFutureThatFailsSaysWhy() throws Exception {
        OpenTrace open = run.begin("test", Map.of()).orElseThrow();
        Supplying bean = () -> CompletableFuture.failedFuture(new IOException("gone"));
        Future<String> later =
                open.context().wrap(Traces.wrap(bean, Supplying.class)::get).call();

        assertThatThrownBy(later::get).isInstanceOf(ExecutionException.class).hasRootCauseMessage("gone");
        assertThat(open.end(false).spans().get(1).error()).contains("java.io.IOException: gone");
    }

    @Traced(kind = SpanKind.AGENT)
    interface Supplying {
        Future<String> get();
    }

    @Test
    void defaultMethodsAreCallsToo() {
        Trace trace = traced(() -> assertThat(handbook.shouted("hello")).isEqualTo("hello!"));

        assertThat(trace.spans().get(1).name()).isEqualTo("invoke_workflow shouted");
        assertThat(trace.spans().get(1).attributes())
                .containsEntry(TraceNames.INPUT_VALUE, "hello")
                .containsEntry(TraceNames.OUTPUT_VALUE, "hello!");
    }

    interface Lookup<K, V> {
        @Traced(kind = SpanKind.TOOL)
        V find(K key);
    }

    interface Cities extends Lookup<String, Integer> {}

    @Test
    void methodsOfGenericInterfacesAboveAreFound() {
        Cities cities = Traces.wrap(String::length, Cities.class);
        Trace trace = traced(() -> assertThat(cities.find("Lima")).isEqualTo(4));

        assertThat(trace.toolCalls()).extracting(ToolCall::toString).containsExactly("find{\"key\":\"Lima\"}");
    }

    @Traced(kind = SpanKind.TOOL)
    interface AllOfIt {
        String first();

        @Traced(kind = SpanKind.GUARDRAIL, value = "polite")
        boolean second(List<String> words, String text);
    }

    @Test
    void anAnnotatedInterfaceIsTracedWholeAndItsMethodsKnowBetter() {
        AllOfIt all = Traces.wrap(
                new AllOfIt() {
                    @Override
                    public String first() {
                        return "1";
                    }

                    @Override
                    public boolean second(List<String> words, String text) {
                        return true;
                    }
                },
                AllOfIt.class);
        Trace trace = traced(() -> {
            all.first();
            all.second(List.of("a", "b"), "c");
        });

        assertThat(trace.application())
                .extracting(TraceSpan::name)
                .containsExactly("execute_tool first", "guardrail polite");
        assertThat(trace.spans().get(2).attributes())
                .containsEntry(TraceNames.INPUT_VALUE, "{\"words\":[\"a\",\"b\"],\"text\":\"c\"}")
                .containsEntry(TraceNames.OUTPUT_VALUE, "true");
    }

    @Test
    void isEqualToWhatWrapsTheSame() {
        assertThat(handbook)
                .isEqualTo(Traces.wrap(real, Handbook.class))
                .hasSameHashCodeAs(real)
                .hasToString(real.toString())
                .isNotEqualTo(Traces.wrap(new Real(), Handbook.class))
                .isNotEqualTo(null);
    }

    @Test
    void whatCanNotBeTracedIsRefused() {
        assertThatThrownBy(() -> Traces.wrap(real, Real.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("TracedBeanTest$Real is none");
        assertThatThrownBy(() -> Traces.wrap(() -> {}, Runnable.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "nothing of java.lang.Runnable would be traced: put @Traced on the interface, or on methods of"
                                + " it");
    }

    private Trace traced(Steps steps) {
        OpenTrace trace = run.begin("test", Map.of()).orElseThrow();
        trace.context()
                .wrap(() -> {
                    try {
                        steps.run();
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                })
                .run();
        return trace.end(false);
    }

    private interface Steps {
        void run() throws Exception;
    }
}
