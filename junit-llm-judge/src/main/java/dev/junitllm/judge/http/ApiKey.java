package dev.junitllm.judge.http;

import dev.junitllm.ConfigurationException;
import dev.junitllm.trace.Redactor;
import java.util.Map;

/** A secret that goes into a request's header and nowhere else. Immutable; says nothing of itself but where it came from. */
public final class ApiKey {

    private final String source;
    private final String value;
    private final Redactor redactor;

    /**
     * Checks the key.
     *
     * @param source where it came from, for messages, such as the environment variable's name
     * @param value the key itself
     * @throws ConfigurationException where the value can't be sent in a header; without showing it
     */
    public ApiKey(String source, String value) {
        if (value.isEmpty() || !value.chars().allMatch(character -> character > ' ' && character < 0x7f)) {
            throw new ConfigurationException(
                    "the API key in %s is empty or holds white space or characters outside ASCII, which no header can carry"
                            .formatted(source));
        }
        this.source = source;
        this.value = value;
        this.redactor = Redactor.forEnvironment(Map.of("API_KEY", value));
    }

    /**
     * Where the key came from.
     *
     * @return such as {@code OPENAI_API_KEY}
     */
    public String source() {
        return source;
    }

    /**
     * Removes the key, and whatever else looks like one, from text that a server wrote.
     *
     * @param text any text
     * @return the text without it
     */
    String removeFrom(String text) {
        return redactor.redact(text);
    }

    /** The key itself, for a header. */
    String value() {
        return value;
    }

    @Override
    public String toString() {
        return "API key in " + source;
    }
}
