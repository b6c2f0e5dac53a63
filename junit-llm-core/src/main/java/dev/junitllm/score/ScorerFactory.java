package dev.junitllm.score;

import dev.junitllm.RunScope;
import java.lang.annotation.Annotation;

/**
 * Turns an annotation marked with {@link ScoredBy} into what it asks for. Has a constructor without parameters.
 *
 * @param <A> the annotation
 */
@FunctionalInterface
public interface ScorerFactory<A extends Annotation> {

    /**
     * Makes the scorer, its name and its bar: once per test method, before the first case. What is missing or wrong is
     * thrown here, so that it fails before any call is paid for.
     *
     * @param annotation as it stands on the method or class
     * @param scope the settings of the run, and what it shares
     * @return the measure
     * @throws IllegalArgumentException naming the attribute, where one is wrong
     */
    Measure create(A annotation, RunScope scope);
}
