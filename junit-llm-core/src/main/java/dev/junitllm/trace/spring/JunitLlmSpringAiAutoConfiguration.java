package dev.junitllm.trace.spring;

import dev.junitllm.trace.springai.SpringAiTraces;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/**
 * Records what a Spring Boot application does through Spring AI: Spring Boot hands every {@link ObservationHandler} that is a bean to
 * its registry. Found by Spring Boot; {@code junit-llm.tracing.enabled = false} among the application's properties leaves it out.
 */
@AutoConfiguration
@ConditionalOnClass(
        name = {
            "io.micrometer.observation.ObservationHandler",
            "org.springframework.ai.chat.observation.ChatModelObservationContext"
        })
@ConditionalOnProperty(name = "junit-llm.tracing.enabled", matchIfMissing = true)
public class JunitLlmSpringAiAutoConfiguration {

    /** Made by Spring Boot. */
    public JunitLlmSpringAiAutoConfiguration() {}

    /**
     * The handler.
     *
     * @return the one that records Spring AI's observations
     */
    @Bean
    public ObservationHandler<Observation.Context> junitLlmSpringAiHandler() {
        return SpringAiTraces.observationHandler();
    }
}
