package dev.junitllm.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.Actual;
import dev.junitllm.Document;
import dev.junitllm.GoldenCase;
import dev.junitllm.judge.chat.HttpChatModel;
import dev.junitllm.judge.chat.OpenAiChat;
import dev.junitllm.judge.criteria.Criteria;
import dev.junitllm.judge.http.HttpLimits;
import dev.junitllm.judge.http.HttpOptions;
import dev.junitllm.score.ScoringException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A judgement of several steps has one time limit for all of them. */
@Timeout(60)
class JudgementTimeoutTest {

    private static final int STEP_MILLIS = 300;

    @Test
    void stepsThatAreEachQuickEnoughMayTakeTooLongTogether() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.setDispatcher(new TakesItsTime());
            server.start();

            assertThat(judge(server, STEP_MILLIS * 20)).isNull();
            assertThat(judge(server, STEP_MILLIS * 3 / 2))
                    .hasMessageContaining("all calls of a judgement may take 0.45 s")
                    .returns("TIMEOUT", ScoringException::kind);
        }
    }

    /** Of two steps. */
    private static ScoringException judge(MockWebServer server, int millis) {
        HttpOptions options = HttpOptions.create().withLimits(HttpLimits.DEFAULTS.withCall(Duration.ofMillis(millis)));
        try (HttpChatModel model = OpenAiChat.compatible(server.url("/v1").toString(), "m", options)) {
            Actual actual =
                    Actual.of("We open at nine.").retrieved(List.of(Document.of("hours", "The shop opens at nine.")));
            return catchThrowableOfType(
                    ScoringException.class,
                    () -> Judge.on(Criteria.FAITHFULNESS)
                            .by(model)
                            .score(GoldenCase.builder("1", "When?").build(), actual));
        }
    }

    /** Finds one claim, and finds it in the context. */
    private static final class TakesItsTime extends Dispatcher {

        private static final Pattern CODE = Pattern.compile("whose field `nonce` is (\\w+)");

        @Override
        public MockResponse dispatch(RecordedRequest request) {
            String body = request.getBody().utf8();
            Matcher code = CODE.matcher(body);
            assertThat(code.find()).isTrue();
            ObjectNode verdict = JsonNodeFactory.instance.objectNode().put("nonce", code.group(1));
            ObjectNode claim = verdict.putArray("claims").addObject().put("id", "k1");
            if (body.contains("ENTAILED")) {
                claim.put("quote", "opens at nine")
                        .put("chunk_id", "c1")
                        .put("reason", "it says so")
                        .put("verdict", "ENTAILED");
            } else {
                claim.put("text", "The shop opens at nine.");
            }
            ObjectNode reply = JsonNodeFactory.instance.objectNode();
            reply.putArray("choices")
                    .addObject()
                    .put("finish_reason", "stop")
                    .putObject("message")
                    .put("content", verdict.toString());
            return new MockResponse.Builder()
                    .headersDelay(STEP_MILLIS, TimeUnit.MILLISECONDS)
                    .addHeader("Content-Type", "application/json")
                    .body(reply.toString())
                    .build();
        }
    }
}
