package dev.junitllm.judge.chat;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which model answers: everything about it that decides its answers and is not in the request. Holds no secret.
 *
 * @param provider whose protocol it speaks or who made it, such as {@code openai}; never blank
 * @param model the model, as its provider calls it; never blank
 * @param parameters what else is sent with every request, by name; sorted and immutable
 */
public record ChatModelDescription(String provider, String model, Map<String, String> parameters) {

    /** A model of the user's that says nothing of itself. */
    public static final ChatModelDescription UNNAMED = of("custom", "unnamed");

    /**
     * Checks what it is made of.
     *
     * @param provider whose protocol it speaks or who made it, such as {@code openai}; never blank
     * @param model the model, as its provider calls it; never blank
     * @param parameters what else is sent with every request, by name; sorted and immutable
     * @throws IllegalArgumentException where provider or model are blank
     */
    public ChatModelDescription {
        if (provider.isBlank() || model.isBlank()) {
            throw new IllegalArgumentException(
                    "provider = \"%s\", model = \"%s\": neither may be blank".formatted(provider, model));
        }
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    /**
     * Describes a model without parameters.
     *
     * @param provider who made it, such as {@code bedrock}; never blank
     * @param model the model, as its provider calls it; never blank
     * @return the description
     */
    public static ChatModelDescription of(String provider, String model) {
        return new ChatModelDescription(provider, model, Map.of());
    }

    /** Shows provider and model, such as {@code openai/gpt-4o-mini}, with the parameters where there are any. */
    @Override
    public String toString() {
        return provider + "/" + model + (parameters.isEmpty() ? "" : " " + parameters);
    }
}
