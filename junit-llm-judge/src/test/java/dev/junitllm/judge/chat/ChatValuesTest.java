package dev.junitllm.judge.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.Usage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatValuesTest {

    private final ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");

    @Test
    void aLambdaIsAModelAndCanBeGivenAName() throws Exception {
        ChatModel model = request -> ChatReply.of(request.messages().get(0).text() + "!");

        assertThat(model.describe()).hasToString("custom/unnamed");
        ChatModel named = model.describedAs(new ChatModelDescription("bedrock", "nova", Map.of("region", "eu")));
        assertThat(named.describe()).hasToString("bedrock/nova {region=eu}").hasToString(named.toString());
        assertThat(named.chat(ChatRequest.of(ChatMessage.user("Hello"))).text()).isEqualTo("Hello!");
    }

    @Test
    void keepsSchemasAndValuesFromBeingChanged() {
        OutputSchema output = new OutputSchema("verdict", schema);
        ChatReply reply = ChatReply.of("").withStructured(schema);
        schema.put("type", "array");
        ((ObjectNode) output.schema()).removeAll();
        ((ObjectNode) reply.structured()).removeAll();

        assertThat(output.schema().path("type").textValue()).isEqualTo("object");
        assertThat(reply.structured().path("type").textValue()).isEqualTo("object");
    }

    @Test
    void changesOnePartAndKeepsTheRest() {
        ChatReply reply = ChatReply.of("{}")
                .withStructured(schema)
                .withFinish(FinishReason.LENGTH, "max_tokens")
                .withRefusal("no")
                .withUsage(Usage.of(1, 2))
                .withLogprobs(List.of(new TokenLogprob("a", -1, List.of())))
                .withOrigin("m", "id")
                .withNotes(List.of("one"))
                .withNotes(List.of("two"))
                .asReplayed();

        assertThat(reply)
                .isEqualTo(new ChatReply(
                        "{}",
                        schema,
                        FinishReason.LENGTH,
                        "max_tokens",
                        "no",
                        Usage.of(1, 2),
                        List.of(new TokenLogprob("a", -1, List.of())),
                        "m",
                        "id",
                        List.of("one", "two"),
                        true));
        Sampling sampling = Sampling.DEFAULT
                .withTemperature(0)
                .withMaxOutputTokens(10)
                .withSeed(1)
                .withTopLogprobs(5);
        assertThat(sampling).isEqualTo(new Sampling(0.0, 10, 1L, 5));
        CallLabel label = CallLabel.NONE
                .withCaseId("c")
                .withSample(2)
                .withVote(3)
                .withNonce("n")
                .withSince(4);
        assertThat(label).isEqualTo(new CallLabel("c", 2, 3, "n", 4));
        ChatRequest request = ChatRequest.of(ChatMessage.system("s"))
                .withOutput(new OutputSchema("o", schema))
                .withSampling(sampling)
                .withLabel(label)
                .followedBy(ChatMessage.assistant("a"), ChatMessage.user("u"));
        assertThat(request)
                .isEqualTo(new ChatRequest(
                        List.of(
                                new ChatMessage(ChatRole.SYSTEM, "s"),
                                new ChatMessage(ChatRole.ASSISTANT, "a"),
                                new ChatMessage(ChatRole.USER, "u")),
                        new OutputSchema("o", schema),
                        sampling,
                        label));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "ä", "a.b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void refusesNamesOfSchemasThatOpenAiWouldRefuse(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OutputSchema(name, schema))
                .withMessage("name = \"%s\": 1 to 64 letters, digits, hyphens and underscores are allowed", name);
    }

    @Test
    void refusesWhatNoModelTakes() {
        assertThatIllegalArgumentException().isThrownBy(() -> Sampling.DEFAULT.withTemperature(2.1));
        assertThatIllegalArgumentException().isThrownBy(() -> Sampling.DEFAULT.withTemperature(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> Sampling.DEFAULT.withMaxOutputTokens(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Sampling.DEFAULT.withTopLogprobs(21));
        assertThatIllegalArgumentException().isThrownBy(() -> Sampling.DEFAULT.withTopLogprobs(-1));
        assertThatIllegalArgumentException().isThrownBy(ChatRequest::of);
        assertThatIllegalArgumentException().isThrownBy(() -> CallLabel.NONE.withVote(0));
        assertThatIllegalArgumentException().isThrownBy(() -> CallLabel.NONE.withSample(0));
        assertThatIllegalArgumentException().isThrownBy(() -> ChatModelDescription.of("openai", " "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OutputSchema("o", JsonNodeFactory.instance.arrayNode()));
    }
}
