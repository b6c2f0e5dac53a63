package dev.junitllm.stats;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Checks what plans are made from, and keeps it for reports. */
final class PlanInputs {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final Map<String, Double> all = new LinkedHashMap<>();

    /** From {@code least}, exclusive, to {@code most}, inclusive. */
    PlanInputs between(String name, double value, double least, double most) {
        if (!(value > least && value <= most)) {
            throw new IllegalArgumentException(
                    "%s lies above %s and is at most %s, unlike %s".formatted(name, least, most, value));
        }
        return with(name, value);
    }

    PlanInputs open(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException("%s lies between 0 and 1, unlike %s".formatted(name, value));
        }
        return with(name, value);
    }

    PlanInputs positive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("%s is above 0, unlike %s".formatted(name, value));
        }
        return with(name, value);
    }

    PlanInputs count(String name, long value) {
        return positive(name, (double) value);
    }

    PlanInputs notNegative(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("%s is at least 0, unlike %s".formatted(name, value));
        }
        return with(name, value);
    }

    SampleSize size(String method, double unrounded) {
        return new SampleSize(method, all, unrounded);
    }

    /** The quantile of the normal distribution that leaves so much above it. */
    static double z(double tail) {
        return NORMAL.inverseSurvivalProbability(tail);
    }

    private PlanInputs with(String name, double value) {
        all.put(name, value);
        return this;
    }
}
