package dev.junitllm;

/**
 * A secret that can be given, by an environment variable and in no other way: files are committed and system properties are
 * printed. Modules add theirs through {@link ConfigurationKeys}.
 *
 * @param environmentVariable such as {@code JUNIT_LLM_EMBEDDING_API_KEY}
 * @param description one sentence for {@code docs/configuration.md}
 */
public record ConfigurationSecret(String environmentVariable, String description) {}
