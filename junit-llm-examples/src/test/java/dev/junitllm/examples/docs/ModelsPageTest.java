package dev.junitllm.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Configuration;
import dev.junitllm.Usage;
import dev.junitllm.judge.chat.ChatMessage;
import dev.junitllm.judge.chat.ChatModel;
import dev.junitllm.judge.chat.ChatModelDescription;
import dev.junitllm.judge.chat.ChatModelProvider;
import dev.junitllm.judge.chat.ChatReply;
import dev.junitllm.judge.chat.ChatRequest;
import dev.junitllm.judge.chat.FinishReason;
import dev.junitllm.judge.chat.LangChain4jChat;
import dev.junitllm.judge.chat.OpenAiChat;
import dev.junitllm.judge.chat.SpringAiChat;
import dev.junitllm.judge.http.ApiKey;
import dev.junitllm.judge.http.HttpLimits;
import dev.junitllm.judge.http.HttpOptions;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;

/** The code of docs/models.md, run as far as no server is needed. */
class ModelsPageTest {

    /** Stands for the SDK of a provider that no client of ours reaches. */
    record Bedrock(String region) {

        record Answer(String text, String stopReason, long inputTokens, long outputTokens) {}

        Answer converse(String model, List<ChatMessage> messages) {
            String last = messages.get(messages.size() - 1).text();
            return new Answer(model + " in " + region + " says " + last, "end_turn", 3, 4);
        }
    }

    @Test
    void makesClients() {
        Credential credential = () -> "token";
        // tag::azure[]
        ChatModel azure = OpenAiChat.azure(
                "https://example.openai.azure.com",
                "judge-mini", // the deployment
                "2024-10-21",
                HttpOptions.create().withToken(credential::token)); // Entra ID; asked before every attempt
        // end::azure[]
        assertThat(azure.describe()).hasToString("azure/judge-mini {api-version=2024-10-21}");

        // tag::client[]
        ChatModel vllm = OpenAiChat.compatible(
                "https://models.example.com/v1",
                "Qwen3-8B",
                HttpOptions.create()
                        .withKey(new ApiKey("MODELS_KEY", System.getenv().getOrDefault("MODELS_KEY", "none")))
                        .withLimits(HttpLimits.DEFAULTS.withAttempt(Duration.ofSeconds(30)))
                        .withConcurrency(8)
                        .withClient(client -> client.proxy(new Proxy(
                                Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy.example.com", 3128)))));
        // end::client[]
        assertThat(vllm.describe()).hasToString("openai-compatible/Qwen3-8B");
    }

    @Test
    void takesALambda() throws Exception {
        // tag::lambda[]
        var bedrock = new Bedrock("eu-central-1");
        ChatModel judge = request -> {
            var answer = bedrock.converse("nova-lite", request.messages());
            return ChatReply.of(answer.text())
                    .withFinish(
                            answer.stopReason().equals("end_turn") ? FinishReason.STOP : FinishReason.OTHER,
                            answer.stopReason())
                    .withUsage(Usage.of(answer.inputTokens(), answer.outputTokens()));
        };
        judge = judge.describedAs(ChatModelDescription.of("bedrock", "nova-lite"));
        // end::lambda[]
        assertThat(judge.chat(ChatRequest.of(ChatMessage.user("yes"))).text())
                .isEqualTo("nova-lite in eu-central-1 says yes");
        assertThat(judge.describe()).hasToString("bedrock/nova-lite");
    }

    // tag::provider[]
    public static final class BedrockModels implements ChatModelProvider {

        @Override
        public String name() {
            return "bedrock"; // junit.llm.judge.provider = bedrock
        }

        @Override
        public ChatModel create(String model, Configuration configuration) {
            var bedrock = new Bedrock("eu-central-1");
            ChatModel asking = request ->
                    ChatReply.of(bedrock.converse(model, request.messages()).text());
            return asking.describedAs(ChatModelDescription.of(name(), model));
        }
    }
    // end::provider[]

    @Test
    void takesAProvider() {
        Configuration nothing = Configuration.of(key -> Optional.empty(), Map.of());

        assertThat(new BedrockModels().create("nova-lite", nothing).describe()).hasToString("bedrock/nova-lite");
    }

    @Test
    void takesModelsOfOtherLibraries() throws Exception {
        dev.langchain4j.model.chat.ChatModel langChain4jModel = new dev.langchain4j.model.chat.ChatModel() {};
        org.springframework.ai.chat.model.ChatModel springAiModel =
                prompt -> new ChatResponse(List.of(new Generation(new AssistantMessage("yes"))));
        // tag::adapters[]
        ChatModel fromLangChain4j = LangChain4jChat.of(langChain4jModel);
        ChatModel fromSpringAi = SpringAiChat.of(springAiModel);
        // end::adapters[]
        assertThat(fromLangChain4j.describe()).hasToString("langchain4j-other/unnamed");
        assertThat(fromSpringAi.chat(ChatRequest.of(ChatMessage.user("?"))).text())
                .isEqualTo("yes");
    }

    private interface Credential {
        String token();
    }
}
