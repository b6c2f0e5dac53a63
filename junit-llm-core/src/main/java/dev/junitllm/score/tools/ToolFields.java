package dev.junitllm.score.tools;

import dev.junitllm.score.json.FieldMatcher;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How the arguments of one tool are compared, for {@link ToolCallScore}. */
@Documented
@Target({})
@Retention(RetentionPolicy.RUNTIME)
public @interface ToolFields {

    /**
     * The tool.
     *
     * @return its name
     */
    String tool();

    /**
     * How its arguments are compared, instead of {@link ToolCallScore#fields()}.
     *
     * @return the rules
     */
    FieldMatcher[] fields();
}
