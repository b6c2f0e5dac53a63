package dev.junitllm.score;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One bar for several scores. A score joins by {@code group = "…"}; then the group decides the case in its place.
 *
 * <pre>{@code
 * @GoldenSet("golden/handbook.jsonl")
 * @ScoreGroup(name = "right", rule = ScoreGroup.Rule.ANY, atLeast = 1)
 * @ReferenceScore(value = ExactMatch.Folded.class, group = "right")
 * @NumericScore(tolerance = 0.01, group = "right")
 * void answers(GoldenCase golden, Actual actual) { … }
 * }</pre>
 *
 * <p>Where the group has a bar ({@link #atLeast()}), it is held against the lowest, the highest or the weighted mean value
 * of its members, which then have none of their own. Where it has none, each member is held against its own bar, and the
 * group scores 1 where all of them, or any of them, reached it.
 *
 * <p>The group's score stands beside those of its members and can be named by gates. A member that doesn't apply drops out;
 * a group of which none applies doesn't apply. A member that could not be made makes its group an ERROR, unless the
 * others have decided: one miss decides {@link Rule#ALL}, one hit decides {@link Rule#ANY}. Its error counts against the
 * error budget of the gates all the same: a score that can't be made is noticed, whatever stands beside it.
 *
 * <p>Levels add up: what stands on the class holds for each of its golden sets that has members for it.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(ScoreGroups.class)
public @interface ScoreGroup {

    /**
     * What the group's score is called.
     *
     * @return unique among the scores of the method
     */
    String name();

    /**
     * How the members count.
     *
     * @return all of them, unless set
     */
    Rule rule() default Rule.ALL;

    /**
     * The least value of the group that passes.
     *
     * @return from 0 to 1, or unset where each member has its own bar
     */
    double atLeast() default Bar.UNSET;

    /** How the members of a group count. */
    enum Rule {
        /** The lowest counts: every member must reach the bar. */
        ALL,
        /** The highest counts: one member that reaches the bar is enough. */
        ANY,
        /** Their mean counts, each as heavy as its {@code weight}. The group must have a bar. */
        WEIGHTED
    }
}
