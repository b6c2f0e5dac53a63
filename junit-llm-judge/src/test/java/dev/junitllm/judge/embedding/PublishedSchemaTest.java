package dev.junitllm.judge.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;

/** Holds what is sent and what is understood to OpenAI's published description of the API. */
@EnabledIf(value = "isPresent", disabledReason = "skipped: there is no shared folder beside the checkout")
@Timeout(60)
class PublishedSchemaTest {

    private static final Path SCHEMAS =
            Path.of(System.getProperty("junitllm.shared", "../../shared"), "data", "openai-chat-schemas.json");
    private static final String ADDRESS = "https://junitllm.dev/openai.json";

    private final ObjectMapper mapper = new ObjectMapper();

    static boolean isPresent() {
        return Files.isRegularFile(SCHEMAS);
    }

    @Test
    void sendsWhatTheDescriptionAllowsAndReadsWhatItPromises() throws Exception {
        String reply = """
                {"object": "list", "model": "m", "usage": {"prompt_tokens": 2, "total_tokens": 2},
                 "data": [{"object": "embedding", "index": 0, "embedding": [0.1, 0.2]}]}""";
        assertThat(schema("CreateEmbeddingResponse").validate(mapper.readTree(reply)))
                .isEmpty();
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            server.enqueue(new MockResponse.Builder().body(reply).build());
            server.enqueue(new MockResponse.Builder().body(reply).build());
            var builder = OpenAiEmbeddings.builder(server.url("/v1").toString(), "text-embedding-3-small");

            assertThat(builder.build().embed(List.of("Grüße, 世界 😀 \ud800"))).hasSize(1);
            assertThat(builder.dimensions(2).build().embed(List.of("a"))).hasSize(1);

            for (int i = 0; i < 2; i++) {
                JsonNode request =
                        mapper.readTree(server.takeRequest().getBody().utf8());
                assertThat(schema("CreateEmbeddingRequest").validate(request)).isEmpty();
            }
        }
    }

    @Test
    void wouldNoticeARequestThatIsWrong() throws Exception {
        assertThat(schema("CreateEmbeddingRequest").validate(mapper.readTree("{\"model\": \"m\", \"inputs\": []}")))
                .isNotEmpty();
    }

    private static JsonSchema schema(String name) throws Exception {
        String schemas = Files.readString(SCHEMAS);
        return JsonSchemaFactory.getInstance(
                        VersionFlag.V202012,
                        builder -> builder.schemaLoaders(loaders -> loaders.schemas(address -> schemas)))
                .getSchema(SchemaLocation.of(ADDRESS + "#/components/schemas/" + name));
    }
}
