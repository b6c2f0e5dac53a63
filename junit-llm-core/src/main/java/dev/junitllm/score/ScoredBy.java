package dev.junitllm.score;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes an annotation a scorer. Every built-in one is made this way, so your own {@code @MaxWords(50)} is found in the
 * same places: on the method, its class, super classes, interfaces and enclosing test classes, directly, repeated, or
 * through composed annotations.
 */
@Documented
@Target(ElementType.ANNOTATION_TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ScoredBy {

    /**
     * Who turns the annotation into a scorer.
     *
     * @return the factory
     */
    Class<? extends ScorerFactory<?>> value();
}
