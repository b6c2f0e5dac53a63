package dev.junitllm.jupiter;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Takes known-flaky cases of a golden set out of its gates for a while: they run and are shown, with what came of them, and
 * fail nothing. The file names them, one JSON object a line, each with the day on which this ends and the reason:
 *
 * <pre>{@code
 * {"id": "refund-3", "until": "2027-01-31", "why": "reads the date wrong every third time; ticket 4711"}
 * }</pre>
 *
 * <p>What could let a broken case slip away fails the golden set before its first case: an entry whose day is over, one
 * without a reason, an id that no case has, one that stands there twice, and a quarantine for more than half of the set.
 * Every summary says how many cases are quarantined, and lists them.
 *
 * <p>Cases in quarantine are no part of what gates see: neither passes nor misses nor errors, and no change to a baseline.
 * On a class it holds for each of its golden sets; the method's own wins.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Quarantine {

    /**
     * The file that names the cases, found as the golden set's own files are.
     *
     * @return such as {@code golden/handbook.quarantine.jsonl}
     */
    String value();
}
