package dev.junitllm.judge;

import dev.junitllm.Configuration;
import dev.junitllm.RunScope;
import dev.junitllm.judge.cassette.Cassettes;
import dev.junitllm.judge.chat.ChatModel;
import dev.junitllm.run.TestModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The configured judge outside of a golden set, where no run hands out settings: system properties and
 * {@code junit-platform.properties} are read as JUnit reads them. Made at the first call, and let go of with the process.
 *
 * <p>What it is asked in a test is recorded and replayed as in a golden set, in one file for all plain tests of a class.
 */
final class StandaloneJudge implements Supplier<List<ChatModel>> {

    private static final String FILE = "junit-platform.properties";

    private final Supplier<Configuration> configuration;
    private final Function<Class<?>, Path> modules;
    private final Map<Class<?>, Object> shared = new ConcurrentHashMap<>();
    private final Map<Optional<Class<?>>, List<ChatModel>> models = new HashMap<>();

    StandaloneJudge() {
        this(StandaloneJudge::settings, testClass -> TestModule.of(testClass).folder());
    }

    /**
     * For tests.
     *
     * @param configuration the settings
     * @param modules the folder of a test class's module
     */
    StandaloneJudge(Supplier<Configuration> configuration, Function<Class<?>, Path> modules) {
        this.configuration = configuration;
        this.modules = modules;
    }

    @Override
    public List<ChatModel> get() {
        return models(RunningTest.testClass());
    }

    private synchronized List<ChatModel> models(Optional<Class<?>> test) {
        List<ChatModel> known = models.get(test);
        if (known != null) {
            return known;
        }
        Scope scope = new Scope(this, test);
        List<ChatModel> made = JudgeModels.of(scope).models(new String[0], ChatModel.class, scope).stream()
                .<ChatModel>map(model -> new SavedModel(model, Cassettes.of(scope)))
                .toList();
        models.put(test, made);
        return made;
    }

    private static Configuration settings() {
        Properties file = properties();
        return Configuration.of(
                name -> Optional.ofNullable(System.getProperty(name))
                        .or(() -> Optional.ofNullable(file.getProperty(name))),
                System.getenv());
    }

    private static Properties properties() {
        Properties properties = new Properties();
        ClassLoader loader = Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                .orElseGet(StandaloneJudge.class::getClassLoader);
        try (InputStream stream = loader.getResourceAsStream(FILE)) {
            if (stream != null) {
                properties.load(stream);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " can't be read", e);
        }
        return properties;
    }

    /**
     * The plain tests of a class, as a run.
     *
     * @param judge whose they are
     * @param testClass the class; empty where no test runs on the thread
     */
    private record Scope(StandaloneJudge judge, Optional<Class<?>> testClass) implements RunScope {

        @Override
        public Configuration configuration() {
            return judge.configuration.get();
        }

        @Override
        public String test() {
            return testClass.map(type -> type.getName() + "#plain-tests").orElse("");
        }

        @Override
        public Optional<Path> moduleFolder() {
            return testClass.map(judge.modules);
        }

        @Override
        public <T extends AutoCloseable> T shared(Class<T> key, Supplier<T> create) {
            Object known = judge.shared.get(key);
            if (known == null) {
                known = create.get(); // may ask for another shared thing
                judge.shared.put(key, known);
            }
            return key.cast(known);
        }
    }
}
