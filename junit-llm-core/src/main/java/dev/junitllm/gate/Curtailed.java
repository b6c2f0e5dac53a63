package dev.junitllm.gate;

import dev.junitllm.run.Estimate;
import dev.junitllm.run.GateDescription;
import dev.junitllm.run.PlannedRun;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.Tally;
import dev.junitllm.run.Verdict;
import dev.junitllm.run.VerdictStatus;
import java.util.Optional;
import java.util.function.Function;

/**
 * The verdict of a run over a fixed number of samples that was ended before the last. It is the one all of them would have
 * led to; there is no interval, since those of a fixed number of samples don't hold for one that depends on what came.
 */
final class Curtailed {

    private Curtailed() {}

    static boolean endedEarly(RunSummary run) {
        return run.samples().count() < run.planned();
    }

    static PlannedRun planned(RunSummary run) {
        int cases = run.planned() / run.samplesPerCase();
        return new PlannedRun(cases, cases, run.samplesPerCase());
    }

    static Verdict verdict(
            GateDescription gate,
            RunSummary run,
            StoppingGate.Watch watch,
            Function<VerdictStatus, String> reason,
            Tally tally,
            CaseMeans means) {
        run.samples().forEach(watch::add);
        Optional<VerdictStatus> known = watch.known();
        return Verdict.of(
                        gate,
                        known.orElse(VerdictStatus.NOT_DECIDED),
                        known.map(reason).orElseGet(CurtailedMessages::notKnown),
                        tally)
                .measured(Estimate.of(means.mean()))
                .figure("planned samples", run.planned());
    }
}
