package dev.junitllm.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** An application that asks a model by OkHttp and Jackson, and what one asks any model with by hand. */
final class RemoteApplication {

    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final MediaType JSON = MediaType.get("application/json");
    private static final String ADDRESS = System.getProperty("benchmark.model", "") + "/chat/completions";
    private static final int CONNECTIONS = 64;

    private RemoteApplication() {}

    /** A client as one makes it for so many calls at once. */
    static OkHttpClient client() {
        return new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(CONNECTIONS, 1, TimeUnit.MINUTES))
                .build();
    }

    static String answer(OkHttpClient client, String question) throws IOException {
        ObjectNode request = MAPPER.createObjectNode().put("model", ModelServer.APPLICATION);
        request.putArray("messages").addObject().put("role", "user").put("content", question);
        return ask(client, request);
    }

    /** The text of what comes back. */
    static String ask(OkHttpClient client, JsonNode request) throws IOException {
        Request call = new Request.Builder()
                .url(ADDRESS)
                .post(RequestBody.create(MAPPER.writeValueAsBytes(request), JSON))
                .build();
        try (Response response = client.newCall(call).execute()) {
            if (!response.isSuccessful()) {
                throw new IOException("answered " + response.code());
            }
            return MAPPER.readTree(response.body().bytes())
                    .at("/choices/0/message/content")
                    .asText();
        }
    }
}
