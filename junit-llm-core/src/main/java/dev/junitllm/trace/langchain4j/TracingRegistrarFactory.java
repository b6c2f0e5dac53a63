package dev.junitllm.trace.langchain4j;

import dev.langchain4j.observability.api.AiServiceListenerRegistrar;
import dev.langchain4j.observability.api.DefaultAiServiceListenerRegistrar;
import dev.langchain4j.spi.observability.AiServiceListenerRegistrarFactory;
import java.util.ServiceLoader;

/** Has every AI service recorded. Found by LangChain4j, which takes the first there is: another's is asked by this one. */
public final class TracingRegistrarFactory implements AiServiceListenerRegistrarFactory {

    /** Made by Java's service loader. */
    public TracingRegistrarFactory() {}

    /**
     * A registrar of one AI service.
     *
     * @return with our listeners, and none of the application's yet
     */
    @Override
    public AiServiceListenerRegistrar get() {
        AiServiceListenerRegistrar registrar = ServiceLoader.load(AiServiceListenerRegistrarFactory.class).stream()
                .filter(provider -> provider.type() != TracingRegistrarFactory.class)
                .findFirst()
                .map(provider -> provider.get().get())
                .orElseGet(DefaultAiServiceListenerRegistrar::new);
        registrar.register(LangChain4jTraces.aiServiceListeners());
        return registrar;
    }
}
