package dev.junitllm.gate;

import dev.junitllm.run.SampleResult;
import dev.junitllm.run.VerdictStatus;
import java.util.Optional;

/** A gate that may know its verdict before every sample has run, and is about no fixed number of them. */
interface StoppingGate extends Gate {

    /** Begins to watch a run. */
    Watch watch();

    /** The gate while the samples come in. For one thread at a time. */
    interface Watch {

        /** One more sample, in planned order. Changes nothing once the verdict is known. */
        void add(SampleResult sample);

        /** What the gate says whatever comes; empty as long as it needs more. */
        Optional<VerdictStatus> known();
    }
}
