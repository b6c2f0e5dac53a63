package dev.junitllm.gate;

import java.util.Optional;

/** A gate about a fixed number of samples whose verdict may be settled before all of them have run. */
interface CurtailableGate extends Gate {

    /**
     * Begins to watch a run.
     *
     * @param cases how many cases there are
     * @param samplesPerCase how often each runs
     * @return the watch; empty where the verdict is never settled before the end
     */
    Optional<Settling> settled(int cases, int samplesPerCase);
}
