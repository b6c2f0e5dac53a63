package dev.junitllm.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a rule made of a series, value by value: the evidence that it rises and that it falls. Above the limit either is an
 * alarm. Immutable.
 *
 * @param method the rule and its settings, for reports
 * @param rising the evidence after each value that the series rises
 * @param falling the evidence after each value that it falls
 * @param limit above which either is an alarm
 */
public record DriftChart(String method, List<Double> rising, List<Double> falling, double limit) {

    /**
     * Checks what it is made of.
     *
     * @param method the rule and its settings, for reports
     * @param rising the evidence after each value that the series rises
     * @param falling the evidence after each value that it falls
     * @param limit above which either is an alarm
     * @throws IllegalArgumentException where the two are not equally long
     */
    public DriftChart {
        rising = List.copyOf(rising);
        falling = List.copyOf(falling);
        if (rising.size() != falling.size()) {
            throw new IllegalArgumentException(
                    "both sides are equally long, unlike %s and %s".formatted(rising.size(), falling.size()));
        }
    }

    /**
     * The first alarm.
     *
     * @return where and which way, or empty where the series keeps its level as far as the rule can tell
     */
    public Optional<DriftAlarm> alarm() {
        for (int i = 0; i < rising.size(); i++) {
            if (rising.get(i) > limit || falling.get(i) > limit) {
                boolean rises = rising.get(i) >= falling.get(i);
                return Optional.of(new DriftAlarm(i + 1, rises, rises ? rising.get(i) : falling.get(i), limit));
            }
        }
        return Optional.empty();
    }

    /** Both sides of a series, as rules write them. */
    static final class Sides {

        private final List<Double> rising = new ArrayList<>();
        private final List<Double> falling = new ArrayList<>();

        void add(double rises, double falls) {
            rising.add(rises);
            falling.add(falls);
        }

        DriftChart chart(String method, double limit) {
            return new DriftChart(method, rising, falling, limit);
        }
    }

    static void checkSeries(double... values) {
        if (!Arrays.stream(values).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("a series has finite values, unlike %s: leave out runs without one"
                    .formatted(Arrays.toString(values)));
        }
    }
}
