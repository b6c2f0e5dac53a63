package dev.junitllm.trace.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.trace.Traces;
import io.micrometer.observation.ObservationHandler;
import io.opentelemetry.sdk.trace.SpanProcessor;
import org.junit.jupiter.api.Test;
import org.springframework.ai.chat.observation.ChatModelObservationContext;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class JunitLlmAutoConfigurationTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    JunitLlmTracingAutoConfiguration.class, JunitLlmSpringAiAutoConfiguration.class));

    @Test
    void isFoundBySpringBoot() {
        assertThat(ImportCandidates.load(
                        org.springframework.boot.autoconfigure.AutoConfiguration.class,
                        getClass().getClassLoader()))
                .contains(
                        JunitLlmTracingAutoConfiguration.class.getName(),
                        JunitLlmSpringAiAutoConfiguration.class.getName());
    }

    @Test
    void contributesTheProcessorAndTheHandler() {
        application.run(context -> {
            assertThat(context.getBean(SpanProcessor.class)).isSameAs(Traces.spanProcessor());
            assertThat(context).hasSingleBean(ObservationHandler.class);
        });
    }

    @Test
    void doesWithoutSpringAi() {
        application
                .withClassLoader(new FilteredClassLoader(ChatModelObservationContext.class))
                .run(context -> assertThat(context)
                        .hasSingleBean(SpanProcessor.class)
                        .doesNotHaveBean(ObservationHandler.class));
    }

    @Test
    void doesWithoutMicrometer() {
        application
                .withClassLoader(new FilteredClassLoader("io.micrometer", "org.springframework.ai"))
                .run(context -> assertThat(context).hasSingleBean(SpanProcessor.class));
    }

    @Test
    void isLeftOutWhereThePropertiesSaySo() {
        application
                .withPropertyValues("junit-llm.tracing.enabled=false")
                .run(context -> assertThat(context)
                        .doesNotHaveBean(SpanProcessor.class)
                        .doesNotHaveBean(ObservationHandler.class));
    }
}
