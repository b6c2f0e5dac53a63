package dev.junitllm.jupiter;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a parameter of a {@link GoldenSet} method the case's input, bound to the parameter's type by Jackson: a
 * {@code String} gets the text (or compact JSON), a record or class its fields. Input that doesn't fit fails the case,
 * naming it and the place.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Input {}
