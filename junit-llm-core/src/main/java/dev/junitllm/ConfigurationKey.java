package dev.junitllm;

/**
 * One setting that can be made. Modules add theirs through {@link ConfigurationKeys}.
 *
 * @param name the JUnit configuration parameter, such as {@code junit.llm.tags}; a part in angle brackets stands for a
 *     name of the user's, as in {@code junit.llm.judge.<name>.model}
 * @param defaultValue what holds where nothing is set, as text; empty where there is none
 * @param description one sentence for {@code docs/configuration.md}
 */
public record ConfigurationKey(String name, String defaultValue, String description) {

    /** What every key begins with. */
    public static final String PREFIX = "junit.llm.";

    /**
     * Checks what it is made of.
     *
     * @param name the JUnit configuration parameter, such as {@code junit.llm.tags}; a part in angle brackets stands for a
     *     name of the user's, as in {@code junit.llm.judge.<name>.model}
     * @param defaultValue what holds where nothing is set, as text; empty where there is none
     * @param description one sentence for {@code docs/configuration.md}
     */
    public ConfigurationKey {
        if (!name.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a key begins with " + PREFIX + ", unlike " + name);
        }
    }

    /**
     * The environment variable that overrides the parameter.
     *
     * @return such as {@code JUNIT_LLM_TAGS}
     */
    public String environmentVariable() {
        return name.replace('.', '_').replace('-', '_').toUpperCase(java.util.Locale.ROOT);
    }
}
