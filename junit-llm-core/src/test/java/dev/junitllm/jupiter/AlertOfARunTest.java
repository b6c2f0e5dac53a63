package dev.junitllm.jupiter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.gate.PassRate;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.ExactMatch;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run in a process of its own, whose environment names a webhook. */
@Tag("slow")
class AlertOfARunTest {

    private static final String URL = "JUNIT_LLM_ALERT_URL";

    static class TalkativeTestCases {
        @GoldenSet("file:golden.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 0.9)
        void answers(GoldenCase golden, Actual actual) {
            actual.output("I write to " + System.getenv(URL)).attribute("model", System.getenv(URL));
        }
    }

    /** The other process. */
    static final class Main {

        public static void main(String[] arguments) {
            System.out.println(EvalModule.in(Path.of(arguments[0]))
                    .goldenOf(3)
                    .run(TalkativeTestCases.class, "junit.llm.console", "on", "junit.llm.history", "kept")
                    .verdict());
        }
    }

    @TempDir
    Path folder;

    @Test
    void isSentAndItsAddressIsNowhereToBeFound() throws Exception {
        List<String> received = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            received.add(exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.sendResponseHeaders(500, -1); // which is warned of
            exchange.close();
        });
        server.start();
        String secret = "services-verysecretpart-0815";
        Path log = folder.resolve("log.txt");
        try {
            Process run = process(log, "http://localhost:" + server.getAddress().getPort() + "/" + secret);
            assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            server.stop(0);
        }

        assertThat(received)
                .singleElement()
                .asString()
                .startsWith("/" + secret + " {\"schema\":1,\"test\":\"AlertOfARunTest.TalkativeTestCases.answers\"")
                .contains("\"status\":\"FAIL\"")
                .satisfies(
                        sent -> assertThat(sent.substring(secret.length() + 2)).doesNotContain(secret));
        assertThat(log).content(UTF_8).contains("was not sent: the webhook answered 500", "FAIL @PassRate");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> !file.toString().endsWith(".class")))
                    .hasSizeGreaterThan(5)
                    .allSatisfy(file -> assertThat(file).content(UTF_8).doesNotContain(secret));
        }
    }

    private Process process(Path log, String address) throws Exception {
        ProcessBuilder process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        process.environment().put(URL, address);
        return process.start();
    }
}
