package dev.junitllm.trace;

import org.jspecify.annotations.Nullable;

/**
 * What is done during a step.
 *
 * @param <S> the step
 * @param <T> what it returns
 * @param <E> what it throws
 */
@FunctionalInterface
public interface SpanWork<S extends LlmSpan, T extends @Nullable Object, E extends Exception> {

    /**
     * Does it.
     *
     * @param span the step, the current one meanwhile
     * @return anything
     * @throws E where it fails
     */
    T apply(S span) throws E;
}
