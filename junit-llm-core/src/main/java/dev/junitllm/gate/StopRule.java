package dev.junitllm.gate;

/** When a run may end before all of its samples have run. */
public enum StopRule {
    /** Never: every sample runs. */
    NEVER,
    /** Once gates that are about no fixed number of samples have seen enough. */
    WHEN_KNOWN,
    /** Once no further sample could change what the gates would say of all of them. */
    WHEN_SETTLED
}
