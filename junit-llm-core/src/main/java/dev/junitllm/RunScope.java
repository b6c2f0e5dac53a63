package dev.junitllm;

import java.util.function.Supplier;

/** What lives as long as one run, for scorers and gates that need settings or something expensive to share. */
public interface RunScope {

    /**
     * The settings of this run.
     *
     * @return the configuration
     */
    Configuration configuration();

    /**
     * Something made once per run and closed at its end, such as an HTTP client. Safe to call from several threads.
     *
     * @param <T> the kind of thing
     * @param key its type, which identifies it
     * @param create makes it, at the first call
     * @return the one shared by the whole run
     */
    <T extends AutoCloseable> T shared(Class<T> key, Supplier<T> create);
}
