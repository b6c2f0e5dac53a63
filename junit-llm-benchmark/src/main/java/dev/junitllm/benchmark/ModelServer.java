package dev.junitllm.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The program of the process that stands for a provider: chat completions on loopback, each after the same time. It is the
 * application's model and the judge, told apart by their names, and ends with its standard input.
 */
final class ModelServer {

    /** What the application's model is called. */
    static final String APPLICATION = "application";

    /** What the judge is called. */
    static final String JUDGE = "judge";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Pattern NONCE = Pattern.compile("whose field `nonce` is (\\S+)");
    private static final int BACKLOG = 1_000;
    private static final int OK = 200;

    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final long latencyMillis;

    private ModelServer(long latencyMillis) {
        this.latencyMillis = latencyMillis;
    }

    /**
     * Serves.
     *
     * @param arguments how many milliseconds an answer takes
     * @throws IOException where there is no port
     */
    public static void main(String[] arguments) throws IOException {
        ModelServer answers = new ModelServer(Long.parseLong(arguments[0]));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        server.setExecutor(threads);
        server.createContext("/v1/chat/completions", answers::chat);
        server.createContext("/asked", answers::asked);
        server.start();
        System.out.println(server.getAddress().getPort());
        System.in.readAllBytes();
        server.stop(0);
        threads.shutdownNow();
        answers.clock.shutdownNow();
    }

    private void chat(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        JsonNode request = MAPPER.readTree(exchange.getRequestBody());
        byte[] reply = MAPPER.writeValueAsBytes(reply(request));
        var sending = clock.schedule(() -> send(exchange, reply), latencyMillis, TimeUnit.MILLISECONDS);
        if (sending.isCancelled()) {
            throw new IOException("the server stops");
        }
    }

    private void asked(HttpExchange exchange) {
        send(exchange, Integer.toString(asked.get()).getBytes(StandardCharsets.US_ASCII));
    }

    private static void send(HttpExchange exchange, byte[] body) {
        try (OutputStream out = exchange.getResponseBody()) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(OK, body.length);
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode reply(JsonNode request) {
        String model = request.path("model").asText();
        String last = request.path("messages")
                .path(request.path("messages").size() - 1)
                .path("content")
                .asText();
        ObjectNode reply = MAPPER.createObjectNode();
        reply.put("id", "chatcmpl-1").put("object", "chat.completion").put("model", model);
        ObjectNode choice =
                reply.putArray("choices").addObject().put("index", 0).put("finish_reason", "stop");
        choice.putObject("message")
                .put("role", "assistant")
                .put("content", model.equals(JUDGE) ? verdict(last) : Application.answer(last));
        reply.putObject("usage")
                .put("prompt_tokens", 700)
                .put("completion_tokens", 40)
                .put("total_tokens", 740);
        return reply;
    }

    private static String verdict(String asked) {
        ObjectNode verdict = MAPPER.createObjectNode();
        Matcher nonce = NONCE.matcher(asked);
        if (nonce.find()) {
            verdict.put("nonce", nonce.group(1));
        }
        return verdict.put("evidence", "has 12 days left")
                .put("reason", "It gives the number of days.")
                .put("verdict", "YES")
                .toString();
    }
}
