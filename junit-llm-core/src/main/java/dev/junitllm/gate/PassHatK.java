package dev.junitllm.gate;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Fails the build unless pass^k is high enough: how likely all of k samples of a case pass, on average over the cases. For
 * what must be right every time: an agent that solves 60 of 100 tasks at the first try may solve fewer than 25 of them eight
 * times in a row.
 *
 * <pre>{@code
 * @GoldenSet("golden/bookings.jsonl")
 * @Samples(8)
 * @ToolCallScore
 * @PassHatK(k = 4, atLeast = 0.8)
 * void books(GoldenCase golden, Actual actual) { … }
 * }</pre>
 *
 * <p>Each case's is the unbiased estimate C(c, k) / C(n, k) from its n samples, c of which passed (Yao et al. 2024, <i>τ-bench</i>,
 * arXiv:2406.12045). The gate answers for the misses it counts. Errors are no samples; a case that has fewer than k others is
 * left out. The comparison is exact; the two-sided 95 % interval over the cases is printed, and decides nothing.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(PassHatKs.class)
@GatedBy(PassHatKFactory.class)
public @interface PassHatK {

    /**
     * How many samples in a row must pass.
     *
     * @return at least 1, at most what {@code @Samples} gives each case
     */
    int k();

    /**
     * The least mean of pass^k over the cases.
     *
     * @return above 0, at most 1
     */
    double atLeast();

    /**
     * The one score whose bar counts, by its name.
     *
     * @return a score of the method, one that has a bar; empty for all of a case's bars and its own assertions
     */
    String of() default "";
}
