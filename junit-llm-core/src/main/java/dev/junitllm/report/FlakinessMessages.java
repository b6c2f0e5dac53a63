package dev.junitllm.report;

import dev.junitllm.Decimals;
import dev.junitllm.gate.SampledCases;
import dev.junitllm.run.RunSummary;
import dev.junitllm.stats.CaseStability;
import dev.junitllm.stats.Flakiness;
import java.util.Optional;

/** What is said of cases that were sampled several times. */
final class FlakinessMessages {

    private FlakinessMessages() {}

    /** How the cases differ from sample to sample; empty where that can't be told of any. */
    static Optional<String> line(RunSummary run) {
        SampledCases cases = SampledCases.of(run);
        return cases.canTell() ? cases.flakiness().map(FlakinessMessages::line) : Optional.empty();
    }

    private static String line(Flakiness flakiness) {
        StringBuilder line = new StringBuilder("of %s %s passed every time, %s never, %s %s flaky"
                .formatted(
                        flakiness.cases() == 1 ? "1 case" : flakiness.cases() + " cases",
                        flakiness.count(CaseStability.STABLE_PASS),
                        flakiness.count(CaseStability.STABLE_FAIL),
                        flakiness.count(CaseStability.FLAKY),
                        flakiness.count(CaseStability.FLAKY) == 1 ? "is" : "are"));
        int few = flakiness.count(CaseStability.CANT_TELL);
        if (few > 0) {
            line.append(", ").append(few).append(few == 1 ? " has" : " have").append(" too few samples to tell");
        }
        flakiness
                .consistency()
                .ifPresent(consistency -> line.append("; two samples of a case agree with a chance of ")
                        .append(Decimals.show(consistency)));
        return line.toString();
    }
}
