package dev.junitllm;

/** A setting is wrong. The message names it, what it was, and what it can be. */
public final class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message the setting, its value, and what to do
     */
    public ConfigurationException(String message) {
        super(message);
    }
}
