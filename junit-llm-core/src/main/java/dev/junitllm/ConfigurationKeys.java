package dev.junitllm;

import java.util.List;

/** The settings a module understands, found by {@link java.util.ServiceLoader}, so that a misspelt one is noticed. */
public interface ConfigurationKeys {

    /**
     * The settings.
     *
     * @return every key this module reads
     */
    List<ConfigurationKey> keys();

    /**
     * The secrets.
     *
     * @return every secret this module reads; none unless overridden
     */
    default List<ConfigurationSecret> secrets() {
        return List.of();
    }
}
