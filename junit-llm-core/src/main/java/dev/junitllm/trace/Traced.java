package dev.junitllm.trace;

import dev.junitllm.SpanKind;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Calls of this method, or of all methods of this interface, are steps of the trace, once the object is wrapped:
 *
 * <pre>{@code
 * interface Handbook {
 *     @Traced(kind = SpanKind.RETRIEVAL, value = "handbook")
 *     List<Document> search(String question);
 * }
 *
 * Handbook handbook = Traces.wrap(new LuceneHandbook(), Handbook.class);
 * }</pre>
 *
 * <p>Arguments are what goes in, the result is what comes out; what is thrown is recorded and thrown on. Where the result is a
 * {@link java.util.concurrent.CompletionStage} the step ends when that is complete, and where it is a plain {@link
 * java.util.concurrent.Future} when it has been asked for. Calls that the object makes of itself are not seen. On a method it
 * counts more than on the interface.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Traced {

    /**
     * What the step is done with: the tool, the source that is searched, the model, …
     *
     * @return the name, or empty for that of the method
     */
    String value() default "";

    /**
     * What the step is for. A {@link SpanKind#TOOL}'s arguments are the call's by the names of the parameters (which the
     * compiler keeps where it is told {@code -parameters}), the query of a {@link SpanKind#RETRIEVAL} and the prompt of an
     * {@link SpanKind#LLM} are the first text among them.
     *
     * @return the kind; {@link SpanKind#OTHER} is taken for a chain
     */
    SpanKind kind() default SpanKind.CHAIN;
}
