package dev.junitllm.stats;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How often a gate passes an application whose true pass rate lies exactly at the bar, by several ways to decide. Each case
 * has a pass rate of its own, drawn from a beta distribution with the bar as its mean; the samples of a case share it, and are
 * correlated by as much as the ICC says. A gate at 95 % confidence may pass 5 % of such runs.
 */
final class CoinTossTable {

    /** Ways to decide, as the columns of the table. */
    enum Rule {
        RAW_RATE("raw rate", (rate, bar) -> passed(rate) * 1000 >= Math.rint(bar * 1000) * rate.samples()),
        WILSON_OF_SAMPLES("Wilson of all samples", (rate, bar) -> wilson(rate, (double) rate.samples()) >= bar),
        CLUSTERED_T(
                "clustered t",
                (rate, bar) -> rate.standardError() == 0
                        ? rate.rate() >= bar
                        : rate.rate() - t(rate.cases()) * rate.standardError() >= bar),
        WILSON_OF_EFFECTIVE_SIZE(
                "Wilson of the effective size",
                (rate, bar) -> wilson(rate, rate.samples() / rate.designEffect()) >= bar),
        KORN_GRAUBARD("Korn–Graubard", (rate, bar) -> rate.oneSided(CONFIDENCE).lower() >= bar),
        GATE("the gate", (rate, bar) -> rate.demonstrated(CONFIDENCE).lower() >= bar);

        private final String label;
        private final BiPredicate<ClusteredRate, Double> passes;

        Rule(String label, BiPredicate<ClusteredRate, Double> passes) {
            this.label = label;
            this.passes = passes;
        }

        private static double passed(ClusteredRate rate) {
            return Math.rint(rate.rate() * rate.samples());
        }

        private static double wilson(ClusteredRate rate, double size) {
            double passes = rate.rate() == 1 ? size : rate.rate() * size;
            return BinomialInterval.WILSON
                    .interval(passes, size, CONFIDENCE, false)
                    .lower();
        }

        private static double t(int cases) {
            return TDistribution.of(cases - 1).inverseCumulativeProbability(CONFIDENCE);
        }
    }

    /** One line of the table. */
    record Design(int cases, int samples, double correlation, double bar) {

        @Override
        public String toString() {
            return samples == 1
                    ? "%s cases, bar %s".formatted(cases, bar)
                    : "%s cases × %s, ICC %s, bar %s".formatted(cases, samples, correlation, bar);
        }
    }

    static final double CONFIDENCE = 0.95;

    static final List<Design> DESIGNS = List.of(
            new Design(20, 5, 0.5, 0.9),
            new Design(20, 5, 0.8, 0.9),
            new Design(50, 5, 0.5, 0.9),
            new Design(50, 3, 0.3, 0.9),
            new Design(100, 5, 0.5, 0.9),
            new Design(200, 5, 0.5, 0.95),
            new Design(30, 1, 0, 0.9));

    private CoinTossTable() {}

    /** The share of runs that pass, by rule. */
    static Map<Rule, Double> passes(Design design, int runs, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        double[] upTo = cumulative(design);
        // runs with equally many cases of each kind are one and the same to every rule
        Map<List<Integer>, boolean[]> decided = new HashMap<>();
        int[] passes = new int[Rule.values().length];
        for (int run = 0; run < runs; run++) {
            Integer[] casesByPasses = new Integer[design.samples() + 1];
            Arrays.fill(casesByPasses, 0);
            for (int i = 0; i < design.cases(); i++) {
                double draw = random.nextDouble();
                int passed = 0;
                while (passed < design.samples() && draw >= upTo[passed]) {
                    passed++;
                }
                casesByPasses[passed]++;
            }
            boolean[] decisions = decided.computeIfAbsent(List.of(casesByPasses), kinds -> decide(design, kinds));
            for (Rule rule : Rule.values()) {
                passes[rule.ordinal()] += decisions[rule.ordinal()] ? 1 : 0;
            }
        }
        return Arrays.stream(Rule.values()).collect(Collectors.toMap(r -> r, r -> passes[r.ordinal()] / (double) runs));
    }

    /** The table in Markdown. */
    static String table(int runs, long seed) {
        StringBuilder table = new StringBuilder("| design |");
        Arrays.stream(Rule.values())
                .forEach(rule -> table.append(' ').append(rule.label).append(" |"));
        table.append("\n|---|").append("---|".repeat(Rule.values().length));
        for (Design design : DESIGNS) {
            Map<Rule, Double> shares = passes(design, runs, seed);
            table.append("\n| ").append(design).append(" |");
            for (Rule rule : Rule.values()) {
                table.append(String.format(Locale.ROOT, " %.3f |", shares.get(rule)));
            }
        }
        return table.toString();
    }

    private static boolean[] decide(Design design, List<Integer> casesByPasses) {
        int[] samples = new int[design.cases()];
        Arrays.fill(samples, design.samples());
        int[] passed = new int[design.cases()];
        int place = 0;
        for (int i = 0; i < casesByPasses.size(); i++) {
            Arrays.fill(passed, place, place + casesByPasses.get(i), i);
            place += casesByPasses.get(i);
        }
        ClusteredRate rate = ClusteredRate.of(passed, samples);
        boolean[] decisions = new boolean[Rule.values().length];
        for (Rule rule : Rule.values()) {
            decisions[rule.ordinal()] = rule.passes.test(rate, design.bar());
        }
        return decisions;
    }

    /** The chances of so many passes or fewer: beta-binomial, whose rates have the mean and the correlation asked for. */
    private static double[] cumulative(Design design) {
        if (design.correlation() == 0) {
            return new double[] {1 - design.bar()};
        }
        double weight = (1 - design.correlation()) / design.correlation();
        double a = design.bar() * weight;
        double b = (1 - design.bar()) * weight;
        double[] upTo = new double[design.samples() + 1];
        double sum = 0;
        for (int passed = 0; passed <= design.samples(); passed++) {
            double chance = 1;
            for (int i = 0; i < design.samples(); i++) {
                boolean pass = i < passed;
                chance *= (pass ? a + i : b + i - passed) / (a + b + i);
            }
            sum += chance * choose(design.samples(), passed);
            upTo[passed] = sum;
        }
        return upTo;
    }

    private static double choose(int all, int some) {
        double product = 1;
        for (int i = 0; i < some; i++) {
            product = product * (all - i) / (i + 1);
        }
        return product;
    }
}
