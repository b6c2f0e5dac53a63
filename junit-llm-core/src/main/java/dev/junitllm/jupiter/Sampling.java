package dev.junitllm.jupiter;

import dev.junitllm.Sha256;
import dev.junitllm.gate.StopRule;
import dev.junitllm.run.SamplePlan;
import dev.junitllm.run.TestId;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * How often each case runs.
 *
 * @param samples how often; at most, where it may end early
 * @param rule when the run may end early
 */
record Sampling(int samples, StopRule rule) {

    private static final int SEED_DIGITS = 15;

    static Sampling of(TestId test, Method method, Class<?> testClass) {
        return MarkedAnnotations.places(method, testClass).stream()
                .map(place -> AnnotationSupport.findAnnotation(place, Samples.class))
                .flatMap(Optional::stream)
                .findFirst()
                .map(samples -> read(test, samples))
                .orElse(new Sampling(1, StopRule.NEVER));
    }

    private static Sampling read(TestId test, Samples samples) {
        int max = samples.max();
        if (max != 0 && samples.value() != 0) {
            throw ConfigurationMessages.samples(
                    test, "both value and max are set: value for a fixed number, or max with stopEarly = true");
        }
        if (max != 0 && !samples.stopEarly()) {
            throw ConfigurationMessages.samples(
                    test, "max = %s needs stopEarly = true; for a fixed number write @Samples(%s)".formatted(max, max));
        }
        if (max < 0 || (max == 0 && samples.value() < 1)) {
            throw ConfigurationMessages.tooFewSamples(test, max == 0 ? samples.value() : max);
        }
        StopRule rule = max == 0 ? StopRule.WHEN_SETTLED : StopRule.WHEN_KNOWN;
        return new Sampling(max == 0 ? samples.value() : max, samples.stopEarly() ? rule : StopRule.NEVER);
    }

    boolean stopEarly() {
        return rule != StopRule.NEVER;
    }

    /** File order, unless the run may end early: then what has run must say the most of the whole set. */
    SamplePlan plan(int cases, TestId test, long seed) {
        return stopEarly()
                ? SamplePlan.inRounds(cases, samples, seedOf(test, seed))
                : SamplePlan.inFileOrder(cases, samples);
    }

    /** Two golden sets of one run needn't go through their cases in the same order. */
    private static long seedOf(TestId test, long seed) {
        String words = seed + "\n" + test.className() + "\n" + test.method();
        String hash = Sha256.begin().add(words.getBytes(StandardCharsets.UTF_8)).hex();
        return Long.parseLong(hash.substring(0, SEED_DIGITS), 16);
    }
}
