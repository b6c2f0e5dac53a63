package dev.junitllm.jupiter;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Traces a plain test, or all of a class, as {@link GoldenSet} does each of its cases: a root span is current around the test's
 * body, every span of its trace is kept in a file of the run's folder, and a failure says where.
 *
 * <pre>{@code
 * @Test
 * @KeepTrace
 * void looksUpTheOrder() {
 *     assertThat(assistant.answer("Where is order 17?")).contains("Lisbon");
 *     assertThatTrace().calledTool("lookup").hasNoErrors();
 * }
 * }</pre>
 *
 * <p>Tests with parameters and repeated ones leave a trace for each invocation. Golden sets are traced without it. Safe at any
 * parallelism. {@code junit.llm.trace = off} turns it off.
 */
@Documented
@Inherited
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(KeepTraceExtension.class)
public @interface KeepTrace {}
