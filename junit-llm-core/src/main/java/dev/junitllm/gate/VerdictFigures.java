package dev.junitllm.gate;

import dev.junitllm.run.RunSummary;
import dev.junitllm.run.Verdict;
import dev.junitllm.stats.ClusteredRate;
import dev.junitllm.stats.DetectableDrop;
import dev.junitllm.stats.MeanInterval;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The figures that every verdict shows, whatever gate it is of. */
final class VerdictFigures {

    private static final String DROP = "smallest detectable drop";

    private static final double CONFIDENCE = 0.95;

    private VerdictFigures() {}

    /** Puts what was counted before the gate's own figures, which have the last word. */
    static Verdict complete(Verdict verdict, RunSummary run) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("cases", run.cases());
        figures.put("samples", verdict.tally().total());
        figures.put("errors", verdict.tally().errors());
        figures.putAll(verdict.figures());
        return verdict.showing(figures);
    }

    /** The smallest fall of the rate below its bar that a run of this size shows four times out of five. */
    static Verdict withDropOfRate(Verdict verdict, CaseMeans rates, int samplesPerCase, Demand demand) {
        double size = samplesPerCase == 1
                ? rates.cases()
                : ClusteredRate.of(rates.passes(), rates.counts()).effectiveSize();
        return with(verdict, DetectableDrop.belowBar(demand.atLeast(), size, confidence(demand)));
    }

    /** The same for a mean. */
    static Verdict withDropOfMean(Verdict verdict, CaseMeans means, Demand demand) {
        return with(
                verdict,
                DetectableDrop.belowBar(demand.atLeast(), MeanInterval.of(means.perCase()), confidence(demand)));
    }

    private static Verdict with(Verdict verdict, Optional<DetectableDrop> drop) {
        return verdict.figure(DROP, drop.<Object>map(DetectableDrop::drop).orElse("none with so few cases"));
    }

    private static double confidence(Demand demand) {
        return demand.isSure() ? demand.confidence() : CONFIDENCE;
    }
}
