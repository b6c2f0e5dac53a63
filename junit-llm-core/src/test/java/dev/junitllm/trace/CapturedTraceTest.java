package dev.junitllm.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.SpanEvent;
import dev.junitllm.SpanLink;
import dev.junitllm.SpanStatus;
import dev.junitllm.Trace;
import dev.junitllm.TraceNames;
import dev.junitllm.TraceSpan;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CapturedTraceTest {

    private static final String MAIL = "jane@example.org";

    private final Trace trace = new Trace(
            "0af7651916cd43dd8448eb211c80319c",
            List.of(
                    span(
                            "1",
                            "",
                            "ask " + MAIL,
                            Map.of(TraceNames.INPUT_VALUE, "why", TraceNames.OUTPUT_VALUE, "because")),
                    span(
                            "2",
                            "1",
                            "chat",
                            Map.of(
                                    TraceNames.KIND,
                                    "llm",
                                    TraceNames.INPUT_MESSAGES,
                                    "[{\"role\":\"user\",\"content\":\"mail jane\\u0040example.org\"}]",
                                    TraceNames.REQUEST_MODEL,
                                    "small",
                                    TraceNames.REQUEST_MAX_TOKENS,
                                    512L,
                                    "http.request.header.authorization",
                                    List.of("Bearer ours-and-ours"),
                                    "card",
                                    4111111111111111L,
                                    "when",
                                    1764306000123456789L)),
                    span(
                            "3",
                            "1",
                            "tool",
                            Map.of(
                                    TraceNames.KIND,
                                    "tool",
                                    TraceNames.TOOL_CALL_ARGUMENTS,
                                    "{\"password\":\"correcthorse\"}"))));

    @Test
    void hasNothingInItThatMustNotBeKept() {
        Trace kept = Capture.with(Redactor.forEnvironment(Map.of())).keep(trace);

        assertThat(kept.spans().toString()).doesNotContain("jane", "ours-and-ours", "correcthorse", "4111");
        assertThat(kept.traceId()).isEqualTo(trace.traceId());
        TraceSpan chat = kept.spans().get(1);
        assertThat(chat.attributes())
                .containsEntry(TraceNames.INPUT_MESSAGES, "[{\"role\":\"user\",\"content\":\"mail [REDACTED:email]\"}]")
                .containsEntry("http.request.header.authorization", List.of("[REDACTED:secret-field]"))
                .containsEntry("card", "[REDACTED:payment-card]")
                .containsEntry("when", 1764306000123456789L)
                .containsEntry(TraceNames.REQUEST_MAX_TOKENS, 512L);
        assertThat(kept.spans().get(2).attributes())
                .containsEntry(TraceNames.TOOL_CALL_ARGUMENTS, "{\"password\":\"[REDACTED:secret-field]\"}");
        assertThat(chat.events().get(0).attributes())
                .containsEntry(TraceNames.EXCEPTION_MESSAGE, "to [REDACTED:email]");
        assertThat(chat.status().message()).isEqualTo("[REDACTED:email]");
    }

    @Test
    void countsAtItsRootWhatWasRemoved() {
        Trace kept = Capture.with(Redactor.forEnvironment(Map.of())).keep(trace);

        assertThat(kept.root().orElseThrow().attributes())
                .containsEntry(TraceNames.REDACTED + "secret-field", 2L)
                .containsEntry(TraceNames.REDACTED + "payment-card", 1L)
                .containsEntry(TraceNames.REDACTED + "email", 12L)
                .containsEntry(TraceNames.INPUT_VALUE, "why");
    }

    @Test
    void withholdsContentsAndNothingElse() {
        Trace kept = CaptureTest.capture(Map.of("junit.llm.capture", "none", "junit.llm.capture.tool", "hashed"))
                .keep(trace);

        TraceSpan root = kept.root().orElseThrow();
        assertThat(root.attributes())
                .containsEntry(TraceNames.INPUT_VALUE, "[NOT KEPT: 3 characters]")
                .containsEntry(TraceNames.OUTPUT_VALUE, "[NOT KEPT: 7 characters]")
                .containsEntry(TraceNames.CAPTURE + "tool", "hashed")
                .containsEntry(TraceNames.CAPTURE + "messages", "none")
                .containsEntry(TraceNames.CAPTURE + "output", "none");
        assertThat(kept.spans().get(1).attributes())
                .containsEntry(TraceNames.REQUEST_MODEL, "small")
                .containsEntry(TraceNames.KIND, "llm")
                .containsEntry(TraceNames.INPUT_MESSAGES, "[NOT KEPT: 56 characters]");
        assertThat(kept.spans().get(2).text(TraceNames.TOOL_CALL_ARGUMENTS))
                .get()
                .asString()
                .startsWith("[SHA-256: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "llm.input_messages.0.message.content",
                "llm.output_messages.0.message.content",
                "llm.prompts.0.prompt.text",
                "llm.prompt_template.variables",
                "llm.completions.0.completion.text",
                "llm.function_call",
                "llm.tools.0.tool.json_schema",
                "gen_ai.prompt.0.content",
                "gen_ai.completion.0.content",
                "gen_ai.event.content",
                "retrieval.documents.0.document.content",
                "reranker.query",
                "reranker.input_documents.0.document.content",
                "reranker.output_documents.0.document.content",
                "embedding.embeddings.0.embedding.text",
                "db.vector.query.content",
                "tool.parameters",
                "spring.ai.tool.call.arguments",
                "traceloop.entity.input"
            })
    void withholdsContentsUnderTheNamesOfOtherLibraries(String name) {
        Trace theirs = new Trace("a", List.of(span("1", "", "step", Map.of(name, "zebra"))));

        Trace kept = CaptureTest.capture(Map.of("junit.llm.capture", "none")).keep(theirs);

        assertThat(kept.root().orElseThrow().attributes()).containsEntry(name, "[NOT KEPT: 5 characters]");
    }

    @Test
    void withholdsContentsInEventsThatAreCalledLikeALineOfTheLog() {
        Trace theirs = new Trace(
                "a",
                List.of(new TraceSpan(
                        "1",
                        "",
                        "step",
                        "INTERNAL",
                        1,
                        2,
                        SpanStatus.UNSET,
                        Map.of(),
                        List.of(new SpanEvent(TraceNames.LOG, 1, Map.of("gen_ai.prompt", "zebra", "message", "zebra"))),
                        List.of(),
                        "scope",
                        Map.of())));

        Trace kept = CaptureTest.capture(Map.of("junit.llm.capture", "none")).keep(theirs);

        assertThat(kept.spans().toString()).doesNotContain("zebra");
    }

    @Test
    void countsWhatWasCut() {
        Trace longOne = new Trace("a", List.of(span("1", "", "x", Map.of(TraceNames.OUTPUT_VALUE, "x".repeat(1000)))));

        Trace kept = CaptureTest.capture(Map.of("junit.llm.capture.max-length", "100"))
                .keep(longOne);

        assertThat(kept.root().orElseThrow().attributes()).containsEntry(TraceNames.CAPTURE + "cut", 1L);
    }

    @Test
    void staysTheSameWhereNothingIsToBeRemoved() {
        Trace harmless = new Trace(
                "a",
                List.of(new TraceSpan(
                        "1",
                        "",
                        "x",
                        "CLIENT",
                        1,
                        2,
                        SpanStatus.UNSET,
                        Map.of("a", 1.5),
                        List.of(),
                        List.of(),
                        "s",
                        Map.of())));

        assertThat(Capture.with(Redactor.forEnvironment(Map.of())).keep(harmless))
                .isEqualTo(harmless);
    }

    /** Names come again in each trace, and what a process says of itself, too. */
    @Test
    void removesAndCountsInEachTraceAnew() {
        Capture capture = Capture.with(Redactor.forEnvironment(Map.of()));
        Map<String, Object> process = Map.of("host.name", "of " + MAIL);
        TraceSpan telling = of("small", process);
        TraceSpan harmless = of("small", Map.of("host.name", "ours"));

        for (TraceSpan each : List.of(telling, telling, harmless, harmless, telling)) {
            TraceSpan kept = capture.keep(new Trace("a", List.of(each))).root().orElseThrow();

            assertThat(kept.resource())
                    .isEqualTo(Map.of("host.name", each == telling ? "of [REDACTED:email]" : "ours"));
            assertThat(kept.attributes())
                    .containsEntry("team [REDACTED:email]", "small")
                    .containsEntry(TraceNames.REDACTED + "email", each == telling ? 2L : 1L);
        }
    }

    @Test
    void keepsTheOrderOfAttributesOfWhichOneMustNotBeKept() {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("first", "harmless");
        said.put("of " + MAIL, 1L);
        said.put("second", MAIL);
        said.put("last", true);

        Trace kept = Capture.with(Redactor.forEnvironment(Map.of()))
                .keep(new Trace("a", List.of(span("1", "", "step", said))));

        assertThat(kept.spans().get(0).attributes().entrySet())
                .extracting(Object::toString)
                .startsWith("first=harmless", "of [REDACTED:email]=1", "second=[REDACTED:email]", "last=true");
    }

    @Test
    void sayOfOneProcessTheSameAgain() {
        Capture capture = Capture.with(Redactor.forEnvironment(Map.of()));
        Map<String, Object> first = said(capture, Map.of("host.name", "ours"));

        assertThat(said(capture, Map.of("host.name", "ours"))).isSameAs(first);
        assertThat(said(capture, Map.of("host.name", "theirs"))).isEqualTo(Map.of("host.name", "theirs"));
        assertThat(said(capture, Map.of())).isEmpty();
    }

    private static Map<String, Object> said(Capture capture, Map<String, Object> process) {
        return capture.keep(new Trace("a", List.of(of("small", process))))
                .root()
                .orElseThrow()
                .resource();
    }

    /** Arrays of OpenTelemetry's may hold nothing in places. */
    @Test
    void listsMayHoldNothingInPlaces() {
        TraceSpan span = span("1", "", "step", Map.of("several", Arrays.asList(MAIL, null)));

        TraceSpan kept = Capture.with(Redactor.forEnvironment(Map.of()))
                .keep(new Trace("a", List.of(span)))
                .root()
                .orElseThrow();

        assertThat(kept.attributes()).containsEntry("several", Arrays.asList("[REDACTED:email]", null));
    }

    private static TraceSpan of(String team, Map<String, Object> process) {
        return new TraceSpan(
                "1",
                "",
                "step",
                "INTERNAL",
                1,
                2,
                SpanStatus.UNSET,
                Map.of("team " + MAIL, team),
                List.of(),
                List.of(),
                "scope",
                process);
    }

    private static TraceSpan span(String id, String parent, String name, Map<String, Object> attributes) {
        return new TraceSpan(
                id,
                parent,
                name,
                "INTERNAL",
                Integer.parseInt(id),
                9,
                new SpanStatus(SpanStatus.Code.ERROR, MAIL),
                attributes,
                List.of(new SpanEvent(TraceNames.EXCEPTION, 5, Map.of(TraceNames.EXCEPTION_MESSAGE, "to " + MAIL))),
                List.of(new SpanLink("t", "s", Map.of("of", MAIL))),
                "scope",
                Map.of("owner", MAIL));
    }
}
