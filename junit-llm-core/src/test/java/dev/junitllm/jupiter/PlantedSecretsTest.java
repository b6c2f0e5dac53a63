package dev.junitllm.jupiter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import dev.junitllm.Actual;
import dev.junitllm.Document;
import dev.junitllm.GoldenCase;
import dev.junitllm.ToolCall;
import dev.junitllm.assertj.LlmAssertions;
import dev.junitllm.gate.MeanScore;
import dev.junitllm.gate.NoRegression;
import dev.junitllm.gate.PassRate;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.ExactMatch;
import dev.junitllm.trace.LlmSpan;
import io.qameta.allure.junitplatform.AllureJunitPlatform;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.opentest4j.AssertionFailedError;
import org.slf4j.LoggerFactory;

/**
 * Whatever secrets and personal data a golden file, an application, a server or the environment has: nothing that a run leaves
 * holds them. The run is a process of its own, and everything it wrote is searched byte by byte.
 */
@Tag("slow")
class PlantedSecretsTest {

    private static final String TOKEN = "PLANTED_SERVICE_TOKEN";
    private static final String URL = "JUNIT_LLM_ALERT_URL";

    /** What must be found nowhere; made up, and put together here so that nobody takes them for real. */
    private static Map<String, String> planted() {
        Map<String, String> planted = new LinkedHashMap<>();
        planted.put("environment", "planted correct horse battery staple");
        planted.put("openai", "sk-proj-" + "Pl4nted0penAiKeyPl4nted0penAiKey");
        planted.put("anthropic", "sk-ant-" + "api03-Pl4ntedAnthropicPl4nted");
        planted.put("aws", "AKIA" + "PLANTED2345PLANT");
        planted.put("github", "ghp_" + "Pl4ntedGitHubPl4ntedGitHubPl4nted012");
        planted.put("jwt", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJQbDRudGVkIn0." + "Pl4ntedSignaturePl4nted");
        planted.put("header", "Pl4ntedBearer0fAHeader99");
        planted.put("field", "pl4nted-p4ssw0rd");
        planted.put("url", "pl4nted-url-passw0rd");
        planted.put("query", "Pl4ntedQueryKey0815");
        planted.put("pem", "MIIEpl4ntedPrivateKeyBody0123456789");
        planted.put("email", "planted.person@planted-mail.example");
        planted.put("card", "4111 1111 1111 1111");
        planted.put("iban", "DE89 3704 0044 0532 0130 00");
        planted.put("ssn", "536-90-4399");
        return planted;
    }

    /** All of them, as they come in real life. */
    private static String everything() {
        Map<String, String> planted = planted();
        return String.join(
                "\n",
                "token " + planted.get("environment"),
                planted.get("openai") + " " + planted.get("anthropic") + " " + planted.get("aws") + " "
                        + planted.get("github"),
                "jwt=" + planted.get("jwt"),
                "Authorization: Bearer " + planted.get("header"),
                "{\"password\": \"" + planted.get("field") + "\"}",
                "https://bob:" + planted.get("url") + "@db.example.org/?key=" + planted.get("query"),
                "-----BEGIN PRIVATE KEY-----",
                planted.get("pem"),
                "-----END PRIVATE KEY-----",
                "mail " + planted.get("email") + " card " + planted.get("card"),
                "IBAN " + planted.get("iban") + " SSN " + planted.get("ssn"));
    }

    static class GatedTestCases {
        @GoldenSet("file:golden.jsonl")
        @ReferenceScore(ExactMatch.class)
        @MeanScore(of = "exact-match", atLeast = 0.99)
        @PassRate(atLeast = 0.99)
        void answers(GoldenCase golden, Actual actual) throws IOException {
            PlantedSecretsTest.behave(golden, actual);
        }
    }

    static class ComparedTestCases {
        @GoldenSet("file:said.jsonl")
        @ReferenceScore(ExactMatch.class)
        @NoRegression(maxDrop = 0.01)
        void answers(GoldenCase golden, Actual actual) throws IOException {
            PlantedSecretsTest.behave(golden, actual);
        }
    }

    static class UngatedTestCases {
        @GoldenSet("file:golden.jsonl")
        @ReferenceScore(ExactMatch.class)
        void answers(GoldenCase golden, Actual actual) throws IOException {
            PlantedSecretsTest.behave(golden, actual);
        }

        @Test
        void asserts() {
            LlmAssertions.assertThatLlm("I say " + everything())
                    .against("not " + everything())
                    .scoresAtLeast(1, ExactMatch.class);
        }
    }

    static class BrokenTestCases {
        @GoldenSet("file:broken.jsonl")
        @ReferenceScore(ExactMatch.class)
        void answers(GoldenCase golden, Actual actual) {
            actual.output(golden.expected());
        }
    }

    /** Public: the eval classes have a class loader, and so a package, of their own. */
    public static void behave(GoldenCase golden, Actual actual) throws IOException {
        String all = everything();
        try (var search = LlmSpan.retrieval("search")) {
            search.query(all);
            search.documents(List.of(Document.of("d1", all)));
        }
        Logger quiet =
                Logger.getLogger("planted"); // the console, which is the application's, shows no lines of this level
        quiet.setLevel(Level.FINE);
        quiet.fine(all);
        LoggerFactory.getLogger("planted " + planted().get("email"))
                .warn("{}", all, new IOException(all, new IOException(all)));
        actual.retrieved(List.of(Document.of("d1", all)));
        actual.toolCall(ToolCall.of(
                "mail",
                JsonMapper.builder()
                        .build()
                        .valueToTree(Map.of(
                                "to",
                                planted().get("email"),
                                "password",
                                planted().get("field")))));
        actual.attribute("model", "m " + planted().get("openai")).attribute("note", all);
        switch (golden.metadata().path("does").asText()) {
            case "throw" -> {
                IllegalStateException thrown = new IllegalStateException(
                        "500: " + all, new IOException("cause " + all, new RuntimeException(all)));
                thrown.addSuppressed(new IllegalArgumentException("suppressed " + all));
                throw thrown;
            }
            case "compare" -> throw new AssertionFailedError("they differ", "expected " + all, "actual " + all);
            case "assert" -> throw new AssertionError("expected " + all);
            case "assume" -> Assumptions.abort("no server " + all);
            default ->
                actual.output(System.getProperty("planted.run").equals("update") ? golden.expected() : "I say " + all);
        }
    }

    /** The other process. */
    static final class Main {

        public static void main(String[] arguments) throws IOException {
            EvalModule module = EvalModule.in(Path.of(arguments[0]));
            Files.writeString(
                    module.folder().resolve("golden.jsonl"),
                    golden("say", "throw", "compare", "assert", "assume", "say"));
            Files.writeString(
                    module.folder().resolve("broken.jsonl"),
                    "{\"id\":\"a\",\"input\":\"x\",\"expected\":\"y\"}\n{\"id\":\""
                            + planted().get("email") + "\",\"inputs\":\""
                            + planted().get("openai") + "\"}\n");
            Files.writeString(module.folder().resolve("said.jsonl"), golden("say", "say", "say"));
            System.setProperty("planted.run", arguments[1]);
            Map<String, String> settings = Map.of(
                    "junit.jupiter.extensions.autodetection.enabled",
                    "true",
                    "junit.llm.console",
                    "on",
                    "junit.llm.ci",
                    "false",
                    "junit.llm.history",
                    "kept",
                    "junit.llm.application-version",
                    "v1 " + planted().get("github"),
                    "junit.llm.trace.attributes",
                    "owner=" + planted().get("email"),
                    "junit.llm.baseline",
                    arguments[1]);
            Launcher launcher = LauncherFactory.create(LauncherConfig.builder()
                    .enableTestExecutionListenerAutoRegistration(false)
                    .build());
            for (Class<?> evals : List.of(
                    GatedTestCases.class, UngatedTestCases.class, ComparedTestCases.class, BrokenTestCases.class)) {
                launcher.execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(module.load(evals)))
                                .configurationParameters(settings)
                                .build(),
                        new AllureJunitPlatform(),
                        new Shown());
            }
        }

        private static String golden(String... all) {
            StringBuilder lines = new StringBuilder();
            for (String does : all) {
                var json = JsonMapper.builder().build().createObjectNode();
                json.put("id", does + lines.length() + " " + planted().get("email"));
                json.put("input", "what is " + everything());
                json.put("expected", "it is " + everything());
                json.putArray("tags").add(planted().get("email"));
                json.putArray("context").add(everything());
                json.putObject("metadata")
                        .put("does", does)
                        .put("who", planted().get("ssn"));
                lines.append(json).append('\n');
            }
            return lines.toString();
        }
    }

    /** What build tools write. */
    private static final class Shown implements TestExecutionListener {

        @Override
        public void executionStarted(TestIdentifier test) {
            System.out.println("began " + test.getDisplayName());
        }

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            System.out.println("skipped " + test.getDisplayName() + " " + reason);
        }

        @Override
        public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
            System.out.println("entry " + entry);
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            System.out.println(result.getStatus() + " " + test.getDisplayName());
            result.getThrowable().ifPresent(thrown -> {
                thrown.printStackTrace(System.out);
                if (thrown instanceof AssertionFailedError failed && failed.isExpectedDefined()) {
                    System.out.println(failed.getExpected() + " " + failed.getActual());
                }
            });
        }
    }

    @TempDir
    Path folder;

    @Test
    void areNowhereToBeFound() throws Exception {
        List<String> alerts = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            alerts.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://localhost:" + server.getAddress().getPort() + "/services/pl4ntedWebhookPath";
            for (String baseline : List.of("update", "compare")) {
                assertThat(process(baseline, address).waitFor(120, TimeUnit.SECONDS))
                        .isTrue();
            }
        } finally {
            server.stop(0);
        }

        Map<String, String> planted = planted();
        planted.put("webhook", "pl4ntedWebhookPath");
        Map<Path, String> written = written();
        assertThat(alerts).isNotEmpty();
        assertThat(written.keySet().stream().map(file -> file.getFileName().toString()))
                .contains("run.json", "cases.jsonl", "verdicts.jsonl", "summary.md", "update.log", "compare.log")
                .anyMatch(name -> name.endsWith("ComparedTestCases.answers.json"))
                .anyMatch(name -> name.endsWith("GatedTestCases.answers.jsonl"))
                .anyMatch(name -> name.endsWith("-result.json"));
        assertThat(written.keySet()).anyMatch(file -> file.getParent().endsWith("traces"));
        Map<String, String> sought = new LinkedHashMap<>(planted);
        planted.forEach((kind, value) -> {
            sought.put("the beginning of " + kind, value.substring(0, Math.min(12, value.length())));
            sought.put("the end of " + kind, value.substring(Math.max(0, value.length() - 12)));
        });
        sought.forEach((kind, value) -> {
            assertThat(alerts).as(kind).noneMatch(alert -> alert.contains(value));
            assertThat(written.entrySet().stream()
                            .filter(file -> file.getValue().contains(value)
                                    || file.getKey().toString().contains(value))
                            .map(Map.Entry::getKey)
                            .map(folder::relativize))
                    .as(kind)
                    .isEmpty();
        });
        assertThat(written.values().stream().collect(Collectors.joining()))
                .contains("[REDACTED:email]", "[REDACTED:openai-key]", "[REDACTED:environment]");
    }

    private Map<Path, String> written() throws IOException {
        Map<Path, String> written = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (!name.endsWith(".class")
                        && !name.equals("golden.jsonl")
                        && !name.equals("broken.jsonl")
                        && !name.equals("said.jsonl")) {
                    written.put(file, Files.readString(file, UTF_8));
                }
            }
        }
        return written;
    }

    private Process process(String baseline, String address) throws IOException {
        ProcessBuilder process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dallure.results.directory=" + folder.resolve("target/allure-results"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        folder.toString(),
                        baseline)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(baseline + ".log").toFile());
        process.environment().put(URL, address);
        process.environment().put(TOKEN, planted().get("environment"));
        return process.start();
    }
}
