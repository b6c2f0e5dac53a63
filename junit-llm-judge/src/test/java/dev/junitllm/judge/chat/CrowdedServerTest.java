package dev.junitllm.judge.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.junitllm.judge.http.HttpLimits;
import dev.junitllm.judge.http.HttpOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A thousand judgements against a server that takes sixteen at once. */
@Timeout(120)
class CrowdedServerTest {

    private static final int JUDGEMENTS = 1_000;
    private static final int ALLOWED = 16;

    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final ScheduledExecutorService later = Executors.newScheduledThreadPool(1);

    @Test
    @Tag("slow")
    void allSucceedWithHardlyAnyRequestTooMany() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        ExecutorService serving = Executors.newCachedThreadPool();
        ExecutorService judging = Executors.newFixedThreadPool(64);
        server.createContext("/", this::handle);
        server.setExecutor(serving);
        server.start();
        try (HttpChatModel model = OpenAiChat.compatible(
                "http://127.0.0.1:%s/v1".formatted(server.getAddress().getPort()),
                "m",
                HttpOptions.create().withConcurrency(64).withLimits(HttpLimits.DEFAULTS.withRetries(5)))) {
            List<Future<ChatReply>> replies = new ArrayList<>();
            for (int i = 0; i < JUDGEMENTS; i++) {
                replies.add(judging.submit(() -> model.chat(ModelServer.question())));
            }
            for (Future<ChatReply> reply : replies) {
                assertThat(reply.get().text()).isEqualTo("Yes");
            }
        } finally {
            server.stop(0);
            serving.shutdown();
            judging.shutdown();
            later.shutdown();
        }

        assertThat(refused.get()).as("the server was crowded").isPositive();
        assertThat(requests.get())
                .as("requests for %s judgements", JUDGEMENTS)
                .isLessThanOrEqualTo(JUDGEMENTS * 11 / 10);
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        exchange.getRequestBody().readAllBytes();
        if (inFlight.incrementAndGet() > ALLOWED) {
            refused.incrementAndGet();
            inFlight.decrementAndGet();
            answer(exchange, 429, "{\"error\": {\"message\": \"too many at once\"}}");
            return;
        }
        later.schedule(
                () -> {
                    inFlight.decrementAndGet();
                    answer(exchange, 200, "{\"choices\": [{\"message\": {\"content\": \"Yes\"}}]}");
                },
                20,
                TimeUnit.MILLISECONDS);
    }

    private static void answer(HttpExchange exchange, int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
