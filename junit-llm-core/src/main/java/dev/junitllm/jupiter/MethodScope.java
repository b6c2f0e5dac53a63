package dev.junitllm.jupiter;

import dev.junitllm.Configuration;
import dev.junitllm.RunScope;
import dev.junitllm.run.TestId;
import java.util.function.Supplier;

/**
 * The run, as the scorers and gates of one method see it.
 *
 * @param run what is shared
 * @param id whose scorers and gates they are
 */
record MethodScope(RunScope run, TestId id) implements RunScope {

    @Override
    public Configuration configuration() {
        return run.configuration();
    }

    @Override
    public String test() {
        return id.className() + "#" + id.method();
    }

    @Override
    public <T extends AutoCloseable> T shared(Class<T> key, Supplier<T> create) {
        return run.shared(key, create);
    }
}
