package dev.junitllm.cli;

import dev.junitllm.Decimals;
import dev.junitllm.stats.BinomialInterval;
import dev.junitllm.stats.DetectableDifferences;
import dev.junitllm.stats.FixedDesign;
import dev.junitllm.stats.RateFeasibility;
import dev.junitllm.stats.SampleSizes;
import dev.junitllm.stats.SequentialCosts;
import dev.junitllm.stats.SequentialDesign;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The answers to a {@link Question}, line by line. */
final class Plan {

    /** No sequential test is planned for more samples than this many times those of the fixed one. */
    private static final int CAP = 3;

    private final Question asked;
    private final List<String> lines = new ArrayList<>();

    private Plan(Question asked) {
        this.asked = asked;
    }

    static List<String> of(Question asked) {
        Plan plan = new Plan(asked);
        plan.presentSet();
        plan.drops();
        plan.bar();
        return List.copyOf(plan.lines);
    }

    private void presentSet() {
        long calls = (long) asked.cases() * asked.samples();
        lines.add("The set: %s, %s of each%s"
                .formatted(count(asked.cases(), "case"), count(asked.samples(), "sample"), cost(calls)));
        lines.add("  A perfect run shows a pass rate of at least %s (confidence %s)."
                .formatted(
                        show(RateFeasibility.bestLower(asked.cases(), asked.confidence())), show(asked.confidence())));
        lines.add("  " + gate() + ": " + feasibility());
        OptionalDouble seen =
                DetectableDifferences.ofPairedRates(asked.cases(), asked.discordant(), asked.alpha(), asked.power());
        lines.add("  Beside a baseline it sees "
                + (seen.isPresent() ? "a drop of " + show(seen.getAsDouble()) : "no drop at all")
                + " with power %s, where %s of the cases come out differently; smaller ones by luck alone."
                        .formatted(show(asked.power()), show(asked.discordant())));
        if (asked.samples() > 1) {
            lines.add("  Samples of one case are alike (%s): %s tell as much about the rate as %s that stand alone."
                    .formatted(show(asked.alike()), count(calls, "sample"), show(calls / asked.designEffect())));
        }
        lines.add("");
    }

    private String feasibility() {
        OptionalLong needed = RateFeasibility.fewestCases(asked.atLeast(), asked.confidence());
        if (needed.isPresent() && needed.getAsLong() > asked.cases()) {
            return "out of reach. Even a perfect run can't show it; %s are needed."
                    .formatted(count(needed.getAsLong(), "case"));
        }
        if (asked.samples() > 1) {
            return "within reach.";
        }
        long fewest = RateFeasibility.fewestSuccesses(
                        BinomialInterval.CLOPPER_PEARSON, asked.cases(), asked.atLeast(), asked.confidence())
                .orElseThrow();
        double chance =
                new FixedDesign(asked.atLeast(), asked.target(), asked.cases(), (int) fewest).passes(asked.target());
        return "takes %s of %s. An application of rate %s passes in %s of 100 runs."
                .formatted(fewest, asked.cases(), show(asked.target()), whole(100 * chance));
    }

    private void drops() {
        lines.add("To see a drop of %s (confidence %s, power %s, %s of the cases come out differently):"
                .formatted(
                        show(asked.drop()), show(asked.confidence()), show(asked.power()), show(asked.discordant())));
        long seen = SampleSizes.pairedRates(asked.discordant(), asked.drop(), asked.alpha(), asked.power())
                .cases();
        lines.add("  %s%s to notice it where it is there,".formatted(count(seen, "case"), cost(seen)));
        long shown = SampleSizes.nonInferiorRates(asked.discordant(), asked.drop(), asked.alpha(), asked.power())
                .cases();
        lines.add("  %s%s for @NoRegression(maxDrop = %s) to pass where nothing has changed."
                .formatted(count(shown, "case"), cost(shown), show(asked.drop())));
        lines.add("");
    }

    private void bar() {
        lines.add("To tell a rate of %s from %s (wrong in %s of 100 runs at most, either way):"
                .formatted(show(asked.target()), show(asked.atLeast()), whole(100 * asked.alpha())));
        FixedDesign fixed = FixedDesign.smallest(asked.atLeast(), asked.target(), asked.alpha(), asked.alpha());
        lines.add("  all at once    %s, of which %s must pass%s"
                .formatted(count(fixed.size(), "sample"), fixed.fewestToPass(), cost(fixed.size())));
        int cap = Math.multiplyExact(CAP, fixed.size());
        SequentialDesign design = SequentialDesign.strict(asked.atLeast(), asked.target(), asked.confidence(), cap);
        lines.add("  stopping early, %s at most:".formatted(count(cap, "sample")));
        lines.add("    true rate   mean samples   95 of 100 runs   passes   saved"
                + (asked.price() == null ? "" : "   mean cost"));
        rates().forEach(rate -> lines.add(row(SequentialCosts.of(design, rate), fixed.size())));
        lines.add("  " + howToWrite(cap));
    }

    private List<Double> rates() {
        double below = Math.max(0, 2 * asked.atLeast() - asked.target());
        double middle = (asked.atLeast() + asked.target()) / 2;
        return List.of(below, asked.atLeast(), middle, asked.target(), 1.0).stream()
                .distinct()
                .toList();
    }

    private String row(SequentialCosts costs, int fixed) {
        String saved = whole(100 * (1 - costs.meanSamples() / fixed)) + " %";
        return "    %9s   %12s   %14s   %6s   %5s%s"
                .formatted(
                        show(costs.rate()),
                        whole(costs.meanSamples()),
                        "<= " + costs.samplesOf95Percent(),
                        show(Math.round(1000 * costs.pass()) / 1000.0),
                        saved,
                        asked.price() == null ? "" : "   " + money(costs.meanSamples()));
    }

    private String howToWrite(int cap) {
        int rounds = (int) Math.max(1, (cap + asked.cases() - 1L) / asked.cases());
        return rounds > 50
                ? "With %s it takes more than 50 samples of each: add cases first."
                        .formatted(count(asked.cases(), "case"))
                : "Written as @Samples(max = %s, stopEarly = true) and @PassRate(atLeast = %s, target = %s, confidence = %s)."
                        .formatted(rounds, show(asked.atLeast()), show(asked.target()), show(asked.confidence()));
    }

    private String gate() {
        return "@PassRate(atLeast = %s, confidence = %s)".formatted(show(asked.atLeast()), show(asked.confidence()));
    }

    private String cost(long samples) {
        return asked.price() == null ? "" : " (costs " + money((double) samples) + ")";
    }

    /** In the unit of the price: to the hundredth, or to two digits where that would show nothing. */
    private String money(double samples) {
        BigDecimal price = asked.price() == null ? BigDecimal.ZERO : asked.price();
        BigDecimal sum = price.multiply(BigDecimal.valueOf(samples));
        BigDecimal shown = sum.setScale(2, RoundingMode.HALF_UP);
        return shown.signum() == 0 && sum.signum() > 0
                ? sum.round(new MathContext(2, RoundingMode.HALF_UP)).toPlainString()
                : shown.toPlainString();
    }

    private static String show(double number) {
        return Decimals.show(number);
    }

    private static String whole(double number) {
        return Long.toString(Math.round(number));
    }

    private static String count(long number, String one) {
        return String.format(Locale.ROOT, "%d %s%s", number, one, number == 1 ? "" : "s");
    }
}
