package dev.junitllm.jupiter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.run.TestModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A build module of its own in a temporary folder: eval classes run as if compiled there, so that what belongs to a module,
 * such as baselines, is written there. Its golden set is {@code golden.jsonl}, and what its application answers lies in
 * {@code answers.json}.
 */
public final class EvalModule { // public: the eval classes have a class loader, and so a package, of their own

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ERROR = "ERROR";

    private final Path folder;
    private final Map<String, String> settings = new LinkedHashMap<>();

    private EvalModule(Path folder) {
        this.folder = folder;
    }

    static EvalModule in(Path folder) {
        write(folder.resolve("pom.xml"), "<project/>");
        return new EvalModule(folder);
    }

    /** Cases by id, each with the answer that is expected. */
    EvalModule golden(Map<String, String> expected) {
        StringBuilder lines = new StringBuilder();
        expected.forEach((id, answer) -> lines.append(JSON.createObjectNode()
                        .put("id", id)
                        .put("input", "what is " + id + "?")
                        .put("expected", answer))
                .append('\n'));
        write(folder.resolve("golden.jsonl"), lines.toString());
        return this;
    }

    /** So many cases, case-1 and so on, to all of which the answer is yes. */
    EvalModule goldenOf(int cases) {
        Map<String, String> expected = new LinkedHashMap<>();
        for (int i = 1; i <= cases; i++) {
            expected.put("case-" + i, "yes");
        }
        return golden(expected).answers(Map.of());
    }

    /** What the application answers, by case and sample (such as {@code case-1#2}); where nothing is given, as expected. */
    EvalModule answers(Map<String, String> answers) {
        write(folder.resolve("answers.json"), JSON.valueToTree(answers).toString());
        return this;
    }

    EvalModule answersNoTo(String... ids) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String id : ids) {
            answers.put(id, "no");
        }
        return answers(answers);
    }

    EvalModule answersWithErrorTo(String... ids) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String id : ids) {
            answers.put(id, ERROR);
        }
        return answers(answers);
    }

    EvalModule set(String key, Object value) {
        settings.put(key, value.toString());
        return this;
    }

    EvalTestKit.EvalRun run(Class<?> evals, String... parameters) {
        return kit(parameters).execute(load(evals));
    }

    /** Runs what JUnit knows by an id; it asks the thread's class loader for the class. */
    EvalTestKit.EvalRun runOnly(String uniqueId, Class<?> evals, String... parameters) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        Class<?> loaded = load(evals);
        thread.setContextClassLoader(loaded.getClassLoader());
        try {
            return kit(parameters).andOnly(uniqueId).execute(loaded);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    EvalTestKit kit(String... parameters) {
        EvalTestKit kit = EvalTestKit.with("junit.llm.seed", 1).and("junit.llm.ci", false);
        settings.forEach(kit::and);
        for (int i = 0; i < parameters.length; i += 2) {
            kit.and(parameters[i], parameters[i + 1]);
        }
        return kit;
    }

    Path baseline(Class<?> evals, String method) {
        return folder.resolve("src/test/llm-baselines/" + evals.getName() + "." + method + ".json");
    }

    Path folder() {
        return folder;
    }

    /** The verdicts of the run that ended last. */
    List<JsonNode> verdicts() {
        return lines("verdicts.jsonl");
    }

    JsonNode verdict() {
        List<JsonNode> verdicts = verdicts();
        if (verdicts.size() != 1) {
            throw new AssertionError("one verdict was expected, not " + verdicts);
        }
        return verdicts.get(0);
    }

    List<JsonNode> lines(String name) {
        try {
            Path file = lastRun().resolve(name);
            List<JsonNode> lines = new ArrayList<>();
            for (String line : Files.exists(file) ? Files.readAllLines(file, UTF_8) : List.<String>of()) {
                lines.add(JSON.readTree(line));
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String summary() {
        try {
            return Files.readString(lastRun().resolve("summary.md"), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path lastRun() throws IOException {
        try (Stream<Path> runs = Files.list(folder.resolve("target/junit-llm"))) {
            return runs.max(Comparator.comparing(EvalModule::second)
                            .thenComparing(run -> run.getFileName().toString().length())
                            .thenComparing(run -> run.getFileName().toString()))
                    .orElseThrow();
        }
    }

    /** When a run began, to the second; its counter tells those of one second apart. */
    private static String second(Path run) {
        return run.getFileName().toString().substring(0, "yyyymmdd-hhmmss".length());
    }

    /** The body of an eval method: answers as {@code answers.json} says. */
    public static void answer(Object test, GoldenCase golden, Actual actual) {
        answer(test, golden, golden.id(), actual);
    }

    /** Answers every other sample of a case right, in whatever order they run. */
    public static void answerEvenly(Object test, GoldenCase golden, Actual actual) {
        Path counter = TestModule.of(test.getClass()).folder().resolve(golden.id() + ".count");
        synchronized (EvalModule.class) {
            boolean odd = Files.exists(counter);
            try {
                if (odd) {
                    Files.delete(counter);
                } else {
                    Files.createFile(counter);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            actual.output(odd ? golden.expected() : "no");
        }
    }

    /** Answers as {@code answers.json} says of the so-manieth time a case is asked (such as {@code case-1@2}), or of the case. */
    public static void answerByTurn(Object test, GoldenCase golden, Actual actual) {
        Path folder = TestModule.of(test.getClass()).folder();
        try {
            int turn = 1;
            while (!Files.notExists(folder.resolve(golden.id() + "@" + turn))) {
                turn++;
            }
            Files.createFile(folder.resolve(golden.id() + "@" + turn));
            String key = golden.id() + "@" + turn;
            boolean named =
                    JSON.readTree(folder.resolve("answers.json").toFile()).has(key);
            answer(test, golden, named ? key : golden.id(), actual);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void answer(Object test, GoldenCase golden, String key, Actual actual) {
        try {
            Path answers = TestModule.of(test.getClass()).folder().resolve("answers.json");
            String answer = JSON.readTree(answers.toFile()).path(key).asText(golden.expected());
            if (answer.equals(ERROR)) {
                throw new IllegalStateException("503");
            }
            actual.output(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The class with those around it, as if they had been compiled in this module. */
    Class<?> load(Class<?> evals) {
        try {
            Path classes = folder.resolve("target/test-classes");
            copy(evals.getNestHost(), classes);
            URL[] urls = {classes.toUri().toURL()};
            return new Loader(urls, evals.getNestHost()).loadClass(evals.getName());
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static void copy(Class<?> type, Path classes) throws IOException {
        String name = type.getName().replace('.', '/') + ".class";
        Path target = classes.resolve(name);
        Files.createDirectories(target.getParent());
        try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
            Files.write(target, in.readAllBytes());
        }
        for (Class<?> nested : type.getDeclaredClasses()) {
            copy(nested, classes);
        }
    }

    /** Loads the classes itself rather than asking its parent for those that were compiled elsewhere. */
    private static final class Loader extends URLClassLoader {

        private final String name;

        Loader(URL[] urls, Class<?> outermost) {
            super(urls, outermost.getClassLoader());
            this.name = outermost.getName();
        }

        @Override
        protected Class<?> loadClass(String wanted, boolean resolve) throws ClassNotFoundException {
            if (wanted.equals(name) || wanted.startsWith(name + "$")) {
                synchronized (getClassLoadingLock(wanted)) {
                    Class<?> loaded = findLoadedClass(wanted);
                    return loaded == null ? findClass(wanted) : loaded;
                }
            }
            return super.loadClass(wanted, resolve);
        }
    }

    private static void write(Path file, String content) {
        try {
            Files.writeString(file, content, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
