package dev.junitllm.jupiter;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a parameter of a {@link GoldenSet} method what the case expects, bound to the parameter's type by Jackson. A case
 * that expects nothing, or something that doesn't fit, fails, naming the case and the place.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Expected {}
