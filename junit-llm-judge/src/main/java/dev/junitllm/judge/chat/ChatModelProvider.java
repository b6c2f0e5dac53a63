package dev.junitllm.judge.chat;

import dev.junitllm.Configuration;

/**
 * Makes chat models that settings name: the way for models that no client of this package reaches, such as those of Bedrock or
 * Vertex AI. Found by {@link java.util.ServiceLoader}.
 */
public interface ChatModelProvider {

    /**
     * What {@code junit.llm.judge.provider} calls it.
     *
     * @return a name of lower-case letters, digits and hyphens, and none of the built-in ones
     */
    String name();

    /**
     * Makes a model, once per run and judge; closed at its end where it is {@link AutoCloseable}.
     *
     * @param model what {@code junit.llm.judge.model} says
     * @param configuration all settings of the run
     * @return the model
     * @throws dev.junitllm.ConfigurationException saying what is missing
     */
    ChatModel create(String model, Configuration configuration);
}
