package dev.junitllm.gate;

import dev.junitllm.run.PlannedRun;
import java.util.Optional;

/** A gate over a fixed number of samples, which may know before the last of them that no more can change its verdict. */
interface CurtailedGate extends Gate {

    /**
     * Begins to watch a run.
     *
     * @param planned how large it will be
     * @return the watch, which knows its verdict once that is the same whether all samples that are out pass or fail; empty
     *     where it can't be told before the end
     */
    Optional<StoppingGate.Watch> watch(PlannedRun planned);
}
