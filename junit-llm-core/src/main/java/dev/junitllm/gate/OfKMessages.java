package dev.junitllm.gate;

import dev.junitllm.Decimals;
import dev.junitllm.run.CaseList;
import dev.junitllm.run.Estimate;
import dev.junitllm.run.Tally;

/** What the gates of pass@k and pass^k say. */
final class OfKMessages {

    private OfKMessages() {}

    static String mean(
            OfK which, SharesOfK shares, Tally tally, PassRateGate gate, Estimate estimate, boolean reached) {
        int cases = shares.shares().size();
        return "%s of %s%s: %s%s%s"
                .formatted(
                        which.written(shares.k()),
                        cases == 1 ? "1 case" : cases + " cases",
                        gate.of().isEmpty() ? "" : " by the bar of " + gate.of(),
                        GateMessages.against(estimate, gate.atLeast(), reached),
                        tooFew(shares),
                        GateMessages.errorsLeftOut(tally));
    }

    static String noCaseHasEnough(int k) {
        return "no case has %s samples that could be scored, so there is nothing to judge".formatted(k);
    }

    static String afterErrors(int errors, SharesOfK worst, double bar) {
        return worst.reach(bar)
                ? ""
                : ". This pass hangs on the %s: counted as failures, it would be %s, below %s"
                        .formatted(
                                errors == 1 ? "1 error" : errors + " errors",
                                Decimals.show(worst.mean(), bar),
                                Decimals.show(bar));
    }

    static CaseList flaky(SampledCases cases) {
        return new CaseList(
                "flaky",
                cases.flaky().stream()
                        .map(flaky -> CaseList.Entry.of(
                                flaky.caseId(), "%s of %s passed".formatted(flaky.passed(), flaky.samples())))
                        .toList());
    }

    private static String tooFew(SharesOfK shares) {
        if (shares.tooFew() == 0) {
            return "";
        }
        return "; %s with fewer than %s scored samples left out"
                .formatted(shares.tooFew() == 1 ? "1 case" : shares.tooFew() + " cases", shares.k());
    }
}
