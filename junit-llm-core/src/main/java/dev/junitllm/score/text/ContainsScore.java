package dev.junitllm.score.text;

import dev.junitllm.score.Bar;
import dev.junitllm.score.ScoreGroup;
import dev.junitllm.score.ScoredBy;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Scores each case's output 1 where texts stand in it, or don't, else 0. The texts are the annotation's, the same for all
 * cases, which then need no reference; without any, they are each case's own acceptable answers.
 *
 * <pre>{@code
 * @GoldenSet("golden/support.jsonl")
 * @ContainsScore(form = TextForm.FOLDED, wholeWords = true)
 * @ContainsScore(value = {"as an AI", "I cannot"}, match = Match.NONE, form = TextForm.FOLDED)
 * @ContainsScore(value = "Dear ", place = Place.START)
 * void answers(GoldenCase golden, Actual actual) { … }
 * }</pre>
 *
 * <p>A text of the annotation that is empty, or of which its {@link #form()} leaves nothing, is an error before the first
 * case; such an answer of a case is an ERROR of kind {@code EMPTY_REFERENCE}: every output contains it. Levels add up: what
 * stands on the class applies to each of its golden sets together with the method's own.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(ContainsScores.class)
@ScoredBy(ContainsScoreFactory.class)
public @interface ContainsScore {

    /** How many of the texts must be there. */
    enum Match {
        /** At least one of them. */
        ANY,
        /** Each of them. */
        ALL,
        /** Not one of them. */
        NONE
    }

    /** Where in the output a text is looked for. */
    enum Place {
        /** Anywhere. */
        ANYWHERE("contains", "contains", "in the output"),
        /** The output begins with it. */
        START("starts-with", "begins with", "at the start of the output"),
        /** The output ends with it. */
        END("ends-with", "ends with", "at the end of the output");

        private final String metric;
        private final String verb;
        private final String where;

        Place(String metric, String verb, String where) {
            this.metric = metric;
            this.verb = verb;
            this.where = where;
        }

        String metric() {
            return metric;
        }

        String verb() {
            return verb;
        }

        String where() {
            return where;
        }
    }

    /**
     * What to look for, as it is: these are no regular expressions, which {@link MatchesScore} looks for.
     *
     * @return the texts; none for the acceptable answers of the case
     */
    String[] value() default {};

    /**
     * How many of the texts must be there.
     *
     * @return any, all or none
     */
    Match match() default Match.ANY;

    /**
     * Where they are looked for.
     *
     * @return anywhere, at the start or at the end
     */
    Place place() default Place.ANYWHERE;

    /**
     * What is done to output and texts before.
     *
     * @return the form both are brought to
     */
    TextForm form() default TextForm.AS_WRITTEN;

    /**
     * Whether a text must not begin or end inside of a word: {@code 3} is in {@code 13}, but not as a whole word. Words are
     * made of letters, digits and the marks on them, of any script. In scripts written without spaces, such as Chinese or
     * Thai, every character counts as a word.
     *
     * @return true for whole words only
     */
    boolean wholeWords() default false;

    /**
     * The least score that passes.
     *
     * @return from 0 to 1; 1 unless set, and none for a member of a group that has a bar
     */
    double atLeast() default Bar.UNSET;

    /**
     * The name the scores carry.
     *
     * @return unique on the method; empty for {@code contains}, {@code contains-all}, {@code contains-none},
     *     {@code starts-with} and so on
     */
    String name() default "";

    /**
     * Whether the score is only kept and shown, without a bar.
     *
     * @return true to ignore {@link #atLeast()}
     */
    boolean recordOnly() default false;

    /**
     * Whether the opposite is scored: 1 less the score. What can't be scored is an ERROR all the same, and an output that
     * can't be read scores 0.
     *
     * @return true to negate
     */
    boolean negate() default false;

    /**
     * The {@link ScoreGroup} whose bar answers for this score.
     *
     * @return the group's name, or empty where the score stands alone
     */
    String group() default "";

    /**
     * How much the score counts in a weighted group.
     *
     * @return above 0
     */
    double weight() default 1;
}
