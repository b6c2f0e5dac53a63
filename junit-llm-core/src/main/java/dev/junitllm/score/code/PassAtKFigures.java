package dev.junitllm.score.code;

import dev.junitllm.score.SetAggregation;
import dev.junitllm.score.SetFigures;
import dev.junitllm.stats.PassAtK;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * pass@k over the set: the mean of the cases' estimates. Given for 1, 2, 5, 10, 20, 50, 100, … and for as many samples as the
 * case with the fewest has; beyond that it is undefined for that case, and so for the set.
 */
final class PassAtKFigures implements SetAggregation {

    private static final List<Integer> STEPS = List.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1000);

    @Override
    public SetFigures over(List<Taken> taken) {
        Map<String, Tally> cases = new LinkedHashMap<>();
        taken.forEach(score ->
                cases.computeIfAbsent(score.caseId(), id -> new Tally()).add(score.value()));
        List<Tally> tallies = new ArrayList<>(cases.values());
        int fewest = tallies.stream().mapToInt(tally -> tally.samples).min().orElseThrow();
        TreeSet<Integer> shown =
                new TreeSet<>(STEPS.stream().filter(k -> k <= fewest).toList());
        shown.add(fewest);
        Map<String, Double> figures = new LinkedHashMap<>();
        for (int k : shown) {
            double mean = tallies.stream()
                    .mapToDouble(tally ->
                            PassAtK.estimate(tally.samples, tally.passed, k).orElseThrow())
                    .average()
                    .orElseThrow();
            figures.put("pass@" + k, mean);
        }
        return new SetFigures("pass@1", figures, List.of());
    }

    private static final class Tally {

        private int samples;
        private int passed;

        void add(double value) {
            samples++;
            passed += value == 1 ? 1 : 0;
        }
    }
}
