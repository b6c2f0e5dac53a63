package dev.junitllm.gate;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Fails the build unless pass@k is high enough: how likely at least one of k samples of a case passes, on average over the
 * cases. It is what retrying a failed case up to k times comes to, so it suits an application that may try again, such as
 * one that writes code and runs it. Where every answer counts, use {@link PassHatK}.
 *
 * <pre>{@code
 * @GoldenSet("golden/programs.jsonl")
 * @Samples(10)
 * @CodeScore
 * @PassAtK(k = 3, atLeast = 0.9)
 * void writesCode(GoldenCase golden, Actual actual) { … }
 * }</pre>
 *
 * <p>Each case's is the unbiased estimate 1 − C(n−c, k) / C(n, k) from its n samples, c of which passed (Chen et al. 2021,
 * arXiv:2107.03374). The gate answers for the misses it counts. Errors are no samples; a case that has fewer than k others is
 * left out. The comparison is exact; the two-sided 95 % interval over the cases is printed, and decides nothing.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(PassAtKs.class)
@GatedBy(PassAtKFactory.class)
public @interface PassAtK {

    /**
     * Of how many samples one must pass.
     *
     * @return at least 1, at most what {@code @Samples} gives each case
     */
    int k();

    /**
     * The least mean of pass@k over the cases.
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
