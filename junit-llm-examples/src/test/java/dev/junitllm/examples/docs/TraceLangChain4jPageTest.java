package dev.junitllm.examples.docs;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.examples.handbook.Handbook;
import dev.junitllm.examples.handbook.HandbookAssistant;
import dev.junitllm.examples.handbook.HandbookBot;
import dev.junitllm.jupiter.GoldenSet;
import dev.junitllm.score.trace.CalledTool;
import dev.junitllm.score.trace.MaxModelCalls;
import dev.junitllm.score.trace.NoErrorSpan;
import dev.junitllm.trace.langchain4j.LangChain4jTraces;
import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.service.AiServices;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The code of docs/trace-langchain4j.md, run. */
class TraceLangChain4jPageTest {

    interface HandbookAgent {
        String answer(String question);
    }

    static final class LeaveTools {
        @Tool("finds the days of leave in a country")
        String daysOfLeave(@P("country") String country) {
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

        private final HandbookAssistant search = new HandbookBot(Handbook.load());
        private final ContentRetriever pages = query -> search.retrieve(query.text()).stream()
                .map(found -> Content.from(TextSegment.from(
                        found.passage().text(),
                        Metadata.from("id", found.passage().id()))))
                .toList();
        private final String address = server.address() + "/v1";

        // tag::service[]
        private final HandbookAgent agent = AiServices.builder(HandbookAgent.class)
                .chatModel(OpenAiChatModel.builder()
                        .baseUrl(address)
                        .apiKey("none")
                        .modelName("gpt-4o-mini")
                        .listeners(LangChain4jTraces.chatListener())
                        .build())
                .contentRetriever(LangChain4jTraces.retriever("handbook", pages))
                .tools(new LeaveTools())
                .build();

        @GoldenSet("docs/numbers.jsonl")
        @CalledTool("daysOfLeave")
        @MaxModelCalls(2)
        @NoErrorSpan
        void answers(GoldenCase golden, Actual actual) {
            actual.output(agent.answer(golden.input()));
        }
        // end::service[]
    }

    @Test
    void everyCaseCallsItsTool() {
        PageRun.green(TracedTestCases.class, "answers");
    }

    @Test
    void makesAModelOfEmbeddings() {
        String address = "http://localhost:1/v1";
        // tag::embedding[]
        var embeddings = OpenAiEmbeddingModel.builder()
                .baseUrl(address)
                .apiKey("none")
                .modelName("text-embedding-3-small")
                .listeners(List.of(LangChain4jTraces.embeddingListener()))
                .build();
        // end::embedding[]
        org.assertj.core.api.Assertions.assertThat(embeddings.modelName()).isEqualTo("text-embedding-3-small");
    }
}
