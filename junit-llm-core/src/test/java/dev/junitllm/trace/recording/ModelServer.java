package dev.junitllm.trace.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

public final class ModelServer implements AutoCloseable {

    private final MockWebServer server = new MockWebServer();

    /** Answers each body of a request. */
    public ModelServer(Function<String, MockResponse> answers) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String body = request.getBody() == null ? "" : request.getBody().utf8();
                return answers.apply(body);
            }
        });
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With {@code /v1} at the end. */
    public String address() {
        return server.url("/v1").toString();
    }

    public String host() {
        return server.getHostName();
    }

    public static MockResponse json(String body) {
        return new MockResponse.Builder()
                .setHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    /** A message of text. */
    public static MockResponse says(String text) {
        return json("""
                {"id":"chatcmpl-1","object":"chat.completion","created":1,"model":"gpt-4o-mini-2024","choices":[{"index":0,
                 "message":{"role":"assistant","content":"%s"},"finish_reason":"stop"}],
                 "usage":{"prompt_tokens":50,"completion_tokens":12,"total_tokens":62,
                  "prompt_tokens_details":{"cached_tokens":20},"completion_tokens_details":{"reasoning_tokens":3}}}""".formatted(text));
    }

    /** A call of a tool. */
    public static MockResponse calls(String tool, String arguments) {
        return json("""
                {"id":"chatcmpl-2","object":"chat.completion","created":1,"model":"gpt-4o-mini-2024","choices":[{"index":0,
                 "message":{"role":"assistant","content":null,"tool_calls":[{"id":"call_1","type":"function",
                  "function":{"name":"%s","arguments":"%s"}}]},"finish_reason":"tool_calls"}],
                 "usage":{"prompt_tokens":10,"completion_tokens":5,"total_tokens":15}}""".formatted(tool, arguments.replace("\"", "\\\"")));
    }

    /** Pieces of text, as events. */
    public static MockResponse streams(String... pieces) {
        StringBuilder events = new StringBuilder();
        for (String piece : pieces) {
            events.append(
                            "data: {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"gpt-4o-mini-2024\",")
                    .append("\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"")
                    .append(piece)
                    .append("\"},\"finish_reason\":null}]}\n\n");
        }
        events.append(
                        "data: {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"gpt-4o-mini-2024\",")
                .append("\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n")
                .append(
                        "data: {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"gpt-4o-mini-2024\",\"choices\":[],")
                .append(
                        "\"usage\":{\"prompt_tokens\":50,\"completion_tokens\":12,\"total_tokens\":62}}\n\ndata: [DONE]\n\n");
        return new MockResponse.Builder()
                .setHeader("Content-Type", "text/event-stream")
                .body(events.toString())
                .build();
    }

    /** Vectors for as many texts. */
    public static MockResponse embeds(int texts) {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < texts; i++) {
            data.append(i == 0 ? "" : ",")
                    .append("{\"object\":\"embedding\",\"index\":")
                    .append(i)
                    .append(",\"embedding\":[0.6,0.8,0.0]}");
        }
        return json("{\"object\":\"list\",\"model\":\"text-embedding-3-small\",\"data\":[" + data
                + "],\"usage\":{\"prompt_tokens\":4,\"total_tokens\":4}}");
    }

    @Override
    public void close() {
        server.close();
    }
}
