package dev.junitllm.gate;

import dev.junitllm.run.Estimate;
import dev.junitllm.run.RunSummary;
import dev.junitllm.stats.Multiplicity;
import dev.junitllm.stats.PValue.Alternative;
import dev.junitllm.stats.UnpairedDifference;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the slices of a golden set came out, to look for weak spots. Looking at twenty slices finds a weak one in most runs
 * even where there is none, so each is compared with the rest of the set (Welch's test over cases, looking for less) and
 * corrected for how many were looked at: by Benjamini and Hochberg to explore, by Holm to raise an alarm.
 *
 * @param name such as {@code tag=refund}
 * @param cases how many cases have a rate
 * @param rate the share that passed with its 95 % interval, or {@code null} where no case was scored
 * @param means the mean of each score that has one, by name
 * @param lower how surprising it were, corrected by Benjamini and Hochberg, if the slice were no worse than the rest; {@code
 *     null} where it is too small or can't be compared
 * @param alarm whether it is worse than the rest at 0.05, corrected by Holm
 */
public record SliceFigures(
        String name,
        int cases,
        @Nullable Estimate rate,
        Map<String, Double> means,
        @Nullable Double lower,
        boolean alarm) {

    /** A slice with fewer cases says nothing by itself. */
    public static final int LEAST_CASES = 10;

    private static final double ALPHA = 0.05;

    /**
     * Checks what it is made of.
     *
     * @param name such as {@code tag=refund}
     * @param cases how many cases have a rate
     * @param rate the share that passed with its 95 % interval, or {@code null} where no case was scored
     * @param means the mean of each score that has one, by name
     * @param lower how surprising it were, corrected by Benjamini and Hochberg, if the slice were no worse than the rest;
     *     {@code null} where it is too small or can't be compared
     * @param alarm whether it is worse than the rest at 0.05, corrected by Holm
     */
    public SliceFigures {
        means = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(means));
    }

    /**
     * Whether there are too few cases to say anything.
     *
     * @return true below {@link #LEAST_CASES}
     */
    public boolean tooSmall() {
        return cases < LEAST_CASES;
    }

    /**
     * All slices of a run.
     *
     * @param run the run
     * @return in alphabetical order; empty where the cases have neither tags nor metadata to slice by
     */
    public static List<SliceFigures> of(RunSummary run) {
        SliceCounts counts = SliceCounts.of(run);
        List<SliceFigures> plain = run.slices().names().stream()
                .filter(name -> run.slices().cases(name).cardinality() < run.cases())
                .map(name -> uncorrected(run, counts, name))
                .toList();
        List<SliceFigures> compared =
                plain.stream().filter(slice -> slice.lower() != null).toList();
        if (compared.isEmpty()) {
            return plain;
        }
        double[] raw = compared.stream().mapToDouble(SliceFigures::lowerOrOne).toArray();
        List<Double> explored = Multiplicity.BENJAMINI_HOCHBERG.adjust(raw).adjusted();
        List<Integer> alarms = Multiplicity.HOLM.adjust(raw).refuted(ALPHA);
        List<SliceFigures> corrected = new ArrayList<>();
        for (SliceFigures slice : plain) {
            int place = compared.indexOf(slice);
            corrected.add(
                    place < 0
                            ? slice
                            : new SliceFigures(
                                    slice.name,
                                    slice.cases,
                                    slice.rate,
                                    slice.means,
                                    explored.get(place),
                                    alarms.contains(place)));
        }
        return List.copyOf(corrected);
    }

    private double lowerOrOne() {
        return lower == null ? 1 : lower;
    }

    private static SliceFigures uncorrected(RunSummary run, SliceCounts counts, String name) {
        BitSet inside = run.slices().cases(name);
        BitSet outside = (BitSet) inside.clone();
        outside.flip(0, counts.cases());
        double[] rates = counts.rates(inside);
        Map<String, Double> means = counts.means(inside);
        if (rates.length == 0) {
            return new SliceFigures(name, 0, null, means, null, false);
        }
        double[] others = counts.rates(outside);
        boolean comparable = rates.length >= LEAST_CASES && others.length >= LEAST_CASES;
        Double p = comparable
                ? UnpairedDifference.welch(others, rates, 0, Alternative.LESS).value()
                : null;
        return new SliceFigures(name, rates.length, counts.rate(inside, run.samplesPerCase()), means, p, false);
    }
}
