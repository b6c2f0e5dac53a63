package dev.junitllm.score.json;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How the fields at a path are compared, for {@link JsonScore} and for the arguments of tool calls.
 *
 * <pre>{@code
 * @FieldMatcher(path = "/total", tolerance = 0.01)
 * @FieldMatcher(path = "/id", match = FieldMatch.REGEX, pattern = "\\A[0-9a-f]{8}\\z")
 * @FieldMatcher(path = "/items", unordered = true, key = "sku")
 * }</pre>
 */
@Documented
@Target({})
@Retention(RetentionPolicy.RUNTIME)
public @interface FieldMatcher {

    /**
     * Where the fields stand.
     *
     * @return a JSON Pointer (RFC 6901) in which {@code *} stands for any one step and {@code **} for any number of them
     */
    String path();

    /**
     * How they are compared.
     *
     * @return equal unless set
     */
    FieldMatch match() default FieldMatch.EQUAL;

    /**
     * The regular expression to find somewhere in the text, for {@link FieldMatch#REGEX}.
     *
     * @return an expression ({@link java.util.regex.Pattern}); empty where each expected text is one
     */
    String pattern() default "";

    /**
     * How far a number may lie from the expected one, for {@link FieldMatch#EQUAL}.
     *
     * @return at least 0
     */
    double tolerance() default 0;

    /**
     * How far a number may lie from the expected one, relative to that, for {@link FieldMatch#EQUAL}. The larger of both
     * tolerances counts.
     *
     * @return at least 0; 0.01 is one per cent
     */
    double relativeTolerance() default 0;

    /**
     * Whether the order of an array doesn't matter.
     *
     * @return true to pair its elements by {@link #key()}, or as well as possible
     */
    boolean unordered() default false;

    /**
     * The field that tells the elements of an unordered array apart.
     *
     * @return a name such as {@code id}; empty for none
     */
    String key() default "";
}
