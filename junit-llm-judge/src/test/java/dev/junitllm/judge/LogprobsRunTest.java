package dev.junitllm.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.Actual;
import dev.junitllm.judge.criteria.Criteria;
import dev.junitllm.jupiter.GoldenSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Levels weighted by what an OpenAI-compatible server tells of its tokens, through the real engine. */
@Timeout(60)
class LogprobsRunTest {

    static class CoherentTestCases {

        /** The level alone, 4 of 5, would be 0.75. */
        @GoldenSet("embedding/pets.jsonl")
        @JudgeScore(value = Criteria.COHERENCE, logprobs = true, atLeast = 0.8)
        void answers(Actual actual) {
            actual.output("A kitten, if you please.");
        }
    }

    @Test
    void theScoreIsTheMeanOverTheTokensThatTheServerTellsOf() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.setDispatcher(new HesitatesBetweenFourAndFive());
            server.start();

            EngineTestKit.engine("junit-jupiter")
                    .selectors(selectClass(CoherentTestCases.class))
                    .configurationParameter("junit.llm.console", "off")
                    .configurationParameter("junit.llm.cassette.mode", "live")
                    .configurationParameter("junit.llm.judge.model", "m")
                    .configurationParameter(
                            "junit.llm.judge.base-url", server.url("/v1").toString())
                    .execute()
                    .testEvents()
                    .assertStatistics(all -> all.started(3).succeeded(3));

            var sent =
                    new ObjectMapper().readTree(server.takeRequest().getBody().utf8());
            assertThat(sent.path("logprobs").asBoolean()).isTrue();
            assertThat(sent.path("top_logprobs").asInt()).isEqualTo(10);
        }
    }

    private static final class HesitatesBetweenFourAndFive extends Dispatcher {

        private static final Pattern CODE = Pattern.compile("whose field `nonce` is (\\w+)");

        @Override
        public MockResponse dispatch(RecordedRequest request) {
            Matcher code = CODE.matcher(request.getBody().utf8());
            assertThat(code.find()).isTrue();
            String before = "{\"nonce\":\"" + code.group(1) + "\",\"score\":";
            ObjectNode reply = JsonNodeFactory.instance.objectNode();
            ObjectNode choice = reply.putArray("choices").addObject().put("finish_reason", "stop");
            choice.putObject("message").put("content", before + "4}");
            ArrayNode tokens = choice.putObject("logprobs").putArray("content");
            tokens.addObject().put("token", before).put("logprob", 0).putArray("top_logprobs");
            ArrayNode likeliest = tokens.addObject()
                    .put("token", "4")
                    .put("logprob", Math.log(0.6))
                    .putArray("top_logprobs");
            likeliest.addObject().put("token", "4").put("logprob", Math.log(0.6));
            likeliest.addObject().put("token", "5").put("logprob", Math.log(0.4));
            tokens.addObject().put("token", "}").put("logprob", 0).putArray("top_logprobs");
            return new MockResponse.Builder()
                    .addHeader("Content-Type", "application/json")
                    .body(reply.toString())
                    .build();
        }
    }
}
