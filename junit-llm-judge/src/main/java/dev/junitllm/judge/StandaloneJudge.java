package dev.junitllm.judge;

import dev.junitllm.Configuration;
import dev.junitllm.RunScope;
import dev.junitllm.judge.chat.ChatModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The configured judge outside of a golden set, where no run hands out settings: system properties and
 * {@code junit-platform.properties} are read as JUnit reads them. Made at the first call, and let go of with the process.
 */
final class StandaloneJudge implements Supplier<List<ChatModel>>, RunScope {

    private static final String FILE = "junit-platform.properties";

    private final Map<Class<?>, Object> shared = new ConcurrentHashMap<>();
    private @Nullable List<ChatModel> models;

    @Override
    public synchronized List<ChatModel> get() {
        List<ChatModel> made = models;
        if (made == null) {
            made = JudgeModels.of(this).models(new String[0], ChatModel.class, this);
            models = made;
        }
        return made;
    }

    @Override
    public Configuration configuration() {
        Properties file = properties();
        return Configuration.of(
                name -> Optional.ofNullable(System.getProperty(name))
                        .or(() -> Optional.ofNullable(file.getProperty(name))),
                System.getenv());
    }

    @Override
    public <T extends AutoCloseable> T shared(Class<T> key, Supplier<T> create) {
        Object known = shared.get(key);
        if (known == null) {
            known = create.get(); // may ask for another shared thing
            shared.put(key, known);
        }
        return key.cast(known);
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
}
