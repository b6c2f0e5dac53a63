package dev.junitllm.gate;

import dev.junitllm.run.RunSummary;
import java.util.Optional;

/** A gate that asks for fresh samples of single cases, beyond the plan, before it fails a build by them. */
interface ConfirmingGate extends Gate {

    /** Whether it may ask for any. */
    boolean confirms();

    /**
     * The case to sample next.
     *
     * @param run the run, beside its baseline and the fresh samples so far
     * @return its id; empty where nothing more is wanted
     */
    Optional<String> nextFreshSample(RunSummary run);
}
