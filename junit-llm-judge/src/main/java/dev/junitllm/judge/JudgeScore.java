package dev.junitllm.judge;

import dev.junitllm.judge.chat.ChatModel;
import dev.junitllm.judge.prompt.DataField;
import dev.junitllm.score.Bar;
import dev.junitllm.score.ScoredBy;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Scores each case by asking a language model.
 *
 * <pre>{@code
 * @GoldenSet("golden/handbook.jsonl")
 * @JudgeScore(value = Criteria.FAITHFULNESS, atLeast = 0.8)
 * @JudgeScore(question = "Does the answer stay polite?")
 * void answers(GoldenCase golden, Actual actual) { … }
 * }</pre>
 *
 * <p>One of {@link #value()}, {@link #question()} (with {@link #levels()} a rubric), {@link #checklist()} and {@link
 * #rubricOfCase()} says what to judge by. What is missing or wrong fails before the first case; a field that the application
 * has to give, such as what it retrieved, is an ERROR before the judge is asked.
 *
 * <p>The judge's reply is held to a schema. What doesn't fit it after one repair is an ERROR with a kind, never a score:
 * {@code INVALID_JSON}, {@code SCHEMA_VIOLATION}, {@code OUT_OF_RANGE}, {@code REFUSAL}, {@code TRUNCATED}, {@code EMPTY},
 * {@code EVIDENCE_NOT_FOUND}, {@code INJECTION_SUSPECTED}; so is what the model's client reports, such as {@code TIMEOUT},
 * {@code RATE_LIMITED} and {@code BUDGET}. Levels add up: what stands on the class applies to each of its golden sets
 * together with the method's own.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(JudgeScores.class)
@ScoredBy(JudgeScoreFactory.class)
public @interface JudgeScore {

    /**
     * A built-in criterion, or a file of your own.
     *
     * @return a name of {@link dev.junitllm.judge.criteria.Criteria}, or a place such as {@code rubrics/tone.yaml} on the
     *     class path or under the working folder, or {@code tone} for the same
     */
    String value() default "";

    /**
     * A question about the answer: yes is 1, no is 0. With {@link #levels()} it is what they are levels of.
     *
     * @return such as {@code Does the answer stay polite?}
     */
    String question() default "";

    /**
     * Questions that are answered by yes or no: the score is the share of yes.
     *
     * @return the questions
     */
    String[] checklist() default {};

    /**
     * What the five levels of a rubric mean, the worst first: 0, 0.25, 0.5, 0.75 and 1.
     *
     * @return five texts, or none
     */
    String[] levels() default {};

    /**
     * Whether each case brings a rubric of its own, in the field {@code rubric} of its metadata.
     *
     * @return true for a rubric of the case
     */
    boolean rubricOfCase() default false;

    /**
     * What the judge is shown for {@link #question()}, {@link #checklist()} and {@link #levels()}; all of it has to be there.
     *
     * @return the fields; the answer, and the question where there is one, unless set
     */
    DataField[] fields() default {};

    /**
     * The least score that passes.
     *
     * @return from 0 to 1; 1 unless set, and none for a member of a group that has a bar
     */
    double atLeast() default Bar.UNSET;

    /**
     * How many votes are asked for. With the median and the majority, no further one is cast once more than half agree.
     *
     * @return at least 1; one of each judge unless set
     */
    int votes() default 0;

    /**
     * How several votes become one score. A panel of several judges has to say it.
     *
     * @return at most one; the median unless set
     */
    Aggregate[] aggregate() default {};

    /**
     * Whether casting stops once more than half of the votes agree, where the aggregate is a median or a majority.
     *
     * @return false to cast all of them
     */
    boolean stopAtMajority() default true;

    /**
     * The names of configured judges. Several are a panel: they vote in turn.
     *
     * @return the names; the one judge of the settings {@code junit.llm.judge.*} unless set
     */
    String[] judges() default {};

    /**
     * A model of your own that judges instead.
     *
     * @return a class with a constructor without parameters; {@code ChatModel.class} for the configured one
     */
    Class<? extends ChatModel> model() default ChatModel.class;

    /**
     * Whether levels are weighted by the log-probabilities of their tokens, where the server gives them.
     *
     * @return true to ask for them, without reasons
     */
    boolean logprobs() default false;

    /**
     * The name the scores carry.
     *
     * @return unique on the method; empty for the criterion's own name
     */
    String name() default "";

    /**
     * Whether the score is only kept and shown, without a bar.
     *
     * @return true to ignore {@link #atLeast()}
     */
    boolean recordOnly() default false;

    /**
     * Whether the opposite is scored: 1 less the score. What can't be scored is an ERROR all the same.
     *
     * @return true to negate
     */
    boolean negate() default false;

    /**
     * The {@link dev.junitllm.score.ScoreGroup} whose bar answers for this score.
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
