package dev.junitllm.judge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.Actual;
import dev.junitllm.CaseScope;
import dev.junitllm.GoldenCase;
import dev.junitllm.gate.PassRate;
import dev.junitllm.judge.cassette.CassetteInterceptor;
import dev.junitllm.jupiter.GoldenSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * A run with a judge and an application that calls a model, in a process of its own: keys, headers, bodies and errors hold
 * secrets, and nothing that the run leaves does. Replayed, the judge says what it said.
 */
@Tag("slow")
class PlantedSecretsInJudgesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Pattern CODE = Pattern.compile("The code of this request is ([0-9a-f]{32})");

    /** What must be found nowhere; put together here so that nobody takes them for real. */
    private static Map<String, String> planted() {
        Map<String, String> planted = new LinkedHashMap<>();
        planted.put("judge's key", "planted-judge-key-without-a-shape");
        planted.put("header", "Pl4ntedHeader0815");
        planted.put("query", "Pl4ntedQueryKey99");
        planted.put("openai", "sk-proj-" + "Pl4nted0penAiKeyPl4nted0penAiKey");
        planted.put("cookie", "Pl4ntedCookie77");
        planted.put("field", "pl4nted-p4ssw0rd");
        planted.put("email", "planted.person@planted-mail.example");
        planted.put("card", "4111 1111 1111 1111");
        return planted;
    }

    static class JudgedTestCases {
        @GoldenSet("file:golden.jsonl")
        @JudgeScore(question = "Does the answer name somebody?", atLeast = 1)
        @PassRate(atLeast = 0.9)
        void answers(GoldenCase golden, Actual actual, CaseScope scope) throws IOException {
            actual.output("Ask " + planted().get("email") + ", card "
                    + planted().get("card") + ", key " + planted().get("openai") + ", {\"password\": \""
                    + planted().get("field") + "\"}");
            if (golden.id().startsWith("call")) {
                OkHttpClient client = new OkHttpClient.Builder()
                        .addInterceptor(CassetteInterceptor.of(scope))
                        .build();
                Request request = new Request.Builder()
                        .url(System.getProperty("planted.server") + "/app?key="
                                + planted().get("query"))
                        .header("Authorization", "Bearer " + planted().get("header"))
                        .post(RequestBody.create(
                                "{\"apiKey\":\"" + planted().get("openai") + "\",\"q\":\"" + golden.input() + "\"}",
                                MediaType.get("application/json")))
                        .build();
                try (Response response = client.newCall(request).execute()) {
                    actual.attribute("status", String.valueOf(response.code()));
                }
            }
        }
    }

    /** The other process. */
    static final class Main {

        public static void main(String[] arguments) {
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectClass(JudgedTestCases.class))
                                    .build(),
                            new TestExecutionListener() {
                                @Override
                                public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                                    System.out.println(result.getStatus() + " " + test.getDisplayName());
                                    result.getThrowable().ifPresent(thrown -> thrown.printStackTrace(System.out));
                                }
                            });
        }
    }

    @TempDir
    Path folder;

    @Test
    void areNowhereToBeFound() throws Exception {
        Files.writeString(folder.resolve("pom.xml"), "<project/>");
        Files.writeString(folder.resolve("golden.jsonl"), golden());
        copyClasses();
        List<String> keys = new ArrayList<>();
        try (MockWebServer server = new MockWebServer()) {
            server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    return answer(request, keys);
                }
            });
            server.start();
            run("auto", server);
            int asked = server.getRequestCount();
            run("replay", server);
            assertThat(server.getRequestCount()).isEqualTo(asked);
        }

        assertThat(keys).isNotEmpty().containsOnly("Bearer " + planted().get("judge's key"));
        Map<Path, String> written = written();
        assertThat(written.keySet().stream().map(file -> file.getFileName().toString()))
                .contains("cases.jsonl", "auto.log", "replay.log")
                .anyMatch(name -> name.endsWith("JudgedTestCases.answers.json"));
        planted()
                .forEach((kind, value) -> assertThat(written.entrySet().stream()
                                .filter(file -> file.getValue().contains(value))
                                .map(file -> folder.relativize(file.getKey())))
                        .as(kind)
                        .isEmpty());
        assertThat(written.get(folder.resolve("auto.log")))
                .contains(
                        "not allowed for [REDACTED:email]", "SUCCESSFUL say-1", "SUCCESSFUL say-2", "SUCCESSFUL call");
        assertThat(written.get(folder.resolve("replay.log"))).contains("SUCCESSFUL say-1", "SUCCESSFUL say-2");
    }

    private static String golden() {
        StringBuilder lines = new StringBuilder();
        for (String id : List.of("say-1", "say-2", "call", "refused")) {
            ObjectNode line = JSON.createObjectNode().put("id", id);
            line.put("input", id + ": who is " + planted().get("email") + "?");
            lines.append(line).append('\n');
        }
        return lines.toString();
    }

    /** As the application's server and as the judge's, which quotes what it was shown and refuses one case with all it knows. */
    private static MockResponse answer(RecordedRequest request, List<String> keys) {
        MockResponse.Builder response = new MockResponse.Builder().addHeader("Content-Type", "application/json");
        if (String.valueOf(request.getTarget()).startsWith("/app")) {
            return response.addHeader("Set-Cookie", "session=" + planted().get("cookie"))
                    .body("{\"access_token\":\"" + planted().get("field") + "\",\"mail\":\"none\"}")
                    .build();
        }
        keys.add(String.valueOf(request.getHeaders().get("Authorization")));
        if (request.getBody().utf8().contains("refused")) {
            return response.code(400)
                    .body("{\"error\":{\"message\":\"not allowed for "
                            + planted().get("email") + " with " + planted().get("judge's key") + "\"}}")
                    .build();
        }
        Matcher code = CODE.matcher(request.getBody().utf8());
        ObjectNode verdict = JSON.createObjectNode()
                .put("nonce", code.find() ? code.group(1) : "")
                .put(
                        "evidence",
                        "Ask " + planted().get("email") + ", card " + planted().get("card"))
                .put("reason", "it names " + planted().get("email"))
                .put("verdict", "YES");
        ObjectNode completion = JSON.createObjectNode().put("id", "1").put("model", "m");
        ObjectNode choice = completion.putArray("choices").addObject();
        choice.put("index", 0).put("finish_reason", "stop");
        choice.putObject("message").put("role", "assistant").put("content", verdict.toString());
        return response.body(completion.toString()).build();
    }

    private void run(String mode, MockWebServer server) throws Exception {
        ProcessBuilder process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dallure.results.directory=" + folder.resolve("target/allure-results"),
                        "-Djunit.llm.judge.model=m",
                        "-Djunit.llm.judge.base-url=" + server.url("/v1"),
                        "-Djunit.llm.cassette.mode=" + mode,
                        "-Dplanted.server=http://localhost:" + server.getPort(),
                        "-cp",
                        folder.resolve("target/test-classes")
                                + System.getProperty("path.separator")
                                + System.getProperty("java.class.path"),
                        Main.class.getName())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(mode + ".log").toFile());
        process.environment().put("JUNIT_LLM_JUDGE_API_KEY", planted().get("judge's key"));
        assertThat(process.start().waitFor(120, TimeUnit.SECONDS)).isTrue();
    }

    /** So that the run takes the folder for its module. */
    private void copyClasses() throws Exception {
        Path classes = Path.of(PlantedSecretsInJudgesTest.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .resolve("dev/junitllm/judge");
        Path target = Files.createDirectories(folder.resolve("target/test-classes/dev/junitllm/judge"));
        try (Stream<Path> all = Files.list(classes)) {
            for (Path one : all.filter(file -> file.getFileName().toString().startsWith("PlantedSecretsInJudges"))
                    .toList()) {
                Files.copy(one, target.resolve(one.getFileName()));
            }
        }
    }

    private Map<Path, String> written() throws IOException {
        Map<Path, String> written = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (!name.endsWith(".class") && !name.equals("golden.jsonl")) {
                    written.put(file, Files.readString(file, UTF_8));
                }
            }
        }
        return written;
    }
}
