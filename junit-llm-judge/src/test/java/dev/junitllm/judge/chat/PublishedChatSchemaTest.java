package dev.junitllm.judge.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;

/** Holds what is sent to OpenAI's published description of the API, and to the fields it names: it allows any others. */
@EnabledIf(value = "isPresent", disabledReason = "skipped: there is no shared folder beside the checkout")
@Timeout(60)
class PublishedChatSchemaTest {

    private static final Path SCHEMAS =
            Path.of(System.getProperty("junitllm.shared", "../../shared"), "data", "openai-chat-schemas.json");
    private static final String REPLY = """
        {"id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": "m",
         "choices": [{"index": 0, "finish_reason": "stop", "logprobs": null,
           "message": {"role": "assistant", "content": "Yes", "refusal": null}}]}\
        """;

    static boolean isPresent() {
        return Files.isRegularFile(SCHEMAS);
    }

    @Test
    void sendsWhatTheDescriptionAllows() throws Exception {
        assertThat(schema("CreateChatCompletionResponse").validate(ModelServer.json(REPLY)))
                .isEmpty();
        JsonSchema allowed = schema("CreateChatCompletionRequest");
        List<ChatRequest> requests = List.of(
                ModelServer.question(),
                ModelServer.question().withSampling(new Sampling(0.0, 100, 1L, 20)),
                ModelServer.question()
                        .followedBy(ChatMessage.assistant("{}"), ChatMessage.user("Once more \ud800"))
                        .withOutput(ModelServer.verdict())
                        .withSampling(new Sampling(2.0, 1, Long.MAX_VALUE, 0)));
        try (ModelServer server = new ModelServer()) {
            for (ChatRequest request : requests) {
                for (OpenAiProtocol protocol : protocols()) {
                    JsonNode body = protocol.body(request, Set.of());
                    assertThat(allowed.validate(body)).isEmpty();
                    assertThat(unknownFields(body)).isEmpty();
                    assertThat(allowed.validate(protocol.body(request, Set.of(Adjustment.OTHER_OUTPUT_FORM))))
                            .isEmpty();
                }
                server.answer(REPLY);
                OpenAiChat.compatible(server.url("/v1"), "m", ModelServer.options())
                        .chat(request);
                assertThat(allowed.validate(server.body())).isEmpty();
            }
        }
    }

    @Test
    void wouldNoticeARequestThatIsWrong() throws Exception {
        JsonSchema allowed = schema("CreateChatCompletionRequest");

        assertThat(allowed.validate(ModelServer.json("{\"model\": \"m\", \"messages\": []}")))
                .isNotEmpty();
        assertThat(unknownFields(ModelServer.json("{\"model\": \"m\", \"temperatur\": 1}")))
                .containsExactly("temperatur");
    }

    private static List<OpenAiProtocol> protocols() {
        return List.of(
                new OpenAiProtocol("m", OpenAiProtocol.NEW_LIMIT), new OpenAiProtocol("m", OpenAiProtocol.OLD_LIMIT));
    }

    private static Set<String> unknownFields(JsonNode body) throws Exception {
        Set<String> known = new HashSet<>();
        collect(ModelServer.json(Files.readString(SCHEMAS)), "CreateChatCompletionRequest", known);
        Set<String> unknown = new HashSet<>();
        body.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                unknown.add(name);
            }
        });
        return unknown;
    }

    /** The fields of a schema, and of those it is made of. */
    private static void collect(JsonNode schemas, String name, Set<String> known) {
        collect(schemas, schemas.at("/components/schemas/" + name), known);
    }

    private static void collect(JsonNode schemas, JsonNode schema, Set<String> known) {
        schema.path("properties").fieldNames().forEachRemaining(known::add);
        for (JsonNode part : schema.path("allOf")) {
            String reference = part.path("$ref").asText("");
            if (reference.isEmpty()) {
                collect(schemas, part, known);
            } else {
                collect(schemas, reference.substring(reference.lastIndexOf('/') + 1), known);
            }
        }
    }

    private static JsonSchema schema(String name) throws Exception {
        String schemas = Files.readString(SCHEMAS);
        return JsonSchemaFactory.getInstance(
                        VersionFlag.V202012,
                        builder -> builder.schemaLoaders(loaders -> loaders.schemas(address -> schemas)))
                .getSchema(SchemaLocation.of("https://junitllm.dev/openai.json#/components/schemas/" + name));
    }
}
