package dev.junitllm.report;

import dev.junitllm.Decimals;
import dev.junitllm.gate.SampledCases;
import dev.junitllm.gate.SampledCases.Stability;
import dev.junitllm.run.RunSummary;
import java.util.Optional;

/** What is said of cases that were sampled several times. */
final class FlakinessMessages {

    private FlakinessMessages() {}

    /** How the cases differ from sample to sample; empty where that can't be told of any. */
    static Optional<String> line(RunSummary run) {
        SampledCases cases = SampledCases.of(run);
        return cases.canTell() ? Optional.of(line(cases)) : Optional.empty();
    }

    private static String line(SampledCases cases) {
        StringBuilder line = new StringBuilder("of %s %s passed every time, %s never, %s %s flaky"
                .formatted(
                        cases.size() == 1 ? "1 case" : cases.size() + " cases",
                        cases.count(Stability.STABLE_PASS),
                        cases.count(Stability.STABLE_FAIL),
                        cases.count(Stability.FLAKY),
                        cases.count(Stability.FLAKY) == 1 ? "is" : "are"));
        int few = cases.count(Stability.CANT_TELL);
        if (few > 0) {
            line.append(", ").append(few).append(few == 1 ? " has" : " have").append(" too few samples to tell");
        }
        cases.agreement()
                .ifPresent(agreement -> line.append("; two samples of a case agree with a chance of ")
                        .append(Decimals.show(agreement)));
        return line.toString();
    }
}
