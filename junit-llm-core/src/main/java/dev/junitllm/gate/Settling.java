package dev.junitllm.gate;

/** Watches a fixed number of samples, until those that are out can change nothing. */
interface Settling extends StoppingGate.Watch {

    /** What is said of all samples, once the verdict is known. */
    String reason();
}
