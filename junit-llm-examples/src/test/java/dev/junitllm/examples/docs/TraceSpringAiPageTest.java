package dev.junitllm.examples.docs;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.jupiter.GoldenSet;
import dev.junitllm.score.trace.CalledTool;
import dev.junitllm.score.trace.MaxModelCalls;
import dev.junitllm.score.trace.NoErrorSpan;
import dev.junitllm.trace.springai.SpringAiTraces;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.model.tool.ToolCallingManager;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.ai.openai.api.OpenAiApi;
import org.springframework.ai.tool.annotation.Tool;

/** The code of docs/trace-spring-ai.md, run. */
class TraceSpringAiPageTest {

    static final class LeaveTools {
        @Tool(description = "finds the days of leave in a country")
        String daysOfLeave(String country) {
            return "30 days";
        }
    }

    static class TracedTestCases {

        private static LoopbackModel server;

        @BeforeAll
        static void start() {
            server = LoopbackModel.started(
                    LoopbackModel.CALL, LoopbackModel.ANSWER,
                    LoopbackModel.CALL, LoopbackModel.ANSWER,
                    LoopbackModel.CALL, LoopbackModel.ANSWER);
        }

        @AfterAll
        static void stop() {
            server.close();
        }

        private ChatModel model(ObservationRegistry registry) {
            return OpenAiChatModel.builder()
                    .openAiApi(OpenAiApi.builder()
                            .baseUrl(server.address())
                            .apiKey("none")
                            .build())
                    .defaultOptions(
                            OpenAiChatOptions.builder().model("gpt-4o-mini").build())
                    .toolCallingManager(ToolCallingManager.builder()
                            .observationRegistry(registry)
                            .build())
                    .observationRegistry(registry)
                    .build();
        }

        // tag::client[]
        private final ObservationRegistry registry = ObservationRegistry.create();
        private final ChatClient client = ChatClient.create(model(registry), registry);

        {
            registry.observationConfig().observationHandler(SpringAiTraces.observationHandler());
        }

        @GoldenSet("docs/numbers.jsonl")
        @CalledTool("daysOfLeave")
        @MaxModelCalls(2)
        @NoErrorSpan
        void answers(GoldenCase golden, Actual actual) {
            actual.output(client.prompt()
                    .user(golden.input())
                    .tools(new LeaveTools())
                    .call()
                    .content());
        }
        // end::client[]
    }

    @Test
    void everyCaseCallsItsTool() {
        PageRun.green(TracedTestCases.class, "answers");
    }
}
