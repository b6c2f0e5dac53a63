package dev.junitllm.judge.cassette;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.judge.ScriptedJudge;
import dev.junitllm.judge.chat.CallLabel;
import dev.junitllm.judge.chat.ChatMessage;
import dev.junitllm.judge.chat.ChatModel;
import dev.junitllm.judge.chat.ChatReply;
import dev.junitllm.judge.chat.ChatRequest;
import dev.junitllm.judge.chat.HttpChatModel;
import dev.junitllm.judge.chat.OpenAiChat;
import dev.junitllm.judge.http.HttpOptions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One cassette, many writers. */
@Timeout(120)
class CassetteCrowdTest {

    private static final int CASES = 1_000;
    private static final int AT_ONCE = 64;

    @TempDir
    private Path folder;

    /** A thousand cases of one application call and one judgement each, 64 at once. */
    @Test
    @Tag("slow")
    void replaysAThousandCasesWithoutAnyRequest() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    return new MockResponse.Builder()
                            .addHeader("Content-Type", "application/json")
                            .body("{\"model\": \"m\", \"choices\": [{\"finish_reason\": \"stop\", \"message\":"
                                    + " {\"role\": \"assistant\", \"content\": \"yes\"}}]}")
                            .build();
                }
            });
            server.start();

            List<String> live = run(server, "auto");
            int requests = server.getRequestCount();
            List<String> replayed = run(server, "auto");

            assertThat(requests).isEqualTo(2 * CASES);
            assertThat(server.getRequestCount()).as("requests after the replay").isEqualTo(requests);
            assertThat(live).hasSize(CASES).containsOnly("yes false");
            assertThat(replayed).hasSize(CASES).containsOnly("yes true");
        }
        assertThat(leftovers()).containsExactly(folder.resolve(TestScope.FILE).getFileName());
    }

    private List<String> run(MockWebServer server, String mode) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        OkHttpClient plain = new OkHttpClient();
        try (TestScope run = TestScope.in(folder, mode);
                HttpChatModel judge = OpenAiChat.compatible(
                        server.url("/v1").toString(), "m", HttpOptions.create().withConcurrency(AT_ONCE))) {
            ChatModel model = Cassettes.of(run).recorded(judge, null, run);
            List<Callable<String>> cases = IntStream.range(0, CASES)
                    .mapToObj(i -> (Callable<String>) () -> oneCase(run.ofCase("case-" + i, 1), plain, server, model))
                    .toList();
            List<String> ended = new ArrayList<>();
            for (Future<String> one : threads.invokeAll(cases)) {
                ended.add(one.get());
            }
            return ended;
        } finally {
            threads.shutdownNow();
            plain.dispatcher().executorService().shutdown();
            plain.connectionPool().evictAll();
        }
    }

    private static String oneCase(TestScope scope, OkHttpClient plain, MockWebServer server, ChatModel judge)
            throws Exception {
        OkHttpClient client =
                plain.newBuilder().addInterceptor(CassetteInterceptor.of(scope)).build();
        Request request = new Request.Builder()
                .url(server.url("/app"))
                .post(RequestBody.create("{\"q\": \"" + scope.caseId() + "\"}", MediaType.get("application/json")))
                .build();
        String answer;
        try (Response response = client.newCall(request).execute()) {
            answer = response.body().string();
        }
        ChatReply reply = judge.chat(question(scope.caseId(), answer));
        return reply.text() + " " + reply.replayed();
    }

    private static ChatRequest question(String id, String text) {
        String nonce = Integer.toHexString(id.hashCode()) + "-" + System.nanoTime();
        return ChatRequest.of(ChatMessage.system("Code " + nonce), ChatMessage.user(id + ": " + text))
                .withLabel(CallLabel.NONE.withCaseId(id).withNonce(nonce));
    }

    /** Two processes record into one file at the same time, neither loses what the other has. */
    @Test
    @Tag("slow")
    void twoProcessesWriteOneCassette() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (String name : List.of("left", "right")) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            Writer.class.getName(),
                            folder.toString(),
                            name)
                    .redirectErrorStream(true)
                    .redirectOutput(new File(folder.toFile(), name + ".log"))
                    .start());
        }
        for (Process process : processes) {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue())
                    .as(() -> "left.log, right.log in " + folder)
                    .isZero();
        }

        try (TestScope scope = TestScope.in(folder, "replay")) {
            assertThat(Cassettes.of(scope)
                            .cassette(scope)
                            .orElseThrow()
                            .recordings()
                            .size())
                    .isEqualTo(2 * Writer.ANSWERS);
        }
        assertThat(leftovers()).containsExactly(folder.resolve(TestScope.FILE).getFileName());
    }

    private List<Path> leftovers() throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve(TestScope.FILE).getParent())) {
            return files.map(Path::getFileName).toList();
        }
    }

    /** One of the processes: each answer is a run of its own, and so is written by itself. */
    static final class Writer {

        static final int ANSWERS = 40;

        private Writer() {}

        public static void main(String[] arguments) throws Exception {
            for (int i = 0; i < ANSWERS; i++) {
                try (TestScope scope = TestScope.in(Path.of(arguments[0]), "auto")) {
                    Cassettes.of(scope)
                            .recorded(ScriptedJudge.saying("{'v': 1}"), null, scope)
                            .chat(question(arguments[1] + "-" + i, "text"));
                }
            }
        }
    }
}
