package dev.junitllm.gate;

import dev.junitllm.RunScope;
import java.lang.annotation.Annotation;

/**
 * Turns an annotation marked with {@link GatedBy} into a gate. Has a constructor without parameters.
 *
 * @param <A> the annotation
 */
@FunctionalInterface
public interface GateFactory<A extends Annotation> {

    /**
     * Makes the gate: once per test method, before the first case.
     *
     * @param annotation as it stands on the method or class
     * @param scope the settings of the run, and what it shares
     * @return the gate
     * @throws IllegalArgumentException naming the attribute, where one is wrong
     */
    Gate create(A annotation, RunScope scope);
}
