package dev.junitllm.score;

import dev.junitllm.Configuration;
import dev.junitllm.RunScope;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A scope of defaults, for factories that need nothing of it. */
public final class NoScope implements RunScope {

    @Override
    public Configuration configuration() {
        return Configuration.of(key -> Optional.empty(), Map.of());
    }

    @Override
    public <T extends AutoCloseable> T shared(Class<T> key, Supplier<T> create) {
        throw new UnsupportedOperationException("nothing is shared");
    }
}
