package dev.junitllm.report.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertSenderTest {

    private static final String SECRET = "/services/T0/B0/verysecretpart";

    HttpServer server;
    List<String> received = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void postsJson() {
        answer(200, "");

        assertThat(sender().send("{\"größe\":1}")).isEmpty();
        assertThat(received).containsExactly("POST application/json; charset=utf-8 {\"größe\":1}");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 500})
    void saysWhatTheWebhookAnsweredAndNotWhereItIs(int status) {
        answer(status, "");

        assertThat(sender().send("{}")).hasValue("the webhook answered " + status);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void followsNoRedirect(int status) {
        answer(status, "http://localhost:" + server.getAddress().getPort() + "/elsewhere");
        server.createContext("/elsewhere", exchange -> {
            received.add("elsewhere");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });

        assertThat(sender().send("{}"))
                .hasValue("the webhook answered " + status + ", a redirect, which is not followed");
        assertThat(received).hasSize(1).noneMatch("elsewhere"::equals);
    }

    @Test
    void asksAWebhookThatHangsOnlyOnce() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            AlertSender sender = AlertSender.to(
                            "http://localhost:" + silent.getLocalPort() + SECRET, Duration.ofMillis(200))
                    .orElseThrow();

            assertThat(sender.send("{}").orElseThrow())
                    .startsWith("the webhook did not answer")
                    .doesNotContain("secret");
            assertThat(sender.send("{}")).hasValue("the webhook did not answer before in this run");
        }
    }

    @Test
    void waitsForNoAnswerWithoutEnd() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        try (ServerSocket endless = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread writer = new Thread(() -> dribble(endless, done));
            writer.start();
            AlertSender sender = AlertSender.to(
                            "http://localhost:" + endless.getLocalPort() + SECRET, Duration.ofMillis(300))
                    .orElseThrow();

            assertThat(sender.send("{}")).hasValue("the webhook did not answer within 300 ms");
            done.countDown();
            writer.join(5_000);
        }
    }

    private static void dribble(ServerSocket server, CountDownLatch done) {
        try (Socket socket = server.accept()) {
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\nx".getBytes(UTF_8));
            out.flush();
            done.await();
        } catch (IOException | InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void saysThatNobodyIsThere() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        AlertSender sender = AlertSender.to("http://localhost:" + port + SECRET, Duration.ofSeconds(2))
                .orElseThrow();

        assertThat(sender.send("{}")).hasValue("the webhook can't be reached (ConnectException)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "hooks.example.com/x", "file:///etc/passwd", "ftp://example.com", "http://", "http://a b"})
    void refusesWhatIsNoAddressOfTheWeb(String address) {
        assertThat(AlertSender.to(address, Duration.ofSeconds(1))).isEmpty();
    }

    private AlertSender sender() {
        String address = "http://localhost:" + server.getAddress().getPort() + SECRET;
        return AlertSender.to(address, Duration.ofSeconds(5)).orElseThrow();
    }

    private void answer(int status, String location) {
        server.createContext(SECRET, exchange -> {
            received.add(exchange.getRequestMethod()
                    + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type")
                    + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            if (!location.isEmpty()) {
                exchange.getResponseHeaders().add("Location", location);
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
    }
}
