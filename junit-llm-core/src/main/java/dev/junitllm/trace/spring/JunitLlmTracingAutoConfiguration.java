package dev.junitllm.trace.spring;

import dev.junitllm.trace.Traces;
import io.opentelemetry.sdk.trace.SpanProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/**
 * Gives the spans of a Spring Boot application to the tests they belong to: Spring Boot, 3.5 or 4.0, hands every
 * {@link SpanProcessor} that is a bean to the SDK it makes, where it makes one. Found by Spring Boot; {@code
 * junit-llm.tracing.enabled = false} among the application's properties leaves it out.
 */
@AutoConfiguration
@ConditionalOnProperty(name = "junit-llm.tracing.enabled", matchIfMissing = true)
public class JunitLlmTracingAutoConfiguration {

    /** Made by Spring Boot. */
    public JunitLlmTracingAutoConfiguration() {}

    /**
     * The processor.
     *
     * @return the one that gives spans to tests
     */
    @Bean
    public SpanProcessor junitLlmSpanProcessor() {
        return Traces.spanProcessor();
    }
}
