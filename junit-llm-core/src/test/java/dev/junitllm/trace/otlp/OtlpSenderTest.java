package dev.junitllm.trace.otlp;

import static dev.junitllm.trace.otlp.OtlpReceiver.decoded;
import static dev.junitllm.trace.otlp.OtlpReceiver.values;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.junitllm.Configuration;
import dev.junitllm.SpanEvent;
import dev.junitllm.SpanLink;
import dev.junitllm.SpanStatus;
import dev.junitllm.Trace;
import dev.junitllm.TraceNames;
import dev.junitllm.TraceSpan;
import dev.junitllm.trace.TraceSink;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OtlpSenderTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String ROOT = "b7ad6b7169203331";
    private static final String CHAT = "00f067aa0ba902b7";
    private static final long BEGAN = 1_700_000_000_000_000_000L;

    @Test
    void sendsAWholeTraceWhereContentMayLeave() {
        try (OtlpReceiver backend = OtlpReceiver.accepting()) {
            TraceSink sender = sender(backend.address(), "true");
            sender.ended(trace(TRACE));

            assertThat(sender.close()).isEmpty();

            RecordedRequest request = backend.next();
            assertThat(request.getTarget()).isEqualTo("/v1/traces");
            assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/x-protobuf");
            assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer planted+key=");
            ExportTraceServiceRequest sent = decoded(request);
            assertThat(values(sent.getResourceSpans(0).getResource().getAttributesList()))
                    .containsExactly(Map.entry(TraceNames.SERVICE_NAME, "junit-llm"));
            assertThat(sent.getResourceSpans(0).getScopeSpans(0).getScope().getName())
                    .isEqualTo("dev.junitllm");
            List<Span> spans = OtlpReceiver.spans(sent);
            assertThat(spans).extracting(Span::getName).containsExactly("answers france", "chat m");
            assertThat(spans.get(0).getParentSpanId()).isEqualTo(ByteString.EMPTY);
            Span chat = spans.get(1);
            assertThat(chat.getTraceId()).isEqualTo(bytes(TRACE));
            assertThat(chat.getSpanId()).isEqualTo(bytes(CHAT));
            assertThat(chat.getParentSpanId()).isEqualTo(bytes(ROOT));
            assertThat(chat.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_CLIENT);
            assertThat(chat.getStartTimeUnixNano()).isEqualTo(BEGAN + 1);
            assertThat(chat.getEndTimeUnixNano()).isEqualTo(BEGAN + 2);
            assertThat(chat.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_ERROR);
            assertThat(chat.getStatus().getMessage()).isEqualTo("content: why");
            assertThat(values(chat.getAttributesList())).containsExactlyInAnyOrderEntriesOf(attributes());
            assertThat(chat.getEvents(0).getName()).isEqualTo("exception");
            assertThat(chat.getEvents(0).getTimeUnixNano()).isEqualTo(BEGAN + 2);
            assertThat(values(chat.getEvents(0).getAttributesList()))
                    .containsEntry(TraceNames.EXCEPTION_MESSAGE, "content: thrown");
            assertThat(chat.getLinks(0).getSpanId()).isEqualTo(bytes(ROOT));
        }
    }

    @Test
    void sendsNoContentUnlessItIsToldTo() {
        try (OtlpReceiver backend = OtlpReceiver.accepting()) {
            TraceSink sender = sender(backend.address(), "false");
            sender.ended(trace(TRACE));

            assertThat(sender.close()).isEmpty();

            ExportTraceServiceRequest sent = decoded(backend.next());
            assertThat(sent.toString()).doesNotContain("content:");
            Span chat = OtlpReceiver.spans(sent).get(1);
            assertThat(values(chat.getAttributesList()))
                    .containsOnly(
                            Map.entry(TraceNames.REQUEST_MODEL, "m"),
                            Map.entry(TraceNames.RESPONSE_FINISH_REASONS, List.of("stop")),
                            Map.entry(TraceNames.USAGE_INPUT_TOKENS, 5L),
                            Map.entry(TraceNames.REQUEST_TEMPERATURE, 0.5),
                            Map.entry(TraceNames.REQUEST_STREAM, true),
                            Map.entry("application.rank", 7L),
                            Map.entry("application.ranks", List.of(1L, 2L)),
                            Map.entry("application.shares", List.of(0.5)),
                            Map.entry("application.truths", List.of(true)),
                            Map.entry(TraceNames.ATTRIBUTE + "release", "1.2"));
            assertThat(chat.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_ERROR);
            assertThat(chat.getEventsList()).extracting(Span.Event::getName).containsExactly("exception");
            assertThat(values(chat.getEvents(0).getAttributesList()))
                    .containsOnly(Map.entry(TraceNames.EXCEPTION_TYPE, "java.io.IOException"));
        }
    }

    @Test
    void sendsSeveralTracesAtOnce() {
        try (OtlpReceiver backend = OtlpReceiver.accepting()) {
            TraceSink sender = sender(backend.address(), "false");
            for (int i = 0; i < 20; i++) {
                sender.ended(trace(HexFormat.of().toHexDigits(i + 1L) + "0000000000000001"));
            }

            assertThat(sender.close()).isEmpty();

            assertThat(backend.requests()).isLessThan(5);
            int spans = 0;
            for (int i = 0; i < backend.requests(); i++) {
                spans += OtlpReceiver.spans(decoded(backend.next())).size();
            }
            assertThat(spans).isEqualTo(40);
        }
    }

    @Test
    void saysOnceThatNobodyListens() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        TraceSink sender = sender("http://localhost:" + port + "/", "false");
        long began = System.nanoTime();
        sender.ended(trace(TRACE));
        sender.ended(trace(TRACE));

        assertThat(sender.close())
                .containsExactly(
                        "all of 2 traces were not sent to http://localhost:%d: it can't be reached (ConnectException)"
                                .formatted(port));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    @Tag("slow")
    void waitsTwoSecondsAtMostForABackendThatHangs() {
        try (OtlpReceiver backend = new OtlpReceiver(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build())) {
            TraceSink sender = sender(backend.address(), "false");
            long began = System.nanoTime();
            for (int i = 0; i < 3_000; i++) {
                sender.ended(trace(TRACE));
            }
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));
            long closing = System.nanoTime();

            assertThat(sender.close())
                    .containsExactly(
                            "all of 3000 traces were not sent to %s: it had not taken them two seconds after the run had ended"
                                    .formatted(backend.address()));
            assertThat(Duration.ofNanos(System.nanoTime() - closing)).isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void keepsNoMoreThanTwoThousandWaiting() {
        CountDownLatch signal = new CountDownLatch(1);
        try (OtlpReceiver backend = OtlpReceiver.acceptingAfter(signal)) {
            TraceSink sender = sender(backend.address(), "false");
            sender.ended(trace(TRACE));
            backend.next();
            for (int i = 0; i < 2_500; i++) {
                sender.ended(trace(TRACE));
            }
            signal.countDown();

            String remark = sender.close().get(0);

            Matcher said =
                    Pattern.compile("(\\d+) of 2501 traces were not sent to .*").matcher(remark);
            assertThat(said.matches()).as(remark).isTrue();
            assertThat(Integer.parseInt(said.group(1))).isBetween(500, 2_500); // more where this machine is slow
        }
    }

    @Test
    void doesNotAskAgainWhereItWasRefused() {
        try (OtlpReceiver backend =
                new OtlpReceiver(new MockResponse.Builder().code(401).build())) {
            TraceSink sender = sender(backend.address(), "false");
            sender.ended(trace(TRACE));
            backend.next();
            sender.ended(trace(TRACE));

            assertThat(sender.close())
                    .singleElement()
                    .asString()
                    .startsWith("all of 2 traces were not sent to " + backend.address() + ": it was refused");
            assertThat(backend.requests()).isEqualTo(1);
        }
    }

    @Test
    void hasNothingToSayWhereNothingWasToBeSent() {
        assertThat(sender("http://localhost:9", "false").close()).isEmpty();
    }

    private static TraceSink sender(String address, String content) {
        return new OtlpSinkProvider()
                .create(Configuration.of(
                        name -> Optional.ofNullable(
                                Map.of("junit.llm.otlp.endpoint", address, "junit.llm.otlp.content", content)
                                        .get(name)),
                        Map.of("JUNIT_LLM_OTLP_HEADERS", "Authorization=Bearer%20planted+key=")))
                .orElseThrow();
    }

    private static ByteString bytes(String hex) {
        return ByteString.copyFrom(HexFormat.of().parseHex(hex));
    }

    private static Trace trace(String id) {
        Map<String, Object> resource = Map.of(TraceNames.SERVICE_NAME, "junit-llm");
        return new Trace(
                id,
                List.of(
                        new TraceSpan(
                                ROOT,
                                "",
                                "answers france",
                                "INTERNAL",
                                BEGAN,
                                BEGAN + 3,
                                SpanStatus.UNSET,
                                Map.of(),
                                List.of(),
                                List.of(),
                                "dev.junitllm",
                                resource),
                        new TraceSpan(
                                CHAT,
                                ROOT,
                                "chat m",
                                "CLIENT",
                                BEGAN + 1,
                                BEGAN + 2,
                                new SpanStatus(SpanStatus.Code.ERROR, "content: why"),
                                attributes(),
                                List.of(
                                        new SpanEvent(
                                                TraceNames.EXCEPTION,
                                                BEGAN + 2,
                                                Map.of(
                                                        TraceNames.EXCEPTION_TYPE, "java.io.IOException",
                                                        TraceNames.EXCEPTION_MESSAGE, "content: thrown")),
                                        new SpanEvent(TraceNames.LOG, BEGAN + 2, Map.of("body", "content: line"))),
                                List.of(new SpanLink(id, ROOT, Map.of())),
                                "dev.junitllm",
                                resource)));
    }

    private static Map<String, Object> attributes() {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put(TraceNames.REQUEST_MODEL, "m");
        attributes.put(TraceNames.RESPONSE_FINISH_REASONS, List.of("stop"));
        attributes.put(TraceNames.USAGE_INPUT_TOKENS, 5L);
        attributes.put(TraceNames.REQUEST_TEMPERATURE, 0.5);
        attributes.put(TraceNames.REQUEST_STREAM, true);
        attributes.put(TraceNames.ATTRIBUTE + "release", "1.2");
        attributes.put("application.rank", 7L);
        attributes.put("application.ranks", List.of(1L, 2L));
        attributes.put("application.shares", List.of(0.5));
        attributes.put("application.truths", List.of(true));
        for (String name : List.of(
                TraceNames.SYSTEM_INSTRUCTIONS,
                TraceNames.INPUT_MESSAGES,
                TraceNames.OUTPUT_MESSAGES,
                TraceNames.TOOL_DEFINITIONS,
                TraceNames.TOOL_CALL_ARGUMENTS,
                TraceNames.TOOL_CALL_RESULT,
                TraceNames.RETRIEVAL_QUERY,
                TraceNames.RETRIEVAL_DOCUMENTS,
                TraceNames.EVALUATION_EXPLANATION,
                TraceNames.INPUT_VALUE,
                TraceNames.OUTPUT_VALUE,
                "gen_ai.prompt.0.content",
                "llm.input_messages.0.message.content",
                "retrieval.documents.0.document.content",
                "application.question",
                "url.full")) {
            attributes.put(name, "content: " + name);
        }
        attributes.put("application.questions", List.of("content: one"));
        return attributes;
    }
}
