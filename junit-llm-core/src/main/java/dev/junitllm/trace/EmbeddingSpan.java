package dev.junitllm.trace;

import dev.junitllm.SpanKind;
import dev.junitllm.TraceNames;
import java.lang.reflect.Array;
import java.math.BigDecimal;

/** An embedding of texts, recorded by hand. Vectors themselves are not kept. */
public final class EmbeddingSpan extends LlmSpan {

    EmbeddingSpan(String model) {
        super(SpanKind.EMBEDDING, TraceNames.OPERATION_EMBEDDINGS, model);
        put(TraceNames.REQUEST_MODEL, model);
    }

    /**
     * Says who serves the model.
     *
     * @param name such as {@code openai}
     */
    public void provider(String name) {
        put(TraceNames.PROVIDER_NAME, name);
    }

    /**
     * Says how long the vectors are.
     *
     * @param number at least 1
     */
    public void dimensions(int number) {
        attribute(TraceNames.EMBEDDING_DIMENSIONS, number);
    }

    /**
     * Says how many tokens the texts were.
     *
     * @param number at least 0
     */
    public void tokens(long number) {
        attribute(TraceNames.USAGE_INPUT_TOKENS, number);
    }

    /**
     * Says what the call cost.
     *
     * @param dollars in US dollars, at least 0
     */
    public void cost(BigDecimal dollars) {
        putCost(dollars);
    }

    @Override
    void returned(Object result) {
        if (!hasOutput()
                && result.getClass().isArray()
                && result.getClass().getComponentType().isPrimitive()) {
            dimensions(Array.getLength(result));
        }
    }
}
