package dev.junitllm;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
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
     * The test that a scorer or gate is made for, so that what its scorers count is told apart from what others count.
     *
     * @return the name of its class, {@code #} and the name of its method; empty outside of a golden-set method
     */
    default String test() {
        return "";
    }

    /**
     * Where files that are committed beside the test belong.
     *
     * @return the folder of the test's build module, absolute; empty outside of a golden-set method
     */
    default Optional<Path> moduleFolder() {
        return Optional.empty();
    }

    /**
     * Says something in the summary of the test. Outside of a golden-set method nothing is said.
     *
     * @param remark asked once the golden set has ended
     */
    default void whenEnded(EndRemark remark) {}

    /**
     * Keeps something of the test in {@code run.json}, beside its golden set: by which models it was scored, what they cost.
     * Outside of a golden-set method nothing is kept.
     *
     * @param name what it is called there, in lower camel case
     * @param fact asked whenever the file is written: texts, numbers, booleans, and lists and maps of such; secrets are removed
     */
    default void keep(String name, Supplier<Map<String, Object>> fact) {}

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
