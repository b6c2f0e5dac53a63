package dev.junitllm.examples.docs;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A server on loopback that speaks as OpenAI's does, and gives the answers it was given, and then always the same one. */
final class LoopbackModel implements AutoCloseable {

    /** A call of a tool. */
    static final String CALL = """
            {"id":"chatcmpl-1","object":"chat.completion","created":1,"model":"gpt-4o-mini-2024-07-18","choices":[{"index":0,
            "message":{"role":"assistant","content":null,"tool_calls":[{"id":"call_1","type":"function",
            "function":{"name":"daysOfLeave","arguments":"{\\"country\\":\\"France\\"}"}}]},"finish_reason":"tool_calls"}],
            "usage":{"prompt_tokens":40,"completion_tokens":8,"total_tokens":48}}""";

    /** A message. */
    static final String ANSWER = """
            {"id":"chatcmpl-1","object":"chat.completion","created":1,"model":"gpt-4o-mini-2024-07-18","choices":[{"index":0,
            "message":{"role":"assistant","content":"It is 42."},"finish_reason":"stop"}],
            "usage":{"prompt_tokens":50,"completion_tokens":12,"total_tokens":62}}""";

    private final HttpServer server;
    private final Queue<String> answers = new ConcurrentLinkedQueue<>();

    private LoopbackModel(HttpServer server) {
        this.server = server;
    }

    static LoopbackModel started(String... answers) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            LoopbackModel model = new LoopbackModel(server);
            model.answers.addAll(List.of(answers));
            server.createContext("/", model::answer);
            server.start();
            return model;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String next = answers.poll();
        byte[] bytes = (next == null ? ANSWER : next).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
