package dev.junitllm.judge;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server of chats and embeddings on loopback that says yes to everything, takes a while for each, and counts how many it has
 * at once.
 */
final class CountingServer implements AutoCloseable {

    private static final Pattern CODE = Pattern.compile("whose field `nonce` is (\\w+)");
    private static final int TAKES_MILLIS = 20;

    private final List<String> kinds;
    private final List<String> arrived = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();
    private final ExecutorService serving = Executors.newCachedThreadPool();
    private final ScheduledExecutorService later = Executors.newScheduledThreadPool(1);
    private final HttpServer server;
    private int atOnce;
    private int most;

    /** Tells calls apart by what their bodies hold. */
    CountingServer(String... kinds) throws IOException {
        this.kinds = List.of(kinds);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        server.createContext("/", this::handle);
        server.setExecutor(serving);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:%s/v1".formatted(server.getAddress().getPort());
    }

    /** The kinds of the calls, in the order they arrived. */
    synchronized List<String> arrived() {
        return List.copyOf(arrived);
    }

    /** What was asked, in the order it arrived. */
    synchronized List<String> bodies() {
        return List.copyOf(bodies);
    }

    /** The most calls that were under way at once. */
    synchronized int most() {
        return most;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        arrived(kinds.stream().filter(body::contains).findFirst().orElseThrow(), body);
        later.schedule(() -> answer(exchange, reply(body)), TAKES_MILLIS, TimeUnit.MILLISECONDS);
    }

    private synchronized void arrived(String kind, String body) {
        arrived.add(kind);
        bodies.add(body);
        atOnce++;
        most = Math.max(most, atOnce);
    }

    private void answer(HttpExchange exchange, String reply) {
        synchronized (this) {
            atOnce--;
        }
        byte[] bytes = reply.getBytes(UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String reply(String request) {
        Matcher code = CODE.matcher(request);
        if (!code.find()) {
            return "{\"data\": [{\"index\": 0, \"embedding\": [1, 0]}]}";
        }
        var verdict = JsonNodeFactory.instance.objectNode().put("nonce", code.group(1));
        verdict.put("evidence", "").put("reason", "so it is").put("verdict", "YES");
        var reply = JsonNodeFactory.instance.objectNode();
        reply.putArray("choices")
                .addObject()
                .put("finish_reason", "stop")
                .putObject("message")
                .put("content", verdict.toString());
        return reply.toString();
    }

    @Override
    public void close() {
        server.stop(0);
        serving.shutdown();
        later.shutdown();
    }
}
