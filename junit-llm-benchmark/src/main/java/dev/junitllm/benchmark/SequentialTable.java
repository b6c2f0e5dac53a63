package dev.junitllm.benchmark;

import dev.junitllm.stats.BettingDesign;
import dev.junitllm.stats.BettingState;
import dev.junitllm.stats.FixedDesign;
import dev.junitllm.stats.SequentialCosts;
import dev.junitllm.stats.SequentialDecision;
import dev.junitllm.stats.SequentialDesign;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;

/** How many samples sequential tests take beside a test of fixed size, as in {@code docs/statistics.md}. */
final class SequentialTable {

    private static final double CONFIDENCE = 0.95;
    private static final double ERROR = 0.05;
    private static final int BATCH = 8;
    private static final int CAP = 3;
    private static final int RUNS = 2_000;

    private static final List<Rates> DESIGNS = List.of(
            new Rates(0.5, 0.7),
            new Rates(0.7, 0.8),
            new Rates(0.8, 0.9),
            new Rates(0.85, 0.95),
            new Rates(0.9, 0.95),
            new Rates(0.9, 0.97),
            new Rates(0.9, 0.99),
            new Rates(0.95, 0.98),
            new Rates(0.95, 0.99));

    private record Rates(double bad, double good) {

        FixedDesign fixed() {
            return FixedDesign.smallest(bad, good, ERROR, ERROR);
        }

        double middle() {
            return (bad + good) / 2;
        }

        double worse() {
            return 2 * bad - good;
        }
    }

    private SequentialTable() {}

    static void print(PrintStream out) {
        out.println();
        out.println(
                "| rates | fixed size | curtailed, at either rate | bad | good | middle | all pass | worse | batches"
                        + " of 8, at either rate | 95 of 100 runs at the good rate | false PASS, false FAIL | INCONCLUSIVE"
                        + " |");
        out.println("|---|---|---|---|---|---|---|---|---|---|---|---|");
        likelihoodRatio().forEach(out::println);
        out.println();
        out.println("| rates | bad | good | middle | all pass | false PASS, false FAIL |");
        out.println("|---|---|---|---|---|---|");
        DESIGNS.stream().map(SequentialTable::bettingRow).forEach(out::println);
        out.flush();
    }

    /** Computed, so that they are the same wherever they are. */
    static Stream<String> likelihoodRatio() {
        return DESIGNS.stream().map(SequentialTable::row);
    }

    private static String row(Rates rates) {
        FixedDesign fixed = rates.fixed();
        SequentialDesign design = SequentialDesign.strict(rates.bad(), rates.good(), CONFIDENCE, CAP * fixed.size());
        SequentialCosts bad = SequentialCosts.of(design, rates.bad());
        SequentialCosts good = SequentialCosts.of(design, rates.good());
        SequentialCosts middle = SequentialCosts.of(design, rates.middle());
        return String.format(
                Locale.ROOT,
                "| %s, %s | %d | %.0f, %.0f | %.0f | %.0f | %.0f | %.0f | %.0f | %.0f, %.0f | %d | %.3f, %.3f | %.3f |",
                rates.bad(),
                rates.good(),
                fixed.size(),
                fixed.curtailedMeanSamples(rates.bad()),
                fixed.curtailedMeanSamples(rates.good()),
                bad.meanSamples(),
                good.meanSamples(),
                middle.meanSamples(),
                SequentialCosts.of(design, 1).meanSamples(),
                SequentialCosts.of(design, rates.worse()).meanSamples(),
                SequentialCosts.of(design, rates.bad(), BATCH).meanSamples(),
                SequentialCosts.of(design, rates.good(), BATCH).meanSamples(),
                good.samplesOf95Percent(),
                bad.pass(),
                good.fail(),
                middle.inconclusive());
    }

    private static String bettingRow(Rates rates) {
        BettingDesign design = new BettingDesign(
                rates.bad(), rates.good(), ERROR, ERROR, CAP * rates.fixed().size());
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        Bets bad = Bets.run(design, rates.bad(), random);
        Bets good = Bets.run(design, rates.good(), random);
        return String.format(
                Locale.ROOT,
                "| %s, %s | %.0f | %.0f | %.0f | %.0f | %.3f, %.3f |",
                rates.bad(),
                rates.good(),
                bad.meanSamples(),
                good.meanSamples(),
                Bets.run(design, rates.middle(), random).meanSamples(),
                Bets.run(design, 1, random).meanSamples(),
                bad.pass(),
                good.fail());
    }

    /** What betting came to over some runs of passes and failures. */
    private record Bets(double meanSamples, double pass, double fail) {

        static Bets run(BettingDesign design, double rate, RandomGenerator random) {
            long samples = 0;
            int passes = 0;
            int failures = 0;
            for (int run = 0; run < RUNS; run++) {
                BettingState state = design.begin();
                while (!state.decision().isFinal()) {
                    state = state.add(random.nextDouble() < rate ? 1.0 : 0.0);
                }
                samples += state.scores();
                passes += state.decision() == SequentialDecision.PASS ? 1 : 0;
                failures += state.decision() == SequentialDecision.FAIL ? 1 : 0;
            }
            return new Bets(samples / (double) RUNS, passes / (double) RUNS, failures / (double) RUNS);
        }
    }
}
