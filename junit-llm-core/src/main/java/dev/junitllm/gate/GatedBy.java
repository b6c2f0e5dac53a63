package dev.junitllm.gate;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes an annotation a gate. Every built-in one is made this way, so your own is found in the same places: on the
 * method, its class, super classes, interfaces and enclosing test classes, directly, repeated, or through composed
 * annotations.
 */
@Documented
@Target(ElementType.ANNOTATION_TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface GatedBy {

    /**
     * Who turns the annotation into a gate.
     *
     * @return the factory
     */
    Class<? extends GateFactory<?>> value();
}
